"""Work shared out among helper processes, from whatever program this runs in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Given = TypeVar("Given")
Found = TypeVar("Found")


def in_helpers(
    work: Callable[[Given], Found], items: Iterable[Given], *, count: int
) -> Iterator[Found]:
    """What `work`, a function of a module, makes of each item, in order, by `count` processes.

    Unlike those of multiprocessing these processes don't run the program's main module again, which
    a script without a guard, a notebook or a pipe would not survive. They end with the last item.
    Raises MemoryError where the system kills one of them.
    """
    from joblib import Parallel, delayed
    from joblib.externals.loky import get_reusable_executor
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    shared = Parallel(
        n_jobs=count, backend="loky", batch_size=1, max_nbytes=None, return_as="generator"
    )
    try:
        yield from shared(delayed(work)(item) for item in items)
    except TerminatedWorkerError as error:
        raise MemoryError(
            "the system stopped a helper process, most likely for want of memory"
        ) from error
    finally:
        get_reusable_executor().shutdown(wait=True, kill_workers=True)
