"""Short answers that the form of a sentence gives away: what is counted, what something is.

"It carries 120 passengers and 18 cars" tells how many cars, whatever else it counts; "A ledger is a
file that holds all bookings" tells what a ledger is; "because the harbour is closed" tells why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.amounts.allotting import allotted
from bot.answering.amounts.measures import dimension, kin
from bot.answering.amounts.measuring import in_unit
from bot.answering.amounts.portions import chosen_of, portion
from bot.answering.forms.reasons import reason_told
from bot.answering.forms.things import chosen, form_asked, times_of_day
from bot.answering.grammar.asked import read_question
from bot.answering.grammar.enumerations import Enumeration, enumerations
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.answering.people.doers import doers_told
from bot.answering.people.holders import agent_told
from bot.answering.times.events import event_date
from bot.answering.times.hours import hours_told
from bot.answering.times.lives import life_date
from bot.answering.times.recurring import recurring_told
from bot.answering.times.told import order
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention, mentions
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_AMOUNTS = frozenset({MentionKind.NUMBER, MentionKind.DURATION, MentionKind.MONEY})
_BETWEEN = 3  # tokens between an amount and what it is an amount of
_LONGEST_DEFINITION = 25  # tokens
_MOST_AROUND = 2  # times the length of an answer that the item around it may have
_ASKS_WHAT_FOLLOWS = re.compile(
    r"(?i)\bwhat (?:does|do|did) .+ mean\b|\bwhat (?:happens|if|to do|follows)\b"
    r"|\bwhat (?:should|must|can|do|shall) (?:i|we|one|you)(?: have to)? do\b"
)
_CASE = re.compile(r"(?:If|When|Should|Where|Once|In case)\b[^,;.]{3,80}, (?:then )?(?=\S)")
_WITHIN = re.compile(r"\b(?:within|after)\s+(?:about |around |at most |some )?$", re.IGNORECASE)
_PLURAL = frozenset({"what", "who", "whom"})


def given_away(question: Question, texts: Sequence[str]) -> tuple[int, Span] | None:
    """The passage and the words in it that its form gives as the answer; None where it doesn't."""
    form = form_asked(question)
    for number, text in enumerate(texts):
        sentence = read_sentence(text, language=question.language)
        found = form.found_in(text, asked=question.text) if form else []
        one = chosen(question, found) or _behind_verb(question, sentence, found)
        if one is not None:
            return number, one
        span = _told(question, sentence, best=not number)
        if span is not None:
            return number, span
    return None


def _told(question: Question, sentence: Sentence, *, best: bool) -> Span | None:
    """What a sentence gives away; less is taken from those that are not the best."""
    if best and _ASKS_WHAT_FOLLOWS.search(question.text):
        return _consequence(sentence.tokens.text)
    if best and question.kind is Kind.WHO:
        return agent_told(question, sentence) or doers_told(question, sentence)
    if best and question.kind is Kind.WHY:
        return reason_told(question, sentence)
    if question.kind is Kind.DEFINITION:
        return _defined(question, sentence)
    if question.wanted is Wanted.DATE:
        told = life_date(question, sentence) or hours_told(question, sentence)
        told = (
            told
            or allotted(question, sentence)
            or (event_date(question, sentence) if best else None)
        )
        told = told or (recurring_told(question, sentence) if best else None)
        return told or (_term(question, sentence) if best else None)
    counting = question.kind is Kind.HOW_MANY
    given = portion(question, sentence) or (allotted(question, sentence) if counting else None)
    if given is None and best:
        given = _price(question, sentence) or in_unit(question, sentence)
    if given is not None or not counting:
        return given
    return _counted(question, sentence) or _measured(question, sentence)


def _behind_verb(question: Question, sentence: Sentence, found: Sequence[Span]) -> Span | None:
    """Of several things of a form the first behind the question's verb, no other verb between."""
    verb = read_question(question).verb
    places = [n for n, term in enumerate(sentence.terms) if verb and term == verb]
    if len(places) != 1 or _is_adjective(sentence, places[0]):
        return None
    end = next(
        (n for n in range(places[0] + 1, len(sentence.tags)) if sentence.tags[n] in "VEX"),
        len(sentence.tags),
    )
    start, stop = sentence.tokens.ends[places[0]], sentence.tokens.ends[end - 1]
    return next((span for span in found if start <= span.start and span.end <= stop), None)


def _is_adjective(sentence: Sentence, place: int) -> bool:
    """Whether a verb in its base form stands behind "is": "it is open"."""
    rules = syntax(sentence.language)
    word = sentence.words[place]
    return sentence.words[place - 1] in rules.copulas and rules.bases.get(word, word) == word


def _counted(question: Question, sentence: Sentence) -> Span | None:
    """The one amount of the very thing that is counted or measured in the question."""
    head = read_question(question).head
    found = [
        mention
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in _AMOUNTS and head and _is_amount_of(mention, head, sentence)
    ]
    if len(found) != 1:
        return None
    return chosen_of(question, sentence, found[0].span) or found[0].span


