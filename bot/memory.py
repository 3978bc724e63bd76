"""How much of the machine's memory this process holds, and when Python looks for more of it."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAGES = Path("/proc/self/statm")  # Linux: sizes in pages, the second is what is in memory


def resident_bytes() -> int:
    """The process's share of the memory at this moment, in bytes; 0 where that can't be told."""
    try:
        return int(_PAGES.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Within it Python doesn't look for cycles to free, which takes long among very many objects.

    For what makes objects that stay; whatever is in no cycle is freed at once all the same.
    """
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()
