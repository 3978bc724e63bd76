"""What a message is by its form: a bare wh-phrase, a fragment, or a question with own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answering.grammar.sentence import syntax
from bot.answering.grammar.words import words_of
from bot.answering.times.happening import order_words
from bot.follow_up.parts.reading import Reading
from bot.follow_up.parts.wholes import opens_with_order
from bot.follow_up.parts.words import SUBJECTS
from bot.phrasing import FollowUpWords
from retrieval.entities import NAMES
from retrieval.question import Kind, Question
from retrieval.question.grammar import grammar_of

WHOLE = 4  # own words of a question that needs none of those before
TOPIC = 2  # words of a fragment that may be a subject of its own: "news about Idlib"

_ADDRESSED = re.compile(r"(?<!according) to\W*$", re.IGNORECASE)  # "who does it report to?"
_PERSONS = frozenset({"who", "whom", "whose"})
_TOLD = frozenset({"to", "by", "us", "you", "me"})  # "according to whom?", "who told you that?"
_COUNTS = (("many",), ("much",))
_TAKE = "take"
_ABOUT = frozenset({"about", "regarding", "concerning"})
_MEASURES = frozenset({"many", "much", "long", "far", "often", "come", "so", "not", "else"})


@dataclass(frozen=True, slots=True)
class Form:
    """A message in parts; `opened` says whether "and" or the like led it in."""

    message: Reading
    words: FollowUpWords
    opened: bool

    def whole_asking(self) -> range:
        """The wh-phrase with the preposition before it: "by whom"."""
        start, end = self.message.asking
        tags = self.message.sentence.tags
        return range(start - (tags[start - 1 : start] in ("P", "o", "t")), end)

    def is_bare_asking(self) -> bool:
        """Whether the wh-phrase has no noun of its own: "how many", but not "how many ships"."""
        sentence = self.message.sentence
        start, end = self.message.asking
        return all(word in _MEASURES for word in sentence.words[start + 1 : end])

    def asks_alone(self) -> bool:
        """Whether a message is a wh-phrase with its noun and no more: "how many cars?".

        "What next?" asks about something else.
        """
        start, end = self.message.asking
        words = order_words(self.message.sentence.language)
        if any(word in words for word in self.message.sentence.words[start:end]):
            return False
        return not self.message.sentence.spoken(end)

    def is_fragment(self) -> bool:
        """Whether a message without a wh-word is no sentence: it holds no verb."""
        tags = self.message.sentence.tags
        if self.is_inverted() or opens_with_order(self.message.sentence):
            return False
        return self.opened or not any(tag in "XV" for tag in tags)

    def is_inverted(self) -> bool:
        """Whether a message asks for yes or no by its order: "was there", "is the linen clean"."""
        return self.message.sentence.tags[:1] == "X" and self.has_a_subject()

    def asks_with_slots(self) -> bool:
        """Whether an ordinal or date, or a name behind "and", is all that a wh-word asks about.

        "Who is Ann Lee?" stands alone.
        """
        if self.message.of(*NAMES):
            return self.opened and self.message.question.kind not in (Kind.WHO, Kind.DEFINITION)
        return bool(self.message.slots) and not self._asks_what_is_next()

    def _asks_what_is_next(self) -> bool:
        """Whether "next" or "last" stands alone: "what's next?", but not "when is the next?"."""
        sentence = self.message.sentence
        words = order_words(sentence.language)
        places = [place for place, word in enumerate(sentence.words) if word in words]
        return bool(places) and not self.opened and sentence.tags[places[0] - 1] != "D"

    def asks_of_a_phrase(self) -> bool:
        """Whether a wh-phrase has no verb, only a phrase: "how much for the day?", "when in May?".

        It may have a noun of its own where it counts: "how many cars in winter?".
        """
        sentence, end = self.message.sentence, self.message.asking.end
        behind = sentence.tags[end:].rstrip(".")
        counts = sentence.words[end - 2 : end - 1] in _COUNTS
        return (
            self.message.word in syntax(sentence.language).adverbial
            and (self.is_bare_asking() or counts)
            and behind[:1] == "P"
            and len(behind) > 1
            and not set(behind) & set("XVERS,&")
        )

    def asks_source(self) -> bool:
        """Whether a message asks who said what was quoted: "says who?", "according to whom?"."""
        sentence = self.message.sentence
        if _ADDRESSED.search(self.message.text):
            return False
        saying = words_of(sentence.language).attributing
        told = [i for i, term in enumerate(sentence.terms) if term in saying]
        rest = {w for i, w in enumerate(sentence.words) if i not in told and w[0].isalnum()}
        return bool(told) and bool(rest & _PERSONS) and rest <= _PERSONS | _TOLD | self.words.empty

    def has_a_subject(self) -> bool:
        """Whether a thing or a person stands behind the wh-phrase and its auxiliary."""
        message, end = self.message, self.message.asking.end
        place = end + (message.sentence.tags[end : end + 1] == "X")
        starts = {phrase.start for phrase in message.phrases}
        pronoun = message.sentence.tags[place : place + 1] == "R"
        behind = message.sentence.tokens.starts[place : place + 1]  # none where the message ends
        return place > end and (pronoun or not starts.isdisjoint(behind))

    def says_one_thing(self) -> bool:
        """Whether a question has one word of its own at most, as "took part" is one."""
        said = self.message.own_words
        return len(said) <= 1 or (said[0] == _TAKE and said[1:] in (("part",), ("place",)))

    def asks_only_who_did_it(self) -> bool:
        """Whether nothing but a verb stands behind the wh-word: "who attended?"."""
        start, end = self.message.asking
        bare = end - start == 1 and self.message.word in SUBJECTS
        return bare and self.says_one_thing() and not self.has_a_subject()

    def behind_asking(self) -> str:
        """What stands behind the wh-phrase and its "was" or "did"."""
        sentence, end = self.message.sentence, self.message.asking.end
        end += sentence.tags[end : end + 1] == "X"
        return self.message.text[sentence.tokens.ends[end - 1] :].strip()

    def speaks_of_anybody(self) -> bool:
        """Whether the subject is "you" or "I", of whom everything may be asked."""
        message = self.message
        place = message.asking.end
        place += message.sentence.tags[place : place + 1] == "X"
        return message.sentence.words[place : place + 1] in (("i",), ("you",), ("we",), ("one",))

    def is_whole(self) -> bool:
        """Whether a question lacks nothing: led in by no "and", of "the" thing or of many words."""
        determined = any(phrase.determined for phrase in self.message.phrases)
        return not self.opened and (determined or len(self.message.own_words) >= WHOLE)

    def is_topic(self, last: Question) -> bool:
        """Whether a fragment is a new subject: of several words, none of them in the last one, or
        the latest on something.
        """
        said = {token.term for token in last.content}
        question = self.message.question
        terms = {token.term for token in question.content}
        if terms and grammar_of(question.language).openings.match(question.text):
            return True
        led = self.message.sentence.tags[:1] == "P" and not _ABOUT.issuperset(
            self.message.sentence.words[:1]
        )
        is_new = len(terms) >= TOPIC and not terms & said and not led  # "per day"
        return is_new and not self.opened and bool(self.message.own_words)
