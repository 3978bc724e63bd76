"""The memory that this process holds, and how it asks the system for more of it."""

from __future__ import annotations

import ctypes
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAGES = Path("/proc/self/statm")  # Linux: sizes in pages, the second is what is in memory
_TRIM, _MAP, _ARENAS = -1, -3, -8  # M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX of malloc.h
_YOUNG = 2_000  # new objects that are looked through together; Python itself takes 700
_LARGE = 4 << 20  # bytes, from which on memory is mapped and given back at once
_SPARE = 2 * _LARGE  # bytes that are kept at the most, since fresh memory takes a search's time
_ARENA = 1 << 20  # bytes that Python takes together, for objects of up to 512
_SMALL = 450  # bytes of such an object
_ROOM, _TOP = 4 << 20, 1 << 20  # bytes for small objects, and for others
_held: list[bytes] = []


def resident_bytes() -> int:
    """The process's share of the memory at this moment, in bytes; 0 where that can't be told."""
    try:
        return int(_PAGES.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Within the context Python doesn't look for garbage in cycles.

    That takes long among very many objects, and is of no use while objects are made that stay.
    Whatever is in no cycle is freed at once all the same.
    """
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def look_less_for_cycles() -> None:
    """Take what there is now for what stays, and look for cycles less often among what comes.

    To be called when all is loaded; looking through it takes a tenth of a second each time. What a
    reload replaces is in no cycle, so that it is freed all the same.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])


def set_aside() -> None:
    """Take at once the memory that busy hours come to need bit by bit, so that it stays at that.

    Python fills its fullest arena first and gives back none that holds anything: one object stays
    in each new one. What is thrown away here is filled again when all other room is.
    """
    made = [bytes(_SMALL) for _ in range(_ROOM // _SMALL)]
    _held.extend(made[:: _ARENA // _SMALL // 2])
    bytearray(_TOP)


def give_back() -> None:
    """Free what is in cycles and what Python keeps to fill again, and give the system its pages.

    Python keeps up to 2,000 tuples of every length it once had; the C library keeps every page
    below the last that is in use. It takes as long as a few replies.
    """
    gc.collect()
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError):
        return  # another C library
    trim(_SPARE)


def share_memory_among_threads() -> None:
    """Let threads take memory from one place and give it back, where the C library is glibc.

    Otherwise each thread keeps what it once needed, which grows for hours. To be called before
    there are any; Python runs them one at a time, so that none waits for another.
    """
    try:
        tune = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):
        return  # another C library
    for option, value in ((_ARENAS, 1), (_MAP, _LARGE), (_TRIM, _SPARE)):
        tune(option, value)
