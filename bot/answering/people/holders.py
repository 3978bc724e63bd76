"""Who holds an office, where a sentence says so by its form.

"Council mediator Amadou Diallo", "Ida Holm, the treasurer," name the holder beside the office.
"""

from __future__ import annotations

from bot.answering.grammar.alike import alike
from bot.answering.grammar.enumerations import enumerations
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.people.apposition import role_of
from bot.answering.people.in_passages import neighbour_in_office
from bot.answering.people.nations import counterpart, nations_among, owners
from bot.answering.people.other_offices import holds_another_office, is_lesser, terms_asked
from retrieval.entities import NAMES, Mention, mentions
from retrieval.entities import Kind as MentionKind
from retrieval.entities.tokens import vocabulary
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span
from retrieval.synonyms import SAME


def holder_told(question: Question, sentence: Sentence) -> Span | None:
    """The one name beside the office asked for, if nothing there says another's office."""
    head = read_question(question).head
    if not head or question.wanted is not Wanted.PERSON or question.kind is Kind.DEFINITION:
        return None
    if holds_another_office(question, sentence):
        return None
    asked = terms_asked(question)
    aside = neighbour_in_office(question)
    found = mentions(sentence.tokens.text, language=sentence.language)
    told = [
        mention.span
        for mention in found
        if mention.kind in NAMES
        and not {term for term in _terms(sentence, mention) if term} <= asked
        and aside.isdisjoint(_terms(sentence, mention))
        and not _is_no_holder(sentence, mention)
        and _holds(head, asked, sentence, mention, found)
    ]
    if len(told) > 1:
        told = [span for span in told if is_of_asked(question, sentence, span)]
    return _with_others(question, head, sentence, told[0]) if len(told) == 1 else None


def is_of_asked(question: Question, sentence: Sentence, holder: Span) -> bool:
    """Whether a holder's office is said to be of what is asked about: not "the president" alone.

    So is the Norwegian president of Norway.
    """
    role = role_of(sentence, sentence.at(holder.start), sentence.at(holder.end))
    if role is None:
        return False
    head = read_question(question).head
    asked = {token.term for token in question.content} - {head}
    inside = [n for n in range(*role) if sentence.tags[n] == "C"]
    nations = nations_among(asked, sentence.language)
    return any(sentence.terms[n] in asked for n in inside) or any(
        not nations.isdisjoint(owners(sentence, n))
        for n in range(*role)
        if sentence.terms[n] == head
    )


def _with_others(question: Question, head: str, sentence: Sentence, holder: Span) -> Span:
    """The holder with those tied to them, where several are asked for: "parents Olav and Ida"."""
    words = (question.text[t.start : t.end] for t in question.content if t.term == head)
    if not any(word.endswith("s") for word in words):
        return holder
    end = sentence.at(holder.end)
    runs = (each.whole for each in enumerations(sentence) if each.items[0].end == end)
    whole = next(runs, None)
    return Span(holder.start, sentence.slice(*whole)[1]) if whole else holder


def _is_no_holder(sentence: Sentence, mention: Mention) -> bool:
    """Whether what is written large is a body's last word alone: "the Governors Association"."""
    first, last = sentence.at(mention.start), sentence.at(mention.end)
    words = sentence.words[first:last]
    return last - first == 1 and words[0] in _bodies(sentence.language)


def _bodies(language: str) -> frozenset[str]:
    return frozenset(vocabulary(language).cues.get("group_words", ()))


def _terms(sentence: Sentence, mention: Mention) -> tuple[str, ...]:
    return sentence.terms[sentence.at(mention.start) : sentence.at(mention.end)]


def _holds(
    head: str, asked: set[str], sentence: Sentence, mention: Mention, found: tuple[Mention, ...]
) -> bool:
    """Whether the role beside a name is the office, of nobody who isn't asked about."""
    first, last = sentence.at(mention.start), sentence.at(mention.end)
    if head in sentence.terms[first:last]:
        return False
    titled = (each for each in found if each.kind is MentionKind.TITLE)
    starts = [first, *(sentence.at(t.start) for t in titled if sentence.at(t.end) == first)]
    roles = [
        role_of(sentence, start, last)
        or _subject_of_copula(sentence, start)
        or _label(sentence, start)
        for start in starts
    ]
    equal = counterpart(head, nations_among(asked, sentence.language), sentence)
    if equal is not None:
        return any(each and equal in range(*each) for each in roles)
    role = next((each for each in roles if each and head in sentence.terms[slice(*each)]), None)
    role = role or _abbreviated(sentence, head, first)
    if role is None:
        return False
    place = next((n for n in range(*role) if sentence.terms[n] == head), role[1] - 1)
    if is_lesser(sentence, place, asked):
        return False
    places = [n for n in range(*role) if sentence.terms[n] in asked - {head}]
    asked_about = any(sentence.tags[n] == "C" for n in places)
    return asked_about or not _names_others(head, sentence, role, mention, found)


def _names_others(
    head: str,
    sentence: Sentence,
    role: tuple[int, int],
    mention: Mention,
    found: tuple[Mention, ...],
) -> bool:
    """Whether a name beside the holder's stands in a role: "Tarvia's envoy" of Nils Lund."""
    start, end = sentence.slice(*role)
    return any(
        each.kind in NAMES
        and start <= each.start
        and each.end <= end
        and each is not mention
        and sentence.terms[sentence.at(each.start)] != head
        for each in found
    )


def _subject_of_copula(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The noun phrase of which a sentence says that it is a name: "the architect is Ida Holm"."""
    if not place or sentence.words[place - 1] not in syntax(sentence.language).copulas:
        return None
    first = end = place - 1
    first = sentence.run_start(first, "NCDoPz-")
    return (first, end) if first < end else None


def _abbreviated(sentence: Sentence, head: str, name: int) -> tuple[int, int] | None:
    """The office cut short before a name, with what it is of: "Selmark Gov. Ida Holm"."""
    place = name - 2
    if place < 0 or sentence.words[name - 1] != "." or sentence.tokens.classes[place] != "h":
        return None
    if sentence.terms[place] not in alike(head, sentence.language, least=SAME):
        return None
    return sentence.run_start(place, "NCz"), place + 1


def _label(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The noun phrase before a colon and a name: "Head of the school: Ida Holm"."""
    if place < 2 or sentence.words[place - 1] != ":":
        return None
    first = end = place - 1
    first = sentence.run_start(first, "NCDoz-")
    opens = not first or sentence.tags[first - 1] in ".,"
    return (first, end) if opens and first < end else None
