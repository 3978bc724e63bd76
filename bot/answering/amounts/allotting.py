"""Which of several amounts or times in a sentence is that of the thing asked about.

"Black prints cost 10 pence and colour prints 35 pence" gives each its own: a sentence is parted
between its amounts, where the next thing begins, and the part that holds most of the question
holds the amount.
"""

from __future__ import annotations

from bot.answering.forms.things import times_of_day
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import Sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention, mentions
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span
from retrieval.synonyms import alternatives

_KINDS = {
    Wanted.MONEY: MentionKind.MONEY,
    Wanted.PERCENTAGE: MentionKind.PERCENTAGE,
    Wanted.DURATION: MentionKind.DURATION,
}
_ENDING = frozenset({";", "."})
_TIES = frozenset({"to", "-", "–", "or"})  # between the two ends of a range


def allotted(question: Question, sentence: Sentence) -> Span | None:
    """The amount that is told of what is asked about; None where the sentence tells only one."""
    if sided := _sided(question, sentence):
        return sided
    amounts = (
        _times(question, sentence) if question.kind is Kind.WHEN else _amounts(question, sentence)
    )
    if len(amounts) < 2:
        return None
    asked = [token.term for token in question.content]
    parts = _parts(sentence, amounts)
    left = "VEGX" if _share_verb(sentence, parts) else "X"
    told = [_things(sentence, part, left=left) for part in parts]
    place = _fullest([{term for term in asked if term in things} for things in told])
    if place is None:
        others = alternatives(asked, language=question.language)
        wider = {term: {term, *others.get(term, ())} for term in asked}
        place = _fullest([{term for term in asked if wider[term] & things} for things in told])
    return None if place is None else amounts[place]


def _sided(question: Question, sentence: Sentence) -> Span | None:
    """How many were for something, or against it: "seven voted for it and four against"."""
    if not pattern("amounts.takes_sides", question.language).search(question.text):
        return None
    known = listed("amounts.sides", question.language)
    sides = known & question.words
    if question.kind is not Kind.HOW_MANY or len(sides) != 1 or not known <= {*sentence.words}:
        return None
    places = [n for n, word in enumerate(sentence.words) if word in known]
    place = sentence.words.index(next(iter(sides)))
    start = max((n for n in places if n < place), default=0)
    found = mentions(sentence.tokens.text, language=question.language)
    between = sentence.tokens.starts[start], sentence.tokens.starts[place]
    counts = [m.span for m in found if m.kind is MentionKind.NUMBER and m.span.start >= between[0]]
    counts = [span for span in counts if span.end <= between[1]]
    return counts[0] if len(counts) == 1 else None


def _amounts(question: Question, sentence: Sentence) -> list[Span]:
    """The amounts of the kind asked for, with bare numbers among them; none for bare ones alone."""
    kind = _KINDS.get(question.wanted)
    how_much = pattern("amounts.how_much", question.language)
    if question.wanted is Wanted.NUMBER and how_much.search(question.text):
        kind = MentionKind.MONEY  # "how much did she receive?"
    if question.kind is not Kind.HOW_MANY or kind is None:
        return []
    found = mentions(sentence.tokens.text, language=question.language)
    amounts = _ranges(sentence, [m.span for m in found if m.kind is kind or _is_bare(sentence, m)])
    return amounts if any(mention.kind is kind for mention in found) else []


def _times(question: Question, sentence: Sentence) -> list[Span]:
    """The times of day in a sentence, if each has a thing of its own beside it."""
    found = _ranges(sentence, times_of_day(sentence.tokens.text, question.language))
    named = len(found) > 1 and all(
        set(sentence.tags[slice(*part)]) & set("NC") for part in _parts(sentence, found)
    )
    return found if named else []


def _fullest(held: list[set[str]]) -> int | None:
    """The one set that is the largest without what all have in common; None if there are two."""
    common = set.intersection(*held)
    counts = [len(terms - common) for terms in held]
    best = max(counts)
    return counts.index(best) if counts.count(best) == 1 else None


def _share_verb(sentence: Sentence, parts: list[tuple[int, int]]) -> bool:
    """Whether not each amount has a verb of its own: "infants leave at 3.10, juniors at 3.20"."""
    own = (set(sentence.tags[slice(*part)].replace("DG", "D")) & set("VEG") for part in parts)
    return not all(own)


def _things(sentence: Sentence, part: tuple[int, int], *, left: str) -> set[str]:
    """The terms of some tokens, without those whose tags are `left` out."""
    return {sentence.terms[n] for n in range(*part) if sentence.tags[n] not in left}


def _is_bare(sentence: Sentence, mention: Mention) -> bool:
    """Whether a number stands without a unit: "tandems 25", "the remaining 25"."""
    first, behind = sentence.at(mention.start), sentence.at(mention.end)
    alone = mention.kind is MentionKind.NUMBER and sentence.tags[behind : behind + 1] in (
        "",
        *".,&",
    )
    before = sentence.tags[max(first - 1, 0)]
    remaining = before == "G" and sentence.tags[max(first - 2, 0)] == "D"
    return alone and (before in "NC" or remaining)


def _ranges(sentence: Sentence, found: list[Span]) -> list[Span]:
    """The amounts, those of one range together: "96 to 110 euros"."""
    text = sentence.tokens.text
    spans: list[Span] = []
    for span in found:
        between = text[spans[-1].end : span.start].strip() if spans else ""
        if between in _TIES:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def _parts(sentence: Sentence, amounts: list[Span]) -> list[tuple[int, int]]:
    """The tokens that belong to each amount.

    Things stand behind their amounts where something stands behind the last one ("9 euros for
    adults, 5 euros for children"), else before them.
    """
    first = [sentence.at(amount.start) for amount in amounts]
    last = [sentence.at(amount.end) for amount in amounts]
    end = len(sentence.tags)
    closed = next((n for n in range(last[-1], end) if sentence.words[n] in _ENDING), end)
    if any(tag in "NC" for tag in sentence.tags[last[-1] : closed]):
        return list(zip(first, [*first[1:], end], strict=True))
    ties = [_tie(sentence, *gap) for gap in zip(last, first[1:], strict=False)]
    return list(zip([0, *ties], [*ties, end], strict=True))


def _tie(sentence: Sentence, start: int, end: int) -> int:
    """The comma or "and" with which the next thing begins, else where its amount does."""
    return next((n for n in range(start, end) if sentence.tags[n] in "&,"), end)
