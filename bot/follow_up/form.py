"""What a message is by its form: a bare wh-phrase, a fragment, or a question with own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.sentence import syntax
from bot.answering.grammar.words import words_of
from bot.answering.times.happening import order_words
from bot.follow_up.parts.reading import Reading
from bot.follow_up.parts.wholes import opens_with_order
from bot.phrasing import FollowUpWords
from retrieval.entities import NAMES
from retrieval.question import Kind, Question, Wanted
from retrieval.question.form import grammar_of

WHOLE = 4  # own words of a question that needs none of those before
TOPIC = 2  # words of a fragment that may be a subject of its own: "news about Idlib"

_ADDRESSED = re.compile(r"(?<!according) to\W*$", re.IGNORECASE)  # "who does it report to?"
_OF_SUBJECTS = frozenset({"who", "what"})
_PERSONS = frozenset({"who", "whom", "whose"})
_OF_PERSONS = _PERSONS | {
    "to",
    "by",
    "us",
    "you",
    "me",
}  # "according to whom?", "who told you that?"
_THING = "what"
_WHY = "why"
_WHO = "who"
_HOW_MANY = ("how", "many")
_COUNTS = (("many",), ("much",))
_FEW = 3  # words that ask of what was just told
_DO = "do"
_DONE = frozenset({"it", "that", "this", "so"})
_HOW_LONG = ("how", "long")
_HOW_MUCH = ("how", "much")
_TAKE = "take"
_TO_COME = (("will",), ("would",), ("should",), ("might",), ("could",))
_IT_TAKES = ("it", "take")
_TAKEN = frozenset({"take", "took", "taken"})
_PLACE = "place"
_SAID_OF = frozenset({"late", "early"})
_ABOUT = frozenset({"about", "regarding", "concerning"})
_TAKES_PLACE = re.compile(r"\b(?:takes?|took|taking) place\b", re.IGNORECASE)
_OF_EVENTS = frozenset({"place", "did"})
_KEEPING = frozenset({"has", "have", "had", "took", "take", "takes"})
_OF_THINGS = frozenset({"long", "far", "much"})
_MEASURES = frozenset({"many", "much", "long", "far", "often", "come", "so", "not", "else"})


@dataclass(frozen=True, slots=True)
class Form:
    """A message in parts; `opened` says whether "and" or the like led it in."""

    message: Reading
    words: FollowUpWords
    opened: bool

    def points_at_all(self) -> bool:
        """Whether a message only asks about what was said: "why?", "when was that?"."""
        asking, words = self.whole_asking(), self.message.sentence.words
        only_asks = all(
            word in self.words.empty or not word[0].isalnum() or place in asking
            for place, word in enumerate(words)
        )
        if not _TAKEN.isdisjoint(words) and _PLACE not in words and words[:2] != _HOW_LONG:
            return False  # "where were they taken?"
        return (
            only_asks and (self._is_bare_asking() or self._asks_alone()) and not self._is_said_of()
        )

    def _is_said_of(self) -> bool:
        """Whether what a message says is said of "it": "why was it late?", not "why so late?"."""
        words = [word for word in self.message.sentence.words if word[0].isalnum()]
        copulas = syntax(self.message.sentence.language).copulas
        return (
            len(words) == len(("why", "was", "it", "late"))
            and words[0] == _WHY
            and words[1] in copulas
            and words[2] in self.words.pronouns
            and words[3] in _SAID_OF
        )

    def asks_what_it_is(self) -> bool:
        """Whether a message is "what is it?" and no more: what was spoken of is asked about."""
        words = [word for word in self.message.sentence.words if word[0].isalnum()]
        copulas = syntax(self.message.sentence.language).copulas
        return (
            self.message.word == _THING
            and len([word for word in words if word not in self.words.empty]) == 1
            and words[1:2] != []
            and words[1] in copulas
            and words[-1] in self.words.pronouns
        )

    def asks_of_doing_it(self) -> bool:
        """Whether a message is "why did he do that?": what was done is asked about anew."""
        sentence, end = self.message.sentence, self.message.asking.end
        words = [word for word in sentence.words[end:] if word[0].isalnum()]
        return (
            self.message.word in syntax(sentence.language).adverbial
            and len(words) == len(("did", "he", "do", "it"))
            and sentence.tags[end : end + 2] == "XR"
            and words[2] == _DO
            and words[3] in _DONE
        )

    def asks_anew(self) -> bool:
        """Whether a message asks the question before in another way."""
        return bool(self.message.asking.end) and (
            self.points_at_all() or self.asks_of_doing_it() or self.is_bare_why()
        )

    def counts_who_did(self, earlier: Reading) -> bool:
        """Whether a message is "how many were there?", and it was asked who did something."""
        words = tuple(word for word in self.message.sentence.words if word[0].isalnum())
        copulas = syntax(self.message.sentence.language).copulas
        there = words[:2] == _HOW_MANY and words[2:3] != () and words[2] in copulas
        did = earlier.sentence.tags[earlier.asking.end :][:1] in ("V", "E")
        return there and words[3:] == ("there",) and earlier.word == _WHO and did

    def is_bare_why(self) -> bool:
        """Whether a message is "why" with a few words and no verb: "why only two?"."""
        sentence, end = self.message.sentence, self.message.asking.end
        rest = [word for word in sentence.words[end:] if word[0].isalnum()]
        return (
            self.message.word == _WHY
            and 0 < len(rest) <= _FEW
            and not set(sentence.tags[end:]) & set("XVER")
        )

    def asks_who_has_it(self) -> bool:
        """Whether "has" or "took" is the verb of a message and a pronoun its object."""
        words = [word for word in self.message.sentence.words if word[0].isalnum()]
        return words[-2:-1] != [] and words[-2] in _KEEPING and words[-1] in self.words.pronouns

    def measures_it(self) -> bool:
        """Whether a message is "how long is it?" or the like: of a thing, or what it does."""
        words = [word for word in self.message.sentence.words if word[0].isalnum()]
        copulas = syntax(self.message.sentence.language).copulas
        return (
            len(words) == len(("how", "long", "is", "it"))
            and words[1] in _OF_THINGS
            and words[2] in copulas
            and words[3] in self.words.pronouns
        )

    def asks_price_of(self, earlier: Reading) -> bool:
        """Whether a message is "how much is it?" and the earlier question tells of no amount."""
        words = self.message.sentence.words
        spends = listed("spending.words", earlier.sentence.language)
        amounts = earlier.question.kind in (Kind.HOW_MANY, Kind.YES_NO)
        priced = earlier.question.wanted is Wanted.MONEY or not spends.isdisjoint(
            earlier.sentence.words
        )
        return words[:2] == _HOW_MUCH and not amounts and not priced

    def asks_how_long_it_takes(self) -> bool:
        """Whether a message is "how long does it take?"."""
        words = self.message.sentence.words
        return words[:2] == _HOW_LONG and _TAKE in words and _OF_EVENTS.isdisjoint(words)

    def asks_how_long_it_took(self, earlier: Reading) -> bool:
        """Whether a message is "how long did it take?", and it was asked who did it."""
        words = tuple(word for word in self.message.sentence.words if word[0].isalnum())
        return earlier.word in _OF_SUBJECTS and words == (*_HOW_LONG, "did", *_IT_TAKES)

    def asks_how_long_it_will_take(self, earlier: Reading) -> bool:
        """Whether a message is "how long will it take?" and something to be done was spoken of."""
        sentence, end = self.message.sentence, earlier.asking.end
        done = "E" in earlier.sentence.tags[end:]
        words = tuple(word for word in sentence.words if word[0].isalnum())
        to_come = words[:2] == _HOW_LONG and words[2:3] in _TO_COME
        return done and to_come and words[3:] == _IT_TAKES

    def takes_place(self) -> bool:
        """Whether what is asked of takes place: "when does it take place?"."""
        return _TAKES_PLACE.search(self.message.text) is not None

    def whole_asking(self) -> range:
        """The wh-phrase with the preposition before it: "by whom"."""
        start, end = self.message.asking
        tags = self.message.sentence.tags
        return range(start - (tags[start - 1 : start] in ("P", "o", "t")), end)

    def _is_bare_asking(self) -> bool:
        """Whether the wh-phrase has no noun of its own: "how many", but not "how many ships"."""
        sentence = self.message.sentence
        start, end = self.message.asking
        return all(word in _MEASURES for word in sentence.words[start + 1 : end])

    def _asks_alone(self) -> bool:
        """Whether a message is a wh-phrase with its noun and no more: "how many cars?".

        "What next?" asks about something else.
        """
        start, end = self.message.asking
        words = order_words(self.message.sentence.language)
        if any(word in words for word in self.message.sentence.words[start:end]):
            return False
        return not any(word[0].isalnum() for word in self.message.sentence.words[end:])

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
            and (self._is_bare_asking() or counts)
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
        return bool(told) and bool(rest & _PERSONS) and rest <= {*_OF_PERSONS, *self.words.empty}

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
        bare = end - start == 1 and self.message.word in _OF_SUBJECTS
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
