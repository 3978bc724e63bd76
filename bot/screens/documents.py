"""What the documents are, what they tell over time, and what a reload made of them."""

from __future__ import annotations

from bot.answer import ReloadReport, SourceLine, Timeline
from bot.message import Draft, Message, Style
from bot.phrasing import Phrases, say_date, say_moment
from bot.rendering import LONGEST_NAMED, draft_quote, shortened

LISTED = 50


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
        draft.line(phrases.say(name, topic=shortened(topic, LONGEST_NAMED)))
    else:
        draft.line(phrases.say("sources", documents=len(sources), passages=total))
    for number, source in enumerate(sources[:LISTED], 1):
        when = say_date(source.date, phrases) if source.date else phrases.say("undated")
        about = ", ".join(part for part in (source.publisher, when, source.id) if part)
        draft.line(f"{number}. {shortened(source.title, LONGEST_NAMED)} ({about})")
    if len(sources) > LISTED:
        draft.line(f"… +{len(sources) - LISTED}")
    return draft.message()


def render_timeline(timeline: Timeline, phrases: Phrases) -> Message:
    """A page of dated quotes, each under its time, and how to turn to the next."""
    draft = Draft()
    topic = shortened(timeline.topic, LONGEST_NAMED)
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
