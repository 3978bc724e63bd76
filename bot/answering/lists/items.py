"""Lists: the items of an enumeration that answers "which", "who took part", "what themes"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answering.grammar.alike import alike
from bot.answering.grammar.enumerations import FEWEST, Enumeration, enumerations
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.named_lists import is_named, names_asked, number_asked
from bot.answering.grammar.question import Asked, read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.short.choosing import evidence, weigh
from bot.answering.short.judging import normalise
from bot.answering.short.model import Model, shipped_model
from retrieval.entities import NAMES, Kind, Mention, mentions
from retrieval.question import Kind as Asking
from retrieval.question import Question, Wanted
from retrieval.records import Span
from retrieval.synonyms import SAME

LEAST_SHARE = 0.15  # share of the candidates that an enumeration must hold to be an answer
_LEAST_OF_BEST = 0.4  # of the likeliest enumeration's share that a further one must have
_NAMED_SO = 1.0  # what an enumeration that is introduced as what is asked for has before others
_INTRODUCING = frozenset({"including", "namely", "like", ":"})
_REACH = 6  # tokens before "such as" in which the noun for the items stands
_KINDS = {
    Wanted.PERSON: NAMES | {Kind.TITLE},
    Wanted.GROUP: frozenset({Kind.GROUP, Kind.NAME, Kind.PLACE}),
    Wanted.PLACE: frozenset({Kind.PLACE, Kind.NAME, Kind.GROUP}),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One item: `texts[passage][start:end]`."""

    passage: int
    start: int
    end: int


def list_items(
    question: Question,
    texts: Sequence[str],
    *,
    probabilities: Sequence[float] | None = None,
    model: Model | None = None,
    least: float = LEAST_SHARE,
) -> tuple[Item, ...]:
    """The items that answer, the likeliest enumeration's first; () where no enumeration does.

    An enumeration is as likely as the candidates of the short answers' model inside it are
    together, less if its items are not of the kind asked for. Further passages add theirs if it
    is likely too, or if it shares an item with those so far. `probabilities` are those with which
    the passages answer, `least` is the share of all candidates that the likeliest must hold.
    """
    asked = read_question(question)
    sentences = [read_sentence(text, language=question.language) for text in texts]
    priors = [evidence(value) for value in probabilities or [0.5] * len(texts)]
    found = _weighed(question, sentences, asked, priors, model or shipped_model())
    if not found or found[0].share < least:
        return ()
    taken: dict[str, Item] = {}
    used: set[int] = set()
    for each in found:
        sentence = sentences[each.passage]
        bare = [_without_sort(sentence, item, asked) for item in each.items]
        items = [
            Item(each.passage, *sentence.slice(*item))
            for item in bare
            if len(each.items) == FEWEST or _is_proper(sentence, item, asked)
        ]
        named = {normalise(texts[i.passage][i.start : i.end]): i for i in items}
        likely = each.share >= _LEAST_OF_BEST * found[0].share or taken.keys() & named
        if each.passage not in used and likely:
            used.add(each.passage)
            taken |= _new(named, taken)
    return tuple(taken.values())


def _without_sort(sentence: Sentence, item: Span, asked: Asked) -> Span:
    """A name without the noun for all that is asked for: "Moss" of "Ostra and Moss mills"."""
    last = item.end - 1
    named = set(sentence.tags[item.start : last]) == {"C"} and sentence.tags[last] == "N"
    return Span(item.start, last) if named and sentence.terms[last] == asked.head else item


def _is_proper(sentence: Sentence, item: Span, asked: Asked) -> bool:
    """Whether an item is more than what is asked for: "Mill Street", not "other streets"."""
    last = item.end - 1
    return sentence.terms[last] != asked.head or sentence.tags[last - 1 : last + 1] == "CC"


