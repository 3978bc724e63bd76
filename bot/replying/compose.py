"""Hits to an Answer: verdict, first line, quotes, notes."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, Side, Verdict
from bot.answering.first_line.lifting import lift
from bot.answering.hits.beside import with_reason_beside
from bot.answering.hits.dated import with_dated_heading
from bot.answering.hits.denied import minding_denial
from bot.answering.hits.form_first import minding_form
from bot.answering.hits.named_otherwise import without_others
from bot.answering.hits.posed import past_questions
from bot.answering.lifted import Lifted
from bot.answering.lists.asked_label import with_asked_label
from bot.answering.lists.entries import minding_labels
from bot.answering.lists.headed import with_headed
from bot.answering.lists.itemised import with_items
from bot.answering.needs.fragments import with_fragment
from bot.answering.needs.holding import holding
from bot.answering.needs.lack import Absence
from bot.answering.quoting import choose_quotes
from bot.answering.rivals import Rival, rivals
from bot.answering.sides import take_sides
from bot.phrasing import Phrases
from bot.replying.clarifying import subjects
from bot.replying.notes import as_meant, notes, relative_date
from bot.replying.offering import NOTHING, meant, offer
from bot.replying.verdict import lacking, names_foreign, speaks_of_it, verdict_of
from bot.settings import AnswerSettings
from bot.snapshots.snapshot import Snapshot
from retrieval.question import Kind, Question
from retrieval.retriever import Findings, Retriever

_PLAIN = frozenset({Kind.WHO, Kind.WHEN, Kind.HOW_MANY, Kind.DEFINITION})
CLAIMS = " / "  # between what differing sources say


def compose(
    question: Question,
    found: Findings,
    snapshot: Snapshot,
    *,
    phrases: Phrases,
    settings: AnswerSettings,
    inherited: bool,
) -> Answer:
    """The answer from what was found for a question that stands alone.

    `inherited`: earlier turns made it so.
    """
    found = _in_order(found, snapshot.retriever)
    answered = found.confidence >= settings.tentative
    foreign = answered and names_foreign(found, snapshot.retriever)
    verdict = verdict_of(found, settings, foreign=foreign)
    if verdict is Verdict.TENTATIVE and not speaks_of_it(found):
        verdict = Verdict.NOT_FOUND
    if verdict is not Verdict.NOT_FOUND:
        found = with_reason_beside(found, snapshot.retriever)
    lacks = None if verdict is Verdict.NOT_FOUND else lacking(found)
    if verdict is Verdict.NOT_FOUND or lacks is not None:
        return _refuse(
            question,
            found,
            snapshot,
            lacks,
            phrases=phrases,
            settings=settings,
            inherited=inherited,
        )
    choices = () if inherited else which_subject(question, found, snapshot)
    if choices:
        return _ask_back(question, found, choices, snapshot, phrases=phrases)
    lifted = None
    if verdict is Verdict.FOUND or not (found.unknown or foreign):  # they may be the very subject
        lifted = lift(_as_read(found), found.hits, phrases=phrases, certainty=settings.short)
    return _answer(
        question,
        found,
        snapshot,
        verdict,
        lifted,
        phrases=phrases,
        settings=settings,
        inherited=inherited,
    )


def _in_order(found: Findings, retriever: Retriever) -> Findings:
    """The hits in the order in which an answer is looked for in them, with what belongs to them."""
    found = without_others(found)
    found = with_asked_label(found, retriever)
    found = minding_denial(past_questions(found, retriever))
    found = with_headed(with_items(found, retriever), retriever)
    found = with_fragment(minding_labels(found), retriever)
    return with_dated_heading(minding_form(found, retriever), retriever)


def _answer(
    question: Question,
    found: Findings,
    snapshot: Snapshot,
    verdict: Verdict,
    lifted: Lifted | None,
    *,
    phrases: Phrases,
    settings: AnswerSettings,
    inherited: bool,
) -> Answer:
    """What was lifted with its proof, and what other documents say of it."""
    proof = lifted.proof if lifted else holding(found.question, found.hits)[:1]
    main, words = proof[0], lifted.line if lifted else ""
    against = _of_the_named(
        rivals(found.question, found.hits, main=main, lifted=words),
        found,
        main=main,
        retriever=snapshot.retriever,
    )
    sides = take_sides(
        found.question, found.hits, main=main, lifted=words, rivals=against if words else ()
    )
    quotes = choose_quotes(
        found.question,
        found.hits,
        proof=proof,
        sides=sides,
        rivals=against,
        count=settings.quotes,
    )
    offered = NOTHING
    if verdict is Verdict.TENTATIVE and found.unknown:
        offered = meant(question, found, snapshot, settings)
    line = _line(lifted, sides)
    return Answer(
        question=question,
        searched=found.question,
        verdict=Verdict.DISPUTED if len(sides) > 1 else verdict,
        lead=line or quotes[0].text,
        short=bool(line),
        quotes=quotes,
        notes=(
            *relative_date(lifted, quotes[0], phrases),
            *notes(question, found, phrases=phrases, inherited=inherited),
        ),
        offers=offered.questions,
        hits=found.hits,
        confidence=found.confidence,
        language=phrases.language,
        fingerprint=snapshot.fingerprint,
        offered=offered.phrase,
        sides=sides,
    )


def _as_read(found: Findings) -> Question:
    """The question in the spelling that was meant, if all of it is mended and asks the same."""
    mended = found.respelt and not found.unknown
    if not mended or found.question.kind not in _PLAIN:  # "were is" asks no yes or no
        return found.question
    meant, asked = as_meant(found), found.question
    same = (meant.kind, meant.wanted) == (asked.kind, asked.wanted)
    return meant if same else asked


def _line(lifted: Lifted | None, sides: Sequence[Side]) -> str:
    """What was lifted, or what each side claims where they differ; "" for no first line."""
    if len(sides) > 1:
        claims = [side.claim for side in sides]
        return CLAIMS.join(claims) if all(claims) else ""
    return lifted.line if lifted else ""


def _of_the_named(
    against: Sequence[Rival], found: Findings, *, main: int, retriever: Retriever
) -> tuple[Rival, ...]:
    """The rivals whose documents hold the names of the question that the hit numbered `main` has.

    "The well of Aldam is 31 metres deep" says nothing of the well of Corran.
    """

    def foreign(number: int) -> set[str]:
        return set(retriever.foreign_names(found.question, found.hits[number].passage))

    own = foreign(main) if against else set()
    return tuple(each for each in against if foreign(each.number) <= own)


def which_subject(question: Question, found: Findings, snapshot: Snapshot) -> tuple[str, ...]:
    """The question with each subject that it fits equally; () where there is no doubt."""
    return subjects(question, found.hits, is_name=snapshot.retriever.words.names)


def _ask_back(
    question: Question,
    found: Findings,
    choices: tuple[str, ...],
    snapshot: Snapshot,
    *,
    phrases: Phrases,
) -> Answer:
    """Which of several subjects is meant, each as a question to choose."""
    return Answer(
        question=question,
        searched=found.question,
        verdict=Verdict.UNCLEAR,
        lead=phrases.say("which_one", seed=question.text),
        short=False,
        quotes=(),
        notes=(),
        offers=choices,
        hits=found.hits,
        confidence=found.confidence,
        language=phrases.language,
        fingerprint=snapshot.fingerprint,
        offered="",
    )


def _refuse(
    question: Question,
    found: Findings,
    snapshot: Snapshot,
    lacks: Absence | None,
    *,
    phrases: Phrases,
    settings: AnswerSettings,
    inherited: bool,
) -> Answer:
    """That the documents don't say, what they lack, and what they do answer."""
    if lacks is not None:
        lead = phrases.say(f"absent_{lacks}", seed=question.text)
    elif found.unknown:
        words = ", ".join(f"“{word}”" for word in found.unknown)
        lead = phrases.say("not_found_words", seed=question.text, words=words)
    else:
        lead = phrases.say("not_found", seed=question.text)
    offered = offer(question, found, snapshot, phrases=phrases, settings=settings)
    return Answer(
        question=question,
        searched=found.question,
        verdict=Verdict.NOT_FOUND,
        lead=lead,
        short=False,
        quotes=(),
        notes=notes(question, found, phrases=phrases, inherited=inherited),
        offers=offered.questions,
        offered=offered.phrase,
        hits=found.hits,
        confidence=found.confidence,
        language=phrases.language,
        fingerprint=snapshot.fingerprint,
    )
