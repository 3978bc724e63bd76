"""Work in a process of its own, and what a process spends and holds."""

from __future__ import annotations

import multiprocessing
import os
import resource
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.report import Figures


def spent() -> float:
    """CPU time of this process and its children that have ended, in seconds."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def memory_of(name: str) -> float:
    """The most memory this process has had (VmHWM), or has now (VmRSS), in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells here includes the parent's
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def alone(work: Callable[..., Figures], *arguments: object) -> Figures:
    """The figures of some work in a fresh process, which may have helpers of its own."""
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(sending, work, arguments))
    process.start()
    sending.close()
    try:
        figures: Figures = receiving.recv()
    except EOFError:
        raise SystemExit(f"{work.__name__} failed.") from None
    process.join()
    return figures


def _report(sending: object, work: Callable[..., Figures], arguments: Sequence[object]) -> None:
    sending.send(work(*arguments))  # type: ignore[attr-defined]
