"""What a question asks for, told by its phrases, in any language whose lexicon lists them.

English is told by the order of its words (see `retrieval.question.form`); elsewhere the first
phrase that asks ("khi nào", "hangi yıl", "多少") tells the kind, and the noun beside "what" or
"which", before or behind it, the type of thing that is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from retrieval.analysis import Token, analyser
from retrieval.lexicon import lexicon
from retrieval.question.kinds import Kind, Wanted
from retrieval.records import Span
from retrieval.scripts import has_unspaced, unaccented

_FORMS = {
    "who": (Kind.WHO, Wanted.PERSON),
    "when": (Kind.WHEN, Wanted.DATE),
    "where": (Kind.WHERE, Wanted.PLACE),
    "why": (Kind.WHY, Wanted.REASON),
    "how_long": (Kind.HOW_MANY, Wanted.DURATION),
    "how_much": (Kind.HOW_MANY, Wanted.MONEY),
    "how_many": (Kind.HOW_MANY, Wanted.NUMBER),
    "how": (Kind.HOW, Wanted.MANNER),
    "which": (Kind.WHICH, Wanted.THING),
    "what": (Kind.WHAT, Wanted.THING),
}
# What the noun beside a phrase may tell.
_NOUN_TELLS: Mapping[Kind, frozenset[Wanted]] = {
    Kind.WHICH: frozenset(Wanted),
    Kind.WHAT: frozenset(Wanted),
    Kind.HOW_MANY: frozenset({Wanted.MONEY, Wanted.PERCENTAGE}),
}
# A full stop ends a sentence behind a word of four letters, with no small letter behind it.
_SENTENCE_END = re.compile(
    r"[?!？！؟;\u037e。।\n]\s*|(?<=[^\W\d_]{4}\.)\s+(?=[^\W\d_])(?![a-zа-яα-ωäöüéèà])"
)
_ASKING_SIGNS = frozenset("?？؟\u037e")
_SIGNS = " \t\n?!.,;:¿¡？！؟。।，、،\u037e"
_LEADS = r"[\s,¿¡]*(?:(?:{})(?!\w)[\s,:،]*)+"
_LEADS_UNSPACED = r"\s*(?:(?:{})[\s,:，：]*)+"
_DEFINED, _DEFINED_PIECES = 4, 12  # terms of a thing whose definition is asked for
_IN_PIECES = frozenset({"zh", "ja", "th", "lo", "my", "km"})
_FIRST, _HEAD = 3, 4  # letters of the parts of a compound
# What a compound is of if its head is: a Nobelpreis is no price.
_HEADS = frozenset({Wanted.DATE, Wanted.PLACE, Wanted.PERSON, Wanted.GROUP, Wanted.NUMBER})
_REACH = 3  # words between what asks and its noun


@dataclass(frozen=True, slots=True)
class Asked:
    """Kind and wanted type of a question, the tokens of its noun, and where the phrase stands
    that asks.
    """

    kind: Kind
    wanted: Wanted
    focus: tuple[Token, ...]
    phrases: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases of one language."""

    forms: Mapping[str, re.Pattern[str]]
    yes_no: re.Pattern[str]
    leads: re.Pattern[str]
    lists: re.Pattern[str]
    definitions: re.Pattern[str]
    noun: frozenset[str]
    nouns: Mapping[str, Wanted]
    joins: bool


def asks_by_phrases(language: str) -> bool:
    """Whether a language's questions are told by their phrases."""
    return "asks" in lexicon(language)


def asked_for(text: str, tokens: Sequence[Token], *, language: str) -> Asked:
    """What the sentence with these tokens of `text` asks for.

    >>> text = "In welchem Land liegt Rom?"
    >>> asked_for(text, list(analyser("de").tokens(text)), language="de").wanted.value
    'place'
    """
    if not tokens:
        return Asked(Kind.OTHER, Wanted.THING, (), ())
    start, end = tokens[0].start, tokens[-1].end
    phrases, small, forms = _told(text, start, end, language)
    spans = tuple(form.span for form in forms)
    sentence = small[start:].rstrip()
    if phrases.yes_no.search(sentence):
        return Asked(Kind.YES_NO, Wanted.YES_NO, (), spans)
    listed = phrases.lists.search(sentence) is not None
    defined = phrases.definitions.search(sentence) is not None and _is_short(
        tokens, spans, language
    )
    if not forms:
        kind = Kind.LIST if listed else Kind.DEFINITION if defined else Kind.OTHER
        return Asked(kind, Wanted.DEFINITION if defined else Wanted.THING, (), ())
    kind, wanted = _FORMS[forms[0].name]
    focus: tuple[Token, ...] = ()
    if kind in _NOUN_TELLS:
        by_noun, focus = _noun(spans[0], tokens, phrases, language)
        if by_noun is not None and by_noun in _NOUN_TELLS[kind]:
            wanted = by_noun
        elif defined and kind is Kind.WHAT:
            return Asked(Kind.DEFINITION, Wanted.DEFINITION, (), spans)
    return Asked(Kind.LIST if listed else kind, wanted, focus, spans)