def _new(named: Mapping[str, Item], taken: Mapping[str, Item]) -> dict[str, Item]:
    return {name: item for name, item in named.items() if name and name not in taken}


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An enumeration of a passage and the share of all candidates that it holds."""

    passage: int
    items: tuple[Span, ...]
    share: float


def _weighed(
    question: Question,
    sentences: Sequence[Sentence],
    asked: Asked,
    priors: Sequence[float],
    model: Model,
) -> list[_Weighed]:
    """Every enumeration of every sentence, the likeliest first."""
    choice = weigh(sentences, asked, priors=priors, model=model)
    if not len(choice.spans):
        return []
    first, last = choice.spans.T
    names = names_asked(question)
    found = []
    for number, sentence in enumerate(sentences):
        own = choice.passages == number
        for enumeration in enumerations(sentence):
            if names and not is_named(sentence, enumeration):
                continue
            start, end = enumeration.whole
            inside = own & (first >= start) & (last <= end)
            fit = _fit(question, asked, sentence, enumeration)
            share = float(choice.shares[inside].sum()) * fit
            named = fit == 1 and _is_named_so(question, asked, sentence, enumeration)
            if named or _does_it(asked, sentence, enumeration):
                share += _NAMED_SO
            found.append(_Weighed(number, enumeration.items, share))
    return sorted(found, key=lambda each: -each.share)


def _is_named_so(
    question: Question, asked: Asked, sentence: Sentence, enumeration: Enumeration
) -> bool:
    """Whether a sentence gives the items as what is asked for: "parts such as seals and sieves".

    So it does where it names as many of them as the question counts: "which three countries".
    """
    start = enumeration.whole.start
    heads = alike(asked.head, question.language, least=SAME) if asked.head else frozenset()
    counted = number_asked(question)
    if counted == len(enumeration.items) and heads & set(sentence.terms):
        return True
    opening = (
        start - 2 if sentence.words[max(start - 2, 0) : start] == ("such", "as") else start - 1
    )
    introduced = start > 0 and (opening < start - 1 or sentence.words[start - 1] in _INTRODUCING)
    return introduced and bool(heads & set(sentence.terms[max(opening - _REACH, 0) : opening]))


def _does_it(asked: Asked, sentence: Sentence, enumeration: Enumeration) -> bool:
    """Whether the items are the subject of the verb whose subject is asked for: "who left?"."""
    place = sentence.run_end(enumeration.whole.end, "XA")
    if not asked.gap_first or not asked.verb or place >= len(sentence.terms):
        return False
    return sentence.terms[place] in alike(asked.verb, sentence.language, least=SAME)


def _fit(question: Question, asked: Asked, sentence: Sentence, enumeration: Enumeration) -> float:
    """The share of the items that are new and of the kind asked for, if one is."""
    kinds = _KINDS.get(question.wanted)
    asking = {token.term for token in question.content}
    if question.kind is Asking.WHO and _names_no_doers(sentence, enumeration, asking):
        return 0.0
    thing = question.kind is Asking.WHAT and not asked.head
    found = mentions(sentence.tokens.text, language=sentence.language) if kinds or thing else ()
    if thing and _are_persons(sentence, enumeration, found):
        return 0.0
    fitting = 0
    for first, last in enumeration.items:
        new = set(sentence.terms[first:last]) - asking - {""}
        span = Span(*sentence.slice(first, last))
        named = not kinds or any(m.kind in kinds and m.span.overlaps(span) for m in found)
        fitting += bool(new) and named
    return fitting / len(enumeration.items)


def _are_persons(sentence: Sentence, enumeration: Enumeration, found: Sequence[Mention]) -> bool:
    """Whether every item ends with a person's name, who is no thing."""
    ends = {mention.end for mention in found if mention.kind is Kind.PERSON}
    return all(sentence.tokens.ends[item.end - 1] in ends for item in enumeration.items)


def _names_no_doers(sentence: Sentence, enumeration: Enumeration, asking: set[str]) -> bool:
    """Whether items stand behind "in" or the like, or name one of whom something else is asked."""
    start, end = enumeration.whole
    locating = listed("people.locating", sentence.language)
    located = start > 0 and sentence.words[start - 1] in locating
    names = (sentence.terms[n] for n in range(start, end) if sentence.tags[n] == "C")
    return located or not asking.isdisjoint(names)
