"""Running heads and feet of printed pages, and page numbers: told by their repetition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from retrieval.reading.printed.runs import Run

_EDGE_RUNS = 4  # looked at above and below
_LEAST_PAGES = 3
_LEAST_SHARE = 0.3  # of all pages, or of every second one
_DRIFT = 6.0  # points by which a running head may move from page to page
_NUMBER = re.compile(r"\d+|\b[ivxlc]{1,7}\b")
_LONGEST = 120


def running(pages: Sequence[Sequence[Run]]) -> set[tuple[int, int]]:
    """(page, run) of what is repeated at the edges of pages, numbers aside.

    Of two pages, both must say it; a number alone counts where it goes up with the page.
    """
    seen: dict[tuple[str, int, int], set[tuple[int, int]]] = defaultdict(set)
    for number, runs in enumerate(pages):
        for at in _edges(runs):
            run = runs[at]
            place, size = round(run.middle / _DRIFT), round(run.size * 2)
            for near in (place, place + 1):  # each run stands in two neighbouring strips
                seen[_NUMBER.sub("#", run.text.casefold()), near, size].add((number, at))
    least = max(2, min(_LEAST_PAGES, len(pages)), _LEAST_SHARE * len(pages))
    found: set[tuple[int, int]] = set()
    for (said, _, _), places in seen.items():
        if len({number for number, _ in places}) < least:
            continue
        if said != "#" or _count_up(places, pages):
            found |= places
    return found


def _edges(runs: Sequence[Run]) -> Iterator[int]:
    """The numbers of the short runs highest up and lowest down on a page."""
    order = sorted(range(len(runs)), key=lambda at: runs[at].middle)
    for at in dict.fromkeys([*order[:_EDGE_RUNS], *order[-_EDGE_RUNS:]]):
        if len(runs[at].text) <= _LONGEST:
            yield at


def _count_up(places: set[tuple[int, int]], pages: Sequence[Sequence[Run]]) -> bool:
    """Whether most bare numbers stand as far from the number of their page as each other."""
    offsets: dict[int, int] = defaultdict(int)
    for number, at in places:
        said = pages[number][at].text
        if said.isdecimal() and len(said) < 6:
            offsets[int(said) - number] += 1
        else:
            offsets[0] += 1  # a Roman numeral
    return max(offsets.values()) * 2 > len(places)
