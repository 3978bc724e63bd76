"""Yes, no or neither: what one sentence says to a question that wants only that.

A sentence decides where it covers the claim: every name, figure, date and ordinal of the question
and most of its other words, or their opposites. It says yes if it is as often turned into its
opposite as the question is, counting negations, denials and opposites; without certainty None.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.answering.short.sentence import Sentence, read_sentence
from retrieval.analysis import analyser
from retrieval.entities import NAMES, Kind, Mention, mentions
from retrieval.lexicon import lexicon
from retrieval.question import Question

LEAST_COVERED = 0.7  # share of the question's other words that the sentence must hold
_REACH = 8  # tokens between a negation and what it denies
_LIGHT_WEIGHT = 0.25
_STRICT_KINDS = frozenset(
    {Kind.DATE, Kind.DURATION, Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.ORDINAL}
)


@dataclass(frozen=True, slots=True)
class Polarity:
    """The words of one language that turn statements round, as terms."""

    negations: frozenset[str]
    denials: frozenset[str]
    open: frozenset[str]
    strict: frozenset[str]
    light: frozenset[str]
    opposites: dict[str, frozenset[str]]


@cache
def polarity(language: str) -> Polarity:
    """The polarity words of `language`; empty where there is no list."""
    lists = lexicon(f"polarity_{language}")
    term = analyser(language).term

    def terms(words: str) -> frozenset[str]:
        return frozenset(term(word) for word in words.split())

    opposites: dict[str, set[str]] = {}
    for word, others in lists.get("opposites", {}).items():
        for other in terms(others):
            opposites.setdefault(term(word), set()).add(other)
            opposites.setdefault(other, set()).add(term(word))
    return Polarity(
        **{
            name: terms(lists.get(name, ""))
            for name in ("negations", "denials", "open", "strict", "light")
        },
        opposites={word: frozenset(others) for word, others in opposites.items()},
    )


def yes_or_no(question: Question, text: str) -> bool | None:
    """Whether a sentence says yes (True) or no (False) to a question, None if it doesn't decide."""
    rules = polarity(question.language)
    asked = read_sentence(question.text, language=question.language)
    stated = read_sentence(text, language=question.language)
    claim = {term for term in (_plain(asked, token.start) for token in question.content) if term}
    said = set(stated.terms)
    flipped = _by_opposite(claim - said, said, rules)
    covered = (claim & said) | flipped
    if _decisive(asked, claim, rules) - covered:
        return None
    if not _covers(question, text, claim, covered, rules) or _swapped(question, stated):
        return None
    strict = rules.strict & set(asked.terms)
    if strict - said or _left_open(stated, asked, covered, rules):
        return None
    answered = covered | {opposite for term in flipped for opposite in rules.opposites[term]}
    turns = len(flipped) + _denied(stated, covered, answered, rules)
    turns += _turned_question(asked, said, rules)
    return turns % 2 == 0


def _plain(sentence: Sentence, start: int) -> str:
    """The term of the token that starts at a place, a verb's by its base form."""
    try:
        return sentence.terms[sentence.tokens.starts.index(start)]
    except ValueError:
        return ""


def _decisive(asked: Sentence, claim: set[str], rules: Polarity) -> set[str]:
    """The words of a claim without which nothing is said to it: verbs, and what has an opposite."""
    verbs = {t for t, tag in zip(asked.terms, asked.tags, strict=True) if tag in "VEG"}
    return {term for term in claim if term in verbs or term in rules.opposites} - rules.light


def _by_opposite(missing: set[str], said: set[str], rules: Polarity) -> set[str]:
    return {term for term in missing if rules.opposites.get(term, frozenset()) & said}


def _covers(
    question: Question, text: str, claim: set[str], covered: set[str], rules: Polarity
) -> bool:
    if not claim or not _holds_mentions(question, text):
        return False
    weights = {term: _LIGHT_WEIGHT if term in rules.light else 1.0 for term in claim}
    share = sum(weights[term] for term in covered) / sum(weights.values())
    return share >= LEAST_COVERED and any(weights[term] == 1.0 for term in covered)


def _holds_mentions(question: Question, text: str) -> bool:
    """Whether every name, date and quantity of the question stands in the text as well."""
    found = mentions(text, language=question.language)
    values = {mention.value for mention in found if mention.value}
    analysis = analyser(question.language)
    said = set(analysis.terms(text))

    def held(mention: Mention) -> bool:
        if mention.kind in _STRICT_KINDS and mention.value:
            return mention.value in values or any(
                mention.value.lstrip("-") in value for value in values if mention.kind is Kind.DATE
            )
        words = question.text[mention.start : mention.end]
        return set(analysis.terms(words)) - analysis.stop_terms <= said

    wanted = [
        mention
        for mention in mentions(question.text, language=question.language)
        if mention.kind in _STRICT_KINDS or mention.kind in NAMES
    ]
    return all(held(mention) for mention in wanted)


def _swapped(question: Question, stated: Sentence) -> bool:
    """Whether the question's first two names stand in the other order, with no "by" between."""
    names = [mention.value for mention in question.names]
    if len(names) < 2:
        return False
    text = stated.tokens.text
    first, second = (text.find(name) for name in names[:2])
    return (
        0 <= second < first
        and " by " not in text[second:first]
        and " and " not in text[second:first]
    )


def _left_open(stated: Sentence, asked: Sentence, covered: set[str], rules: Polarity) -> bool:
    asking = set(asked.terms)
    return any(
        term in rules.open and term not in asking and _reaches(stated, place, covered)
        for place, term in enumerate(stated.terms)
    )


def _denied(stated: Sentence, covered: set[str], answered: set[str], rules: Polarity) -> int:
    """How many negations and denials reach a covered word, denials that answer one left out."""
    cues = rules.negations | (rules.denials - answered)
    return sum(
        term in cues and _reaches(stated, place, covered) for place, term in enumerate(stated.terms)
    )


def _reaches(sentence: Sentence, place: int, covered: set[str]) -> bool:
    """Whether a covered word follows in the same clause, before another verb phrase ends it."""
    for number in range(place + 1, min(place + 1 + _REACH, len(sentence.terms))):
        if sentence.tags[number] in ",.(" or sentence.words[number] in ("but", "because", "while"):
            return False
        if sentence.terms[number] in covered:
            return True
    return False


def _turned_question(asked: Sentence, said: set[str], rules: Polarity) -> int:
    """Denials that aren't said as well, and "never", "no"; "isn't it" asks as "is it" does."""
    turned = (rules.denials - said) | {"never", "no", "without", "cannot"}
    return sum(term in turned for term in asked.terms)