class _Form(NamedTuple):
    """A phrase that asks, where it stands."""

    span: Span
    name: str


def _told(text: str, start: int, end: int, language: str) -> tuple[_Phrases, str, list[_Form]]:
    """The phrases that ask between two places, the first of all first, longer before shorter.

    Accents tell "como" from "cómo"; in a question that asks without them they are left aside.
    """
    for accented in (True, False):
        phrases = _phrases(language, accented=accented)
        small = _small(text, accented=accented)
        found = [
            _Form(Span(*match.span()), name)
            for name, pattern in phrases.forms.items()
            for match in pattern.finditer(small, start, end)
        ]
        if found:
            break
    return phrases, small, sorted(found, key=lambda form: (form.span.start, -form.span.end))


def _small(text: str, *, accented: bool) -> str:
    """A text in small letters; places stay the same."""
    if not accented:
        return unaccented(text)
    small = text.lower()
    return small if len(small) == len(text) else unaccented(text)


def _is_short(tokens: Sequence[Token], spans: Sequence[Span], language: str) -> bool:
    """Whether hardly more than the thing to be defined stands beside the phrase that asks."""
    stop = analyser(language).stop_terms
    others = [
        token
        for token in tokens
        if token.term not in stop and not any(s.start <= token.start < s.end for s in spans)
    ]
    return len(others) <= (_DEFINED_PIECES if language in _IN_PIECES else _DEFINED)


def asking_sentence(text: str, *, language: str) -> Span:
    """The last sentence of a message that asks, without a greeting or "tell me" in front of it."""
    phrases, bare, forms = _told(text, 0, len(text), language)
    bounds = [0, *(end.end() for end in _SENTENCE_END.finditer(text)), len(text)]
    sentences = [Span(a, b) for a, b in pairwise(bounds) if bare[a:b].strip(_SIGNS)]
    signs = _ASKING_SIGNS | {";"} if language == "el" else _ASKING_SIGNS
    asking = [s for s in sentences if bare[s.start : s.end].rstrip()[-1:] in signs]
    asking = asking or [
        s for s in sentences if any(s.start <= form.span.start < s.end for form in forms)
    ]
    start, end = asking[-1] if asking and len(sentences) > 1 else Span(0, len(text))
    opening = bare.rfind("¿", start, end) + 1
    start = opening or start
    lead = phrases.leads.match(bare, start, end)
    if lead is not None and bare[lead.end() : end].strip(_SIGNS):
        start = lead.end()
    return Span(start, end)


def _noun(
    phrase: Span, tokens: Sequence[Token], phrases: _Phrases, language: str
) -> tuple[Wanted | None, tuple[Token, ...]]:
    """The type that the noun nearest to a phrase asks for, and the tokens of that noun."""
    stop = analyser(language).stop_terms
    behind = [token for token in tokens if token.start >= phrase.end]
    before = [token for token in reversed(tokens) if token.end <= phrase.start]
    for side, near in (("behind", behind), ("before", before)):
        words = [token for token in near if token.term not in stop][:_REACH]
        for token in words if side in phrases.noun else ():
            wanted = _named(token.term, phrases)
            if wanted is not None:
                return wanted, (token,)
    return None, ()


def _named(noun: str, phrases: _Phrases) -> Wanted | None:
    """The type of thing that a noun names, or the head of a compound: "Nachbarland" is a place."""
    wanted = phrases.nouns.get(noun)
    if wanted is not None or not phrases.joins:
        return wanted
    heads = (phrases.nouns.get(noun[at:]) for at in range(_FIRST, len(noun) - _HEAD + 1))
    return next((kind for kind in heads if kind in _HEADS), None)


@cache
def _phrases(language: str, *, accented: bool) -> _Phrases:
    """The patterns of one language's phrases, from its lexicon; `accented` or not."""
    tables: dict[str, Any] = lexicon(language)
    asks: dict[str, list[str]] = tables["asks"]
    question: dict[str, Any] = tables.get("question", {})
    spaced = not has_unspaced("".join(asks["what"]))
    frame = r"(?<!\w)(?:{})(?!\w)" if spaced else "(?:{})"
    term = analyser(language).term

    def pattern(phrases: Sequence[str], frame: str = frame) -> re.Pattern[str]:
        small = [_small(phrase, accented=accented) for phrase in phrases]
        longest_first = "|".join(sorted(small, key=len, reverse=True))
        return re.compile(frame.replace("{}", longest_first) if phrases else r"(?!)")

    return _Phrases(
        forms={name: pattern(asks[name]) for name in _FORMS if name in asks},
        yes_no=pattern(asks.get("yes_no", ()), "{}"),
        leads=pattern(question.get("leads", ()), _LEADS if spaced else _LEADS_UNSPACED),
        lists=pattern(question.get("lists", ())),
        definitions=pattern(question.get("definitions", ())),
        noun=frozenset(question.get("noun", "behind before").split()),
        nouns={
            term(noun): Wanted(kind)
            for kind, nouns in tables.get("wanted", {}).items()
            for noun in nouns.split()
        },
        joins="joining" in tables,
    )
