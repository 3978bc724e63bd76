"""Auxiliaries behind which a verb stands in its base form: "does it open", "it must open"."""

from __future__ import annotations

DO = frozenset({"do", "does", "did"})
_MODAL = frozenset(
    {"will", "would", "can", "could", "shall", "should", "may", "might", "must", "cannot"}
)
_DENIED = frozenset(
    {"don't", "doesn't", "didn't", "won't", "wouldn't", "can't", "couldn't", "shouldn't"}
)
LEADING = DO | _MODAL | _DENIED
