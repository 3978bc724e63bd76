"""Everything shown besides answers, as Messages: help, sources, context, reasons, reports."""

from bot.screens.answers import (
    render_answer_sources,
    render_context,
    render_explanation,
    render_further,
    render_quote,
)
from bot.screens.documents import render_reload, render_sources, render_timeline
from bot.screens.service import (
    render_gaps,
    render_help,
    render_privacy,
    render_start,
    render_statistics,
    render_text,
)

__all__ = [
    "render_answer_sources",
    "render_context",
    "render_explanation",
    "render_further",
    "render_gaps",
    "render_help",
    "render_privacy",
    "render_quote",
    "render_reload",
    "render_sources",
    "render_start",
    "render_statistics",
    "render_text",
    "render_timeline",
]