def _price(question: Question, sentence: Sentence) -> Span | None:
    """The one sum of money in a sentence, where the question asks for one."""
    asked = dimension(question)
    if asked is None or MentionKind.MONEY not in asked.kinds:
        return None
    found = mentions(sentence.tokens.text, language=question.language)
    sums = [mention.span for mention in found if mention.kind is MentionKind.MONEY]
    return sums[0] if len(sums) == 1 else None


def _measured(question: Question, sentence: Sentence) -> Span | None:
    """The one measure of "a depth of 12 metres" or "12 metres deep" to the question how deep."""
    alike = kin(question)
    found = [
        mention
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in _AMOUNTS and alike and _stands_with(mention, alike, sentence)
    ]
    return found[0].span if len(found) == 1 else None


def _stands_with(mention: Mention, alike: frozenset[str], sentence: Sentence) -> bool:
    """Whether one of some terms stands right behind an amount, or before it and "of" or "is"."""
    behind = sentence.at(mention.end)
    first = next(n for n, end in enumerate(sentence.tokens.ends) if end > mention.start)
    if sentence.terms[behind : behind + 1] and sentence.terms[behind] in alike:
        return True
    before = range(max(first - _BETWEEN, 0), first)
    return any(sentence.terms[n] in alike for n in before) and any(
        sentence.tags[n] in "oX" for n in before
    )


def _is_amount_of(mention: Mention, head: str, sentence: Sentence) -> bool:
    """Whether an amount ends in a noun, or has it right behind, "of" between them at the most."""
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    last = max((i for i, end in enumerate(ends) if end <= mention.end), default=0)
    if sentence.terms[last] == head and starts[last] > mention.start:
        return True
    for place in range(last + 1, min(last + 1 + _BETWEEN, len(starts))):
        if sentence.terms[place] == head:
            return True
        if sentence.tags[place] not in "NCo":
            return False
    return False


def _term(question: Question, sentence: Sentence) -> Span | None:
    """The one "within three days" of a sentence that tells no date, to the question when."""
    found = mentions(sentence.tokens.text, language=question.language)
    if question.kind is not Kind.WHEN or any(m.kind is MentionKind.DATE for m in found):
        return None
    terms = [
        Span(before.start(), mention.end)
        for mention in found
        if mention.kind is MentionKind.DURATION
        and (before := _WITHIN.search(sentence.tokens.text, 0, mention.start)) is not None
    ]
    return terms[0] if len(terms) == 1 else None


def _consequence(text: str) -> Span | None:
    """What a sentence says of a case that it opens with: "If it flashes, the tank is empty."."""
    found = _CASE.match(text)
    if found is None:
        return None
    return Span(found.end(), len(text.rstrip(' .!?"”')))


def _defined(question: Question, sentence: Sentence) -> Span | None:
    """What follows "X is" at the head of a sentence, X being what is to be defined."""
    wanted = {token.term for token in question.content}
    asked = set(read_question(question).focus)
    copulas = syntax(sentence.language).copulas
    place = next((i for i, word in enumerate(sentence.words) if word in copulas), 0)
    subject = {
        sentence.terms[i] for i in range(place) if sentence.tags[i] in "NC" and sentence.terms[i]
    }
    if (
        not place
        or not wanted
        or subject not in (wanted, asked)
        or not set(sentence.tags[:place]) <= set("DNC")
    ):
        return None
    stop = next((i for i in range(place, len(sentence.tags)) if sentence.tags[i] == "."), None)
    end = min(stop or len(sentence.tags), place + 1 + _LONGEST_DEFINITION)
    return Span(*sentence.slice(place + 1, end)) if end > place + 1 else None


def whole_enumeration(question: Question, text: str, span: Span) -> Span:
    """The enumeration of which the span is one item, where the question may want all; the span.

    "Who scored?" wants every name of "Ada, Lena and Ruth"; "which player scored" may want one.
    """
    asked = read_question(question)
    words = {word.strip("?,.").casefold() for word in question.text.split()}
    named = question.kind is Kind.WHO or question.wanted is Wanted.THING
    when = question.kind is Kind.WHEN and not question.ordinals and not order(question)
    where = question.kind is Kind.WHERE
    if not (when or where) and (not named or asked.head or not words & _PLURAL):
        return span
    sentence = read_sentence(text, language=question.language)
    for enumeration in enumerations(sentence):
        if when and not _are_dates(sentence, enumeration):
            continue
        if where and not all(set(sentence.tags[a:b]) <= {"C"} for a, b in enumeration.items):
            continue
        for item in enumeration.items:
            start, end = around = Span(*sentence.slice(*item))
            brief = end - start <= _MOST_AROUND * (span.end - span.start)
            if brief and around.covers(span):
                return Span(*sentence.slice(*enumeration.whole))
    return span


def _are_dates(sentence: Sentence, enumeration: Enumeration) -> bool:
    """Whether every item is nothing but a date or time: "1956, 1972 and 2019"."""
    text = sentence.tokens.text
    found = mentions(text, language=sentence.language)
    dates = [mention.span for mention in found if mention.kind is MentionKind.DATE]
    dates += times_of_day(text, sentence.language)
    spans = [Span(*sentence.slice(*item)) for item in enumeration.items]
    return all(any(date.covers(span) for date in dates) for span in spans)
