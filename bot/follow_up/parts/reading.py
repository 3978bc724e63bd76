"""The parts of a message that others may take the place of: its wh-phrase, nouns, names, dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.answering.times.happening import order_words
from bot.follow_up.parts.phrases import MEASURES, PLURALS, Phrase, Slot, before, find_phrases
from bot.follow_up.parts.wholes import must_be_verb
from bot.follow_up.parts.words import ONES
from retrieval.entities import NAMES, Kind, Mention, mentions
from retrieval.question import Question, parse_question
from retrieval.records import Span

_HOW = "how"
_MANY = "many"
_ASIDE = frozenset({"when", "where"})
_SPEAKING = frozenset({"you", "i", "we", "anybody", "anyone"})
_PARTICLES = frozenset(
    {"de", "van", "von", "al", "el", "bin", "la", "le", "di", "da", "del", "der"}
)


@dataclass(frozen=True)
class Reading:
    """A message in parts.

    `asking` are the tokens of the wh-phrase with its noun, (0, 0) where nothing asks; `word` the
    wh-word in small letters. Spans of tokens are into `sentence`, all others into `text`.
    """

    text: str
    sentence: Sentence
    asking: Span
    word: str
    phrases: tuple[Phrase, ...]
    slots: tuple[Slot, ...]

    @cached_property
    def question(self) -> Question:
        """The message analysed as a question, once for as long as its parts are kept."""
        return parse_question(self.text, language=self.sentence.language)

    @cached_property
    def own_words(self) -> tuple[str, ...]:
        """The terms of content words that are no slot: the message's own nouns and verbs.

        The wh-word is none, nor the measure in "how long".
        """
        starts, words = self.sentence.tokens.starts, self.sentence.words
        asking = {
            starts[place]
            for place in range(*self.asking)
            if place == self.asking.start
            or words[place] in MEASURES
            or (place == self.asking.start + 1 and self.word == _HOW)
        }
        return tuple(
            token.term
            for token in self.question.content
            if not any(slot.start <= token.start < slot.end for slot in self.slots)
            and token.start not in asking
            and self.text[token.start : token.end].casefold() not in ONES
        )

    def of(self, *kinds: Kind) -> tuple[Slot, ...]:
        """The slots of some kinds, in order."""
        return tuple(slot for slot in self.slots if slot.kind in kinds)

    def after(self, token: int) -> str:
        """The text from a token on, without what ends a sentence."""
        if token >= len(self.sentence.tags):
            return ""
        return self.text[self.sentence.tokens.starts[token] :].strip(" ?!.")


def read(text: str, *, language: str, is_name: Callable[[str], bool] = lambda _: False) -> Reading:
    """The parts of a message, question or quote; `is_name` tells names that were written small."""
    sentence = read_sentence(text, language=language)
    asking, word = _asking(sentence)
    slots = tuple(_slots(sentence, asking, language, is_name))
    return Reading(
        text=text,
        sentence=sentence,
        asking=asking,
        word=word,
        phrases=tuple(find_phrases(sentence, asking, slots, language)),
        slots=slots,
    )


def _asking(sentence: Sentence) -> tuple[Span, str]:
    """The wh-phrase and the noun that belongs to it."""
    rules = syntax(sentence.language)
    for place, word in enumerate(sentence.words):
        if word in rules.asking and not _is_aside(sentence, place):
            return Span(place, _asking_end(sentence, place)), word
    return Span(0, 0), ""


def _is_aside(sentence: Sentence, place: int) -> bool:
    """Whether "when" or "where" opens a clause of a question for yes or no.

    "Did it burn when it fell?", but not "can you say when it fell?".
    """
    words = sentence.words
    inverted = sentence.tags[:1] == "X" and _SPEAKING.isdisjoint(words[1:2])
    return inverted and place > 1 and words[place] in _ASIDE


def _asking_end(sentence: Sentence, place: int) -> int:
    end = place + 1
    rules = syntax(sentence.language)
    if sentence.words[place] not in rules.asking_of_nouns:
        return end
    while end < len(sentence.tags) and (
        sentence.words[end] in MEASURES or sentence.tags[end] in "NC#-"
    ):
        if sentence.tags[end] == "N" and _only_verb(sentence, end):
            break
        end += 1
    if sentence.tags[end : end + 1] == "o" and sentence.tags[end + 1 : end + 2] in ("N", "C"):
        end += 2
    return end


def _only_verb(sentence: Sentence, place: int) -> bool:
    """Whether a word that looks like a noun is the verb: known as one, with its object behind.

    Behind several, which a noun in one form does not follow, a preposition is enough: "how many
    people work in".
    """
    known = syntax(sentence.language).tags.get(sentence.words[place])
    before, behind = sentence.words[place - 1], sentence.tags[place + 1 : place + 2]
    if before == _MANY and known == "E":
        return True  # "how many found work": what is counted stands in the plural
    several = before in PLURALS or before.endswith("s")
    return known in ("V", "E") and behind in tuple("DRCPA" if several else "DRC")


def _slots(
    sentence: Sentence, asking: Span, language: str, is_name: Callable[[str], bool]
) -> list[Slot]:
    """The names, dates, numbers and ordinals of a sentence, names written small among them."""
    text = sentence.tokens.text
    wanted = NAMES | {Kind.DATE, Kind.ORDINAL, Kind.NUMBER, Kind.MONEY}
    found = [
        mention
        for mention in mentions(text, language=language)
        if mention.kind in wanted and not _asks(text, mention, language)
    ]
    taken = [(mention.start, mention.end) for mention in found]
    orders = order_words(language)
    for place, word in enumerate(sentence.words):
        start, end = sentence.slice(place, place + 1)
        if any(first <= start < last for first, last in taken):
            continue
        if word in orders and not _is_main_verb(sentence, place):
            found.append(Mention(Kind.ORDINAL, start, end, ""))
        elif place != asking.end - 1 and _may_be_name(sentence, place) and is_name(word):
            led = place > 0 and sentence.words[place - 1] in _PARTICLES
            found.append(Mention(Kind.NAME, sentence.tokens.starts[place - led], end, word))
    found.sort(key=lambda mention: mention.start)
    return [
        Slot(mention.kind, mention.start, mention.end, before(sentence, mention.start))
        for mention in _joined(text, found)
    ]


def _may_be_name(sentence: Sentence, place: int) -> bool:
    """Whether a word may be a name written small: no known word, no verb, tied by no hyphen."""
    word, known = sentence.words[place], syntax(sentence.language).tags
    if must_be_verb(sentence, place):
        return False
    tied = "-" in sentence.tags[max(place - 1, 0) : place + 2]
    return sentence.tags[place] == "N" and not tied and word not in known and word not in _PARTICLES


def _is_main_verb(sentence: Sentence, place: int) -> bool:
    """Whether a word such as "last" is the verb that a "do" in front needs: "does it last?"."""
    if sentence.words[place] not in syntax(sentence.language).bases:
        return False
    leading = syntax(sentence.language).leading
    before = [n for n in range(place) if sentence.words[n] in leading]
    subject = bool(before) and sentence.tags[place - 1] in "NCR#" and before[-1] < place - 1
    return subject and not set(sentence.tags[before[-1] + 1 : place]) & set("VEG")


def _asks(text: str, mention: Mention, language: str) -> bool:
    """Whether a mention is a question word with a capital letter."""
    return text[mention.start : mention.end].casefold() in syntax(language).asking


def _joined(text: str, found: list[Mention]) -> list[Mention]:
    """Names of one word each that stand side by side are one name."""
    joined: list[Mention] = []
    for mention in found:
        last = joined[-1] if joined else None
        side_by_side = last is not None and text[last.end : mention.start] == " "
        if last is not None and side_by_side and {last.kind, mention.kind} == {Kind.NAME}:
            joined[-1] = last._replace(end=mention.end, value=text[last.start : mention.end])
        else:
            joined.append(mention)
    return joined
