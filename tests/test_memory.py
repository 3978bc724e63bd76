"""What the process asks of the machine's memory."""

from __future__ import annotations

import gc
import platform
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.memory import look_less_for_cycles

THREADS = """
import sys, threading
from bot.memory import share_memory_among_threads
if sys.argv[1] == "shared":
    share_memory_among_threads()
go_on, ready = threading.Event(), threading.Barrier(9)
def hold():
    held = [bytes(60_000) for _ in range(20)]
    ready.wait()
    go_on.wait()
threads = [threading.Thread(target=hold) for _ in range(8)]
for thread in threads:
    thread.start()
ready.wait()
starts = [line.split("-")[0] for line in open("/proc/self/maps") if " rw-p " in line]
print(sum(int(start, 16) % (64 << 20) == 0 for start in starts))
go_on.set()
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_threads_keep_no_memory_of_their_own() -> None:
    """The C library begins each thread's own at a multiple of 64 MiB."""
    own, shared = (
        int(subprocess.check_output([sys.executable, "-c", THREADS, how]))
        for how in ("own", "shared")
    )
    assert shared == 0 < own


HOLES = """
from bot.memory import give_back, resident_bytes
held = [(bytes(50_000), bytes(600)) for _ in range(2_000)]
between = [small for _, small in held]
held.clear()
before = resident_bytes()
give_back()
print(before - resident_bytes())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_what_lies_free_between_things_in_use_is_given_back() -> None:
    assert int(subprocess.check_output([sys.executable, "-c", HOLES])) > 50_000_000


FRESH = """
import resource
from bot.memory import share_memory_among_threads
share_memory_among_threads()
def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
pages = 256
for _ in range(3):
    bytearray(pages * 4096)
before = faults()
for _ in range(100):
    bytearray(pages * 4096)
print((faults() - before) / pages)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_what_one_search_needs_is_there_for_the_next() -> None:
    """A megabyte that is mapped afresh each time has all of its pages filled each time."""
    fresh = float(subprocess.check_output([sys.executable, "-c", FRESH]))
    assert fresh < 10


ASIDE = """
import sys
from bot.memory import resident_bytes, set_aside
if sys.argv[1] == "aside":
    set_aside()
before = resident_bytes()
held = [bytes(100) for _ in range(20_000)]
print(resident_bytes() - before)
"""


@pytest.mark.skipif(platform.system() != "Linux", reason="another system")
def test_what_was_set_aside_is_used_before_more_is_taken() -> None:
    usual, aside = (
        int(subprocess.check_output([sys.executable, "-c", ASIDE, how]))
        for how in ("usual", "aside")
    )
    assert aside < 500_000 < 2_000_000 < usual


PIECES = """
import asyncio, socket
from bot.telegram.sending.network import read_small_pieces
read_small_pieces()
class Reader(asyncio.Protocol):
    def __init__(self):
        self.pieces, self.ended = [], asyncio.Event()
    def data_received(self, data):
        self.pieces.append(len(data))
    def connection_lost(self, _):
        self.ended.set()
async def read():
    ours, theirs = socket.socketpair()
    theirs.sendall(bytes(100_000))
    theirs.close()
    _, reader = await asyncio.get_running_loop().create_connection(Reader, sock=ours)
    await reader.ended.wait()
    print(sum(reader.pieces), max(reader.pieces))
asyncio.run(read())
"""


def test_what_comes_over_a_connection_is_read_in_pieces_not_much_larger_than_answers() -> None:
    """Room for more is taken for every read, and what stays meanwhile keeps it from the next."""
    whole, largest = map(int, subprocess.check_output([sys.executable, "-c", PIECES]).split())
    assert whole == 100_000
    assert largest <= 20_000


@pytest.fixture
def looking() -> Iterator[None]:
    """Python looks for cycles again as it did before."""
    usual = gc.get_threshold()
    yield
    gc.set_threshold(*usual)
    gc.unfreeze()


@pytest.mark.usefixtures("looking")
def test_what_a_reload_replaces_is_freed_although_it_was_taken_for_what_stays(
    assistant: Assistant, documents: Path
) -> None:
    assistant.ask("When was the lighthouse built?")
    look_less_for_cycles()
    replaced = weakref.ref(assistant.snapshot.retriever)
    (documents / "mill.txt").write_text("The mill was built in 1911.", encoding="utf-8")
    assistant.reload()
    assistant.ask("When was the mill built?")
    assert replaced() is None
