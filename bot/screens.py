"""Everything shown besides answers, as Messages: help, sources, context, reasons, reports."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from bot.answer import (
    Answer,
    Context,
    Explanation,
    Quote,
    ReloadReport,
    SourceLine,
    Statistics,
    Timeline,
)
from bot.commands import Command
from bot.gaps import Gap
from bot.message import Draft, Message, Style
from bot.phrasing import Phrases, say_date, say_moment
from bot.rendering import draft_quote, shortened, source_line
from retrieval.records import Hit, Passage

LONGEST_LINE = 160
LISTED = 50
LISTED_GAPS = 20
_CAPITALS = re.compile("[A-Z]+")


def render_text(text: str) -> Message:
    """A sentence on its own."""
    draft = Draft()
    for line in text.splitlines():
        draft.line(line)
    return draft.message()


def render_help(commands: tuple[Command, ...], phrases: Phrases) -> Message:
    """The commands that may be given, a line each."""
    draft = Draft()
    draft.line(phrases.say("help"))
    for command in commands:
        argument = _CAPITALS.sub(
            lambda word: phrases.say(f"argument_{word[0].lower()}"), command.argument
        )
        usage = f"/{command.name} {argument}".rstrip()
        draft.line(f"{usage}: {phrases.commands[command.name]}")
    return draft.message()


def render_start(documents: int, suggestions: tuple[str, ...], phrases: Phrases) -> Message:
    """The greeting, with questions that certainly have answers."""
    draft = Draft()
    draft.line(phrases.say("start", documents=documents))
    if suggestions:
        draft.gap()
        draft.line(phrases.say("offers"))
    for suggestion in suggestions:
        draft.line(f"• {suggestion}")
    return draft.message()


def render_sources(
    sources: tuple[SourceLine, ...], phrases: Phrases, *, topic: str = ""
) -> Message:
    """The documents, a line each; of very many the first fifty and how many more there are.

    With a topic they are those about it, if there are any.
    """
    draft = Draft()
    total = sum(source.passages for source in sources)
    if topic:
        name = "sources_about" if sources else "sources_none"
        draft.line(phrases.say(name, topic=shortened(topic, LONGEST_LINE)))
    else:
        draft.line(phrases.say("sources", documents=len(sources), passages=total))
    for number, source in enumerate(sources[:LISTED], 1):
        when = say_date(source.date, phrases) if source.date else phrases.say("undated")
        about = ", ".join(part for part in (source.publisher, when, source.id) if part)
        draft.line(f"{number}. {shortened(source.title, LONGEST_LINE)} ({about})")
    if len(sources) > LISTED:
        draft.line(f"… +{len(sources) - LISTED}")
    return draft.message()


def render_timeline(timeline: Timeline, phrases: Phrases) -> Message:
    """A page of dated quotes, each under its time, and how to turn to the next."""
    draft = Draft()
    topic = shortened(timeline.topic, LONGEST_LINE)
    if not timeline.entries:
        draft.line(phrases.say("timeline_empty", topic=topic))
        return draft.message()
    draft.line(phrases.say("timeline", topic=topic))
    for entry in timeline.entries:
        draft.gap()
        told = say_moment(entry.moment, phrases)
        draft.line(told if entry.moment.told else phrases.say("published", date=told), Style.STRONG)
        draft_quote(draft, entry.quote, phrases)
    if timeline.page < timeline.pages:
        draft.gap()
        draft.line(
            phrases.say("timeline_more", topic=topic, page=timeline.page + 1, pages=timeline.pages)
        )
    return draft.message()


def render_context(context: Context, phrases: Phrases) -> Message:
    """A quote among its neighbours, the quote itself marked, and where all that stands."""
    draft = Draft()
    if context.earlier:
        draft.line("…", Style.NOTE)
    for place, passage in enumerate(context.passages):
        draft.line(passage.text, Style.QUOTE if place == context.position else None)
    if context.later:
        draft.line("…", Style.NOTE)
    first = context.passages[0]
    draft.line("— " + source_line(first.document, phrases, at=first.start), Style.NOTE)
    return draft.message()


def render_quote(passage: Passage, phrases: Phrases) -> Message:
    """A quote alone, and where it stands."""
    draft = Draft()
    draft_quote(draft, Quote(passage=passage, stress=()), phrases)
    return draft.message()


def render_further(hits: Sequence[Hit], phrases: Phrases) -> Message:
    """Passages that were found besides the quotes of an answer."""
    draft = Draft()
    draft.line(phrases.say("further"))
    for hit in hits:
        draft.gap()
        draft_quote(draft, Quote(passage=hit.passage, stress=()), phrases)
    return draft.message()


def render_answer_sources(answer: Answer, phrases: Phrases) -> Message:
    """The documents that an answer quotes, numbered like its quotes."""
    draft = Draft()
    draft.line(phrases.say("stand_in"))
    for number, quote in enumerate(answer.quotes, 1):
        passage = quote.passage
        where = source_line(passage.document, phrases, at=passage.start)
        draft.line(f"{number}. {where} ({passage.document.id})")
    return draft.message()


def render_explanation(explanation: Explanation, phrases: Phrases) -> Message:
    """The arithmetic behind a quote: every part, and what they add up to."""
    draft = Draft()
    draft.line(phrases.say("why_passage"), Style.STRONG)
    draft.line(shortened(explanation.passage.text, LONGEST_LINE), Style.QUOTE)
    draft.gap()
    draft.line(phrases.say("why_score", score=f"{explanation.score:.2f}"))
    words = [part.amount for part in explanation.parts]
    for part, amount in zip(explanation.parts, adding_up(words, explanation.score), strict=True):
        share = amount / explanation.score if explanation.score else 0.0
        draft.line(f"{amount:.2f} ({share:.0%})  {part.name}")
    if explanation.missing:
        draft.line(phrases.say("why_missing", words=", ".join(explanation.missing)))
    draft.gap()
    draft.line(phrases.say("why_odds"))
    signs = [part.amount for part in explanation.reasons]
    for part, amount in zip(explanation.reasons, adding_up(signs, explanation.odds), strict=True):
        draft.line(f"{amount:+.2f}  {phrases.reasons[part.name]}")
    total, likely = f"{explanation.odds:+.2f}", f"{explanation.probability:.0%}"
    draft.line(phrases.say("why_sum", odds=total, probability=likely), Style.STRONG)
    if explanation.runner_up is not None:
        draft.gap()
        other = explanation.runner_up
        draft.line(phrases.say("why_runner_up", probability=f"{other.probability:.0%}"))
        draft.line(shortened(other.passage.text, LONGEST_LINE), Style.QUOTE)
    return draft.message()


def adding_up(amounts: Sequence[float], total: float) -> list[float]:
    """Amounts rounded to hundredths so that they add up to their rounded total.

    What rounding loses goes to the largest amount.

    >>> adding_up([1.004, 1.004, 1.004], 3.012)
    [1.01, 1.0, 1.0]
    """
    rounded = [round(amount, 2) for amount in amounts]
    if rounded:
        largest = max(range(len(rounded)), key=lambda place: abs(rounded[place]))
        rounded[largest] = round(rounded[largest] + round(total, 2) - sum(rounded), 2)
    return rounded


def render_reload(report: ReloadReport, phrases: Phrases) -> Message:
    """What a reload found, and each file that could not be read."""
    draft = Draft()
    draft.line(
        phrases.say(
            "reload_done",
            files=report.files,
            added=len(report.added),
            changed=len(report.changed),
            removed=len(report.removed),
            failed=len(report.failed),
            seconds=f"{report.seconds:.1f}",
        )
    )
    for file, reason in report.failed[:LISTED]:
        draft.line(phrases.say("reload_failed_file", file=file, reason=reason))
    return draft.message()


def render_statistics(statistics: Statistics, phrases: Phrases) -> Message:
    """How the bot is doing, in one line."""
    return render_text(
        phrases.say(
            "stats",
            uptime=datetime.timedelta(seconds=round(statistics.uptime)),
            documents=statistics.documents,
            passages=statistics.passages,
            built=statistics.built.strftime("%Y-%m-%d %H:%M"),
            fingerprint=statistics.fingerprint[:12],
            questions=statistics.questions,
            median=f"{statistics.median * 1000:.1f}",
            p95=f"{statistics.p95 * 1000:.1f}",
            memory=round(statistics.memory / 2**20),
        )
    )


def render_gaps(gaps: Sequence[Gap], phrases: Phrases) -> Message:
    """The open questions, a line each; of very many the first and how many more there are."""
    draft = Draft()
    if not gaps:
        draft.line(phrases.say("gaps_none"))
        return draft.message()
    times = sum(gap.times for gap in gaps)
    draft.line(phrases.say("gaps", questions=len(gaps), times=times))
    for gap in gaps[:LISTED_GAPS]:
        question = shortened(gap.question, LONGEST_LINE)
        name = "gap_unhelpful" if gap.unhelpful else "gap"
        fields = {"unhelpful": gap.unhelpful} if gap.unhelpful else {}
        draft.line(phrases.say(name, seed="", question=question, times=gap.times, **fields))
    if len(gaps) > LISTED_GAPS:
        draft.line(phrases.say("gaps_more", questions=len(gaps) - LISTED_GAPS))
    return draft.message()


def render_privacy(kept: Mapping[str, int], days: int, phrases: Phrases) -> Message:
    """What the journal keeps of a person, table by table."""
    draft = Draft()
    draft.line(phrases.say("privacy", days=days))
    for table, number in kept.items():
        draft.line(phrases.say(f"privacy_{table}", number=number))
    draft.line(phrases.say("privacy_end"))
    return draft.message()
