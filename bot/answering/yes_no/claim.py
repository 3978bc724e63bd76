"""What a yes-or-no question claims, and which words of that a sentence says, and how."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.polarity import Polarity
from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.times.weekdays import day_told
from bot.answering.yes_no.contraries import contraries
from bot.answering.yes_no.described import only_names
from bot.answering.yes_no.existing import none_reached
from bot.answering.yes_no.implied import Setting, implied, noun_phrase, titled
from bot.answering.yes_no.leave import leave_refused, leave_told
from bot.answering.yes_no.lone import lone_times
from bot.answering.yes_no.other_amount import other_amount
from retrieval.question import Question
from retrieval.synonyms import PUT, SAME, alternatives

LEAST_SAID = 2  # words of a question that a sentence must hold for others to be said otherwise
_LIGHT_WEIGHT = 0.25
_LEAST_UNDONE = 4  # letters of a word that "un" turns round, as it doesn't "it" in "unit"
_UNLIKE = frozenset({"like", "less"})  # "unlike" and "unless" deny nothing of them


@dataclass(frozen=True, slots=True)
class Claim:
    """The words a sentence must say, as terms, without those that need not be said again.

    `covered` are those that it says: itself, by their opposites (`flipped`), or in `other` words;
    `near` are those that stand above it, `answered` all its words that speak of the claim;
    `amount` is told otherwise ("300" for "500"), `times` are those near that nothing contests.
    """

    words: frozenset[str]
    covered: frozenset[str]
    flipped: frozenset[str]
    reworded: frozenset[str]
    near: frozenset[str]
    answered: frozenset[str]
    amount: frozenset[str]
    times: frozenset[str]

    @property
    def missing(self) -> frozenset[str]:
        """The words that are not said."""
        return self.words - self.covered


def claimed(
    question: Question, asked: Sentence, stated: Sentence, setting: Setting, rules: Polarity
) -> Claim:
    """What a question claims, held against a sentence."""
    said = _said(asked, stated) | setting.about
    words = {term for term in (_plain(asked, token.start) for token in question.content) if term}
    refused = leave_refused(asked, stated, rules)
    amount = other_amount(asked, stated, rules)
    flipped = _said_against(words, said, asked, stated, rules) | refused | amount
    words = (words | flipped) - rules.negations - none_reached(asked, stated, rules)
    unsaid = words - said - flipped - setting.beside
    telling = said - words - _of_sources(stated) - _failures(stated, rules)
    other = _in_other_words(unsaid, asked, telling, rules, undone=_attributes(stated))
    if len(words & said) < LEAST_SAID and not refused:
        other = {}
    words -= rules.denials - said - flipped - set(other)
    permitted = leave_told(asked, words - said - flipped, stated, words & said, rules)
    day = _day(asked, stated, words - said, setting)
    words |= permitted
    flipped |= {term for term, within in day.items() if not within}
    covered = (words & said) | flipped | set(other) | permitted | set(day)
    if not other:
        words -= titled(words - covered - asked.verbs, asked, stated, title=setting.title)
    rest = words - covered - asked.verbs
    near = implied(rest, asked, stated, above=setting.above, covered=covered)
    times = lone_times(rest, asked, stated, above=setting.above, covered=covered)
    near |= times
    return Claim(
        words=frozenset(words - near),
        covered=frozenset(covered),
        flipped=frozenset(flipped),
        reworded=frozenset(other),
        near=frozenset(near | set(day)),
        answered=frozenset(covered.union(_turned(flipped, rules), *other.values())),
        amount=frozenset(amount),
        times=frozenset(times),
    )


def _said(asked: Sentence, stated: Sentence) -> set[str]:
    """The terms that a sentence says: not those it has in names, nor as nouns for verbs."""
    unsaid = only_names(asked, stated) | _parts_of_names(asked, stated) | _only_nouns(asked, stated)
    return set(stated.terms) - unsaid


def _said_against(
    words: Set[str], said: Set[str], asked: Sentence, stated: Sentence, rules: Polarity
) -> set[str]:
    """The words of which a sentence says the opposite, or what excludes them."""
    opposed = {term for term in words - said if rules.opposites.get(term, frozenset()) & said}
    uses = zip(asked.terms, asked.words, strict=True)
    undone = {t for t, word in uses if t in words - said and _undone(t, word) & _all(stated)}
    failed = _came_to_nothing(asked, stated, rules)
    return opposed | undone | ((contraries(asked, stated, rules) | failed) & (words - said))


def _came_to_nothing(asked: Sentence, stated: Sentence, rules: Polarity) -> set[str]:
    """The verb of "did the motion go through?" where a sentence says that it failed."""
    through = {
        asked.terms[place]
        for place in range(len(asked.words) - 1)
        if asked.terms[place] in listed("yes_no.going_through", asked.language)
        and asked.words[place + 1] == "through"
    }
    succeeding = through | (asked.verbs & rules.granted)
    tagged = enumerate(zip(stated.terms, stated.tags, strict=True))
    failing = any(
        term in rules.refused and tag in "VE" and stated.tags[place + 1 : place + 2] != "t"
        for place, (term, tag) in tagged
    )
    return succeeding if failing and not stated.verbs & rules.granted else set()


def _undone(term: str, word: str = "") -> set[str]:
    """What says that something has not been done, of what has: "unfinished", "unpaid"."""
    return {f"un{form}" for form in {term, word} - _UNLIKE if len(form) >= _LEAST_UNDONE}


def _all(sentence: Sentence) -> set[str]:
    return {*sentence.terms, *sentence.words}


def _turned(flipped: Set[str], rules: Polarity) -> set[str]:
    """The opposites and contraries of some words."""
    pairs = (rules.opposites, rules.contraries)
    others = {other for known in pairs for term in flipped for other in known.get(term, ())}
    return others.union(*map(_undone, flipped))


def share_said(claim: Claim, rules: Polarity) -> float:
    """How much of a claim is covered, light words counted little; 0 where only they are."""
    weights = {term: _LIGHT_WEIGHT if term in rules.light else 1.0 for term in claim.words}
    if not any(weights[term] == 1.0 for term in claim.covered):
        return 0.0
    return sum(weights[term] for term in claim.covered) / sum(weights.values())


def decisive(asked: Sentence, claim: Claim, rules: Polarity) -> set[str]:
    """The words of a claim without which nothing is said to it: verbs, and what has an opposite.

    So are manners ("in person"). Of a verb that is told in other words, who does it as well: a
    ruined chapel tells of no storm.
    """
    needed = {term for term in claim.words if term in asked.verbs or term in rules.opposites}
    needed |= _manners(asked) & claim.words
    if asked.verbs & claim.reworded:
        needed |= noun_phrase(asked, 1) & claim.words
    return needed - rules.light


def _manners(asked: Sentence) -> set[str]:
    """The lone nouns behind a preposition, which tell in what way: "in person", "by phone"."""
    ways = listed("yes_no.ways", asked.language)
    return {
        asked.terms[place]
        for place in range(1, len(asked.tags))
        if asked.tags[place] == "N"
        and asked.words[place - 1] in ways
        and asked.tags[place + 1 : place + 2] not in ("N", "C", "o", "-")
    }


def lacked(asked: Sentence) -> set[str]:
    """What is said to be lacking, behind "without"."""
    places = (place for place, word in enumerate(asked.words) if word == "without")
    return {term for place in places for term in noun_phrase(asked, place + 1)}


def _parts_of_names(asked: Sentence, stated: Sentence) -> set[str]:
    """The verbs of a question that stand only as parts of names: "can I park?" in "Park Road"."""
    tags = stated.tags
    named = [
        tag == "C" and "C" in (tags[n - 1 : n] + tags[n + 1 : n + 2]) for n, tag in enumerate(tags)
    ]
    inside = {term for term, within in zip(stated.terms, named, strict=True) if within}
    outside = {term for term, within in zip(stated.terms, named, strict=True) if not within}
    return (inside & asked.verbs) - outside


def _only_nouns(asked: Sentence, stated: Sentence) -> set[str]:
    """The verbs of a question that stand only as nouns: "did they talk?" in "before the talks",
    "will she run?" in "the wage run".
    """
    said = zip(stated.terms, stated.tags, stated.words, strict=True)
    led = [False, *(_is_singular(stated, place) for place in range(len(stated.tags) - 1))]
    uses = [
        (term, tag == "N" and (word.endswith("s") or compound))
        for (term, tag, word), compound in zip(said, led, strict=True)
    ]
    nouns = {term for term, noun in uses if noun and term in asked.verbs}
    return nouns - {term for term, noun in uses if not noun}


def _is_singular(sentence: Sentence, place: int) -> bool:
    return sentence.tags[place] == "N" and not sentence.words[place].endswith("s")


def _of_sources(stated: Sentence) -> set[str]:
    """The words that only name a source: "according to" speaks of no accord."""
    words = stated.words
    naming = {n for n in range(len(words) - 1) if words[n : n + 2] == ("according", "to")}
    inside = {stated.terms[n] for n in naming}
    return inside - {term for n, term in enumerate(stated.terms) if n not in naming}


def _failures(stated: Sentence, rules: Polarity) -> set[str]:
    """The words for a failure that somebody meets, though they tell of success as verbs: "a defeat
    for the club", "they were defeated".
    """
    copulas = syntax(stated.language).copulas
    return {
        term
        for place, term in enumerate(stated.terms)
        if term in rules.refused
        and (stated.tags[place] == "N" or stated.words[max(place - 1, 0)] in copulas)
    }


def _attributes(stated: Sentence) -> set[str]:
    """The participles that only describe a noun: in "a retired judge" nobody retires."""
    tags, words = stated.tags, stated.words
    described = (place for place in range(1, len(tags) - 1) if words[place].endswith("ed"))
    return {
        stated.terms[place]
        for place in described
        if tags[place - 1] == "D" and tags[place] in "EN" and tags[place + 1] in "NC"
    }


def _plain(sentence: Sentence, start: int) -> str:
    """The term of the token that starts at a place, a verb's by its base form."""
    try:
        return sentence.terms[sentence.tokens.starts.index(start)]
    except ValueError:
        return ""


def _in_other_words(
    missing: set[str], asked: Sentence, said: set[str], rules: Polarity, *, undone: set[str]
) -> dict[str, set[str]]:
    """The missing words for which the sentence has others that may stand there, with these.

    A verb's must say the same, and be none of what is `undone`; nothing stands for its opposite.
    """
    known = alternatives(asked.terms, language=asked.language)
    found: dict[str, set[str]] = {}
    for term in missing:
        verb = term in asked.verbs
        least = SAME if verb else PUT
        said_of_it = said - rules.opposites.get(term, frozenset()) - (undone if verb else set())
        for phrase, close in known.get(term, {}).items():
            if close >= least and said_of_it.issuperset(phrase.split()):
                found.setdefault(term, set()).update(phrase.split())
    return found


def _day(asked: Sentence, stated: Sentence, missing: Set[str], setting: Setting) -> dict[str, bool]:
    """The missing weekday, and whether it is one of those that the sentence tells.

    It is not known to be none of them where the page around speaks of it as well.
    """
    within = day_told(asked.tokens.text, stated.tokens.text, language=stated.language)
    if within is None:
        return {}
    days = {term for term in missing if term.endswith("day")}
    return {term: within for term in days if within or term not in setting.page}
