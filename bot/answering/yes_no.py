"""Yes, no or neither: what one sentence says to a question that wants only that.

A sentence decides where it covers the claim: every name, figure, date and ordinal of the question
and most of its other words, or their opposites. It says yes if it is as often turned into its
opposite as the question is, counting negations, denials and opposites; without certainty None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answering.asserting import asserted
from bot.answering.described import only_describes, only_names
from bot.answering.negation import denies_another, left_open, turned_question, turns
from bot.answering.polarity import Polarity, polarity
from bot.answering.referring import points_back, subject
from bot.answering.short.sentence import Sentence, read_sentence, syntax
from retrieval.analysis import analyser
from retrieval.entities import NAMES, Kind, Mention, mentions
from retrieval.question import Question
from retrieval.synonyms import SAME, alternatives

LEAST_COVERED = 0.76  # share of the question's other words that the sentence must hold
LEAST_SAID = 2  # words of a question that a sentence must hold for others to be said otherwise
_CLAUSES = re.compile(r";\s+|,?\s+but\s+|,\s+(?:while|whereas)\s+")
_DOING = frozenset({"make", "do", "get", "take"})
_LIGHT_WEIGHT = 0.25
_REWORDED = 0.05  # by how much a word said in other words lowers the share
_STRICT_KINDS = frozenset(
    {Kind.DATE, Kind.DURATION, Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.ORDINAL}
)


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, and the share of the question's words, in (0, 1], that the sentence holds."""

    yes: bool
    share: float


def yes_or_no(
    question: Question,
    text: str,
    *,
    about: frozenset[str] = frozenset(),
    title: frozenset[str] = frozenset(),
) -> Decision | None:
    """Whether a sentence says yes or no to a question, None if it doesn't decide.

    `about` are the terms of what a pronoun at its head stands for, `title` those of the document's
    title, one of which need not be said again, unless it is what the verb is done to. A clause that
    decides counts more than the whole, and what a semicolon parts is no whole; clauses that
    contradict each other leave the question open.
    """
    if not polarity(question.language).negations:
        return None  # what turns a statement round in this language is not known
    clauses = [part for part in _CLAUSES.split(text) if part.strip()]
    if len(clauses) > 1:
        first = subject(read_sentence(clauses[0], language=question.language)) | about
        told = [
            decided
            for part in clauses
            if (decided := _decided(question, part, first if points_back(part) else about, title))
        ]
        if told:
            return told[0] if len({decided.yes for decided in told}) == 1 else None
    return None if "; " in text else _decided(question, text, about, title)


def _decided(
    question: Question, text: str, about: frozenset[str], title: frozenset[str]
) -> Decision | None:
    rules = polarity(question.language)
    asked = read_sentence(question.text, language=question.language)
    stated = read_sentence(text, language=question.language)
    if _asks_of_anybody(asked, rules) and not rules.nobody & set(stated.terms):
        return None
    claim = {term for term in (_plain(asked, token.start) for token in question.content) if term}
    said = (set(stated.terms) - only_names(asked, stated)) | about
    flipped = _by_opposite(claim - said, said, rules)
    claim -= rules.negations
    reworded = _in_other_words(claim - said - flipped, asked, said - claim)
    if len(claim & said) < LEAST_SAID:
        reworded = set()
    claim -= rules.denials - said - flipped - reworded
    permitted = _permitted(asked, claim - said, said, rules)
    claim |= permitted
    covered = (claim & said) | flipped | reworded | permitted
    understood = ((claim - covered) & title) - _object(asked)
    if len(understood) == 1 and not reworded:
        claim -= understood
    if _decisive(asked, claim, rules) - covered or _swapped(question, stated):
        return None
    if only_describes(asked, stated):
        return None
    share = _share(claim, covered, rules)
    if share < LEAST_COVERED or not _holds_mentions(question, text, about):
        return None
    strict = rules.strict & set(asked.terms)
    if strict - said or left_open(stated, asked, covered, rules):
        return None
    if denies_another(stated, covered, rules) or _says_too_little(asked, stated, claim, rules):
        return None
    held = asserted(stated, asked, covered, rules)
    if held is None:
        return None
    answered = covered | {opposite for term in flipped for opposite in rules.opposites[term]}
    turned = len(flipped) + turns(stated, answered, answered)
    turned += turned_question(asked, said | flipped | reworded, rules) + (not held)
    return Decision(turned % 2 == 0, share - _REWORDED * len(reworded))


