"""The dimensions that things are measured in, and whether a sentence tells a measure of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.answering.amounts.quantities import AMOUNTS
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention
from retrieval.lexicon import lexicon

_BESIDE_UNITS = AMOUNTS - {MentionKind.MONEY}  # a sum tells a price by its kind, without a unit
_NEVER = r"(?!)"
_FIGURE = re.compile(r"\d")
_SIGN_OF_UNIT = re.compile(r"\d ?(?:[°º′″]|[^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Dimension:
    """What tells a measure of one dimension.

    `units` count for it beside a number, `words` alone, `kinds` are mentions that tell it, if they
    are durations in one of the `spans`, where there are any, and so does `form`; one of the words
    in `beside` must stand with it, if there are any. `nouns` are the terms of those that ask for
    it; `physical` says that a thing has it, which must be spoken of, `between` that two things do.
    What is named in `counted` has none: a long list has many entries, bookings may drop far. Where
    figures are `bare`, a unit is told beside one that counts nothing else: "costs 180", not "sold
    in bags of 500 grams", and what it costs must be spoken of. Of what is in `shares` a
    percentage tells it as well: how much more it will cost.
    """

    name: str
    units: frozenset[str]
    words: frozenset[str]
    kinds: frozenset[MentionKind]
    form: re.Pattern[str]
    close: bool = False
    beside: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    physical: bool = False
    between: bool = False
    spans: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    bare: bool = False
    shares: frozenset[str] = frozenset()

    @property
    def living(self) -> bool:
        """Whether "he" or "she" may have it."""
        return self.name == "age"

    def told_by(self, sentence: Sentence, found: Sequence[Mention]) -> bool:
        """Whether a sentence with its mentions tells a measure of the dimension."""
        text = sentence.tokens.text
        differences = [mention.span for mention in found if _is_difference(sentence, mention)]
        for start, end in differences:
            text = text[:start] + " " * (end - start) + text[end:]
        starts = zip(sentence.tokens.starts, sentence.words, strict=True)
        words = {word for start, word in starts if text[start].strip()}
        if self.beside and not words & self.beside:
            return False
        if words & self.words or any(map(self._is_of_kind, found)):
            return True
        if self.form.search(text):
            return True
        amounts = [m for m in found if m.kind in _BESIDE_UNITS and m.span not in differences]
        if self.bare and not any(_is_bare(sentence, mention) for mention in amounts):
            return False
        if not amounts and not _FIGURE.search(text):
            return False
        attached = {match[0].lstrip("0123456789 ") for match in _SIGN_OF_UNIT.finditer(text)}
        return bool(((_behind_figures(sentence) if self.close else words) | attached) & self.units)

    def _is_of_kind(self, mention: Mention) -> bool:
        """Whether a mention tells the dimension by its kind: ten years an age, ten minutes none."""
        unit = mention.value.rpartition(" ")[2]
        return mention.kind in self.kinds and (not self.spans or unit in self.spans)


def _is_difference(sentence: Sentence, mention: Mention) -> bool:
    """Whether an amount tells only by how much something changed, or is more than another:
    "lowered by three metres", "three metres longer".
    """
    if mention.kind not in _BESIDE_UNITS:
        return False
    text, language = sentence.tokens.text, sentence.language
    changed = pattern("amounts.changed_by", language).search(text[: mention.start])
    return bool(changed or pattern("amounts.compared", language).match(text, mention.end))


def _is_bare(sentence: Sentence, mention: Mention) -> bool:
    """Whether an amount counts nothing: no noun ends it or follows it, and it is nobody's age."""
    text = sentence.tokens.text
    first, behind = sentence.at(mention.start), sentence.at(mention.end)
    nouns = {
        w
        for w, tag in zip(sentence.words[first:behind], sentence.tags[first:behind], strict=True)
        if tag in "NC"
    }
    aged = text[: mention.start].endswith(", ") and text[mention.end : mention.end + 1] == ","
    whole = listed("amounts.round", sentence.language)
    alone = (
        sentence.tags[behind : behind + 1] not in tuple("NCo") or sentence.words[behind] in whole
    )
    return mention.kind is MentionKind.NUMBER and nouns <= whole and alone and not aged


def _behind_figures(sentence: Sentence) -> set[str]:
    """The words of the noun phrases that numbers begin: "square", "miles" of "two square miles"."""
    found: set[str] = set()
    counted = False
    for tag, word in zip(sentence.tags, sentence.words, strict=True):
        counted = tag == "#" or (counted and tag in "NC#-o&GA")
        if counted:
            found.add(word)
    return found


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Dimensions by the form of question, the adjective, the verb, the noun that asks for them."""

    by_asking: list[tuple[re.Pattern[str], Dimension]]
    by_degree: dict[str, Dimension]
    by_verb: dict[str, Dimension]
    by_noun: dict[str, Dimension]


@cache
def dimensions_of(language: str) -> Dimensions:
    """The dimensions that the lexicon of a language describes."""
    table = lexicon(f"statements_{language}").get("measures", {})
    term = analyser(language).term
    found = Dimensions([], {}, {}, {})
    for name, lists in table.items():
        told = Dimension(
            name=name,
            units=frozenset(lists.get("units", "").split()),
            words=frozenset(lists.get("words", "").split()),
            kinds=frozenset(map(MentionKind, lists.get("kinds", "").split())),
            form=re.compile(lists.get("form", _NEVER)),
            close=lists.get("close", False),
            bare=lists.get("bare", False),
            shares=frozenset(lists.get("shares", "").split()),
            beside=frozenset(lists.get("beside", "").split()),
            physical=lists.get("physical", False),
            between=lists.get("between", False),
            counted=frozenset(lists.get("counted", "").split()),
            spans=frozenset(lists.get("spans", "").split()),
            nouns=frozenset(map(term, lists.get("nouns", "").split())),
        )
        if "asks" in lists:
            found.by_asking.append((re.compile(lists["asks"], re.IGNORECASE), told))
        found.by_degree.update(dict.fromkeys(lists.get("degrees", "").split(), told))
        found.by_verb.update(dict.fromkeys(lists.get("verbs", "").split(), told))
        found.by_noun.update(dict.fromkeys(map(term, lists.get("nouns", "").split()), told))
    return found
