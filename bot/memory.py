"""How much of the machine's memory this process holds."""

from __future__ import annotations

import os
from pathlib import Path

_PAGES = Path("/proc/self/statm")  # Linux: sizes in pages, the second is what is in memory


def resident_bytes() -> int:
    """The process's share of the memory at this moment, in bytes; 0 where that can't be told."""
    try:
        return int(_PAGES.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