def _asks_of_anybody(asked: Sentence, rules: Polarity) -> bool:
    """Whether "anybody" is the subject: "was anybody inside?", not "did they win anything?"."""
    return any(term in rules.anybody for term in asked.terms[1:2])


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


def _object(asked: Sentence) -> set[str]:
    """The words of the noun phrase right behind the main verb: the bikes of "do you sell bikes"."""
    verb = next((place for place, tag in enumerate(asked.tags) if tag in "VEG"), None)
    if verb is None:
        return set()
    end = verb + 1
    while asked.tags[end : end + 1] and asked.tags[end] in "DNC#":
        end += 1
    return set(asked.terms[verb + 1 : end])


def _in_other_words(missing: set[str], asked: Sentence, said: set[str]) -> set[str]:
    """The missing words for which the sentence has others that say the same."""
    others = alternatives(asked.terms, language=asked.language)
    return {
        term
        for term in missing
        for phrase, close in others.get(term, {}).items()
        if close >= SAME and set(phrase.split()) <= said
    }


def _permitted(asked: Sentence, missing: set[str], said: set[str], rules: Polarity) -> set[str]:
    """What "can I bring a dog" asks for, where the sentence says what is allowed or not."""
    if not asked.words or asked.words[0] not in rules.asks_leave or not rules.permits & said:
        return set()
    general = missing & rules.general
    return general | (rules.permits & said) if general else set()


def _by_opposite(missing: set[str], said: set[str], rules: Polarity) -> set[str]:
    return {term for term in missing if rules.opposites.get(term, frozenset()) & said}


def _share(claim: set[str], covered: set[str], rules: Polarity) -> float:
    """How much of a claim is covered, light words counted little; 0 where only they are."""
    weights = {term: _LIGHT_WEIGHT if term in rules.light else 1.0 for term in claim}
    if not any(weights[term] == 1.0 for term in covered):
        return 0.0
    return sum(weights[term] for term in covered) / sum(weights.values())


def _holds_mentions(question: Question, text: str, about: frozenset[str]) -> bool:
    """Whether every name, date and quantity of the question stands in the text as well."""
    found = mentions(text, language=question.language)
    values = {mention.value for mention in found if mention.value}
    analysis = analyser(question.language)
    said = set(analysis.terms(text)) | about

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


def _says_too_little(asked: Sentence, stated: Sentence, claim: set[str], rules: Polarity) -> bool:
    """Whether only one word is claimed, and the sentence says it of other things.

    To "was it arson?" it must be said that something is arson, to "can I make tea with it?" that
    tea is made.
    """
    told = claim - rules.light
    if len(told) != 1:
        return False
    copulas = syntax(asked.language).copulas
    if asked.words[0] in copulas and asked.tags[1:2] == "R":
        places = [n for n, term in enumerate(stated.terms) if term in told]
        return not any(_is_predicate(stated, place, copulas) for place in places)
    verbs = {t for t, tag in zip(asked.terms, asked.tags, strict=True) if tag in "VEG"}
    return bool(verbs & rules.light & _DOING) and verbs.isdisjoint(stated.terms)


def _is_predicate(stated: Sentence, place: int, copulas: frozenset[str]) -> bool:
    """Whether nothing but adverbs, articles and adjectives stands between "is" and a word."""
    start = place - 1
    while start > 0 and stated.tags[start] in "DAN" and stated.words[start] not in copulas:
        start -= 1
    return start >= 0 and (stated.words[start] in copulas or stated.tags[start] == "X")


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
