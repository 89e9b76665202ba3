"""Jobs side by side, each in a process of its own that inherits what has been read."""

import multiprocessing
from collections.abc import Callable, Sequence

from kgbuild.errors import KgbuildError


def run_beside(jobs: Sequence[Callable[[], None]], workers: int) -> None:
    """Run jobs that only write files of their own: at once where the system can fork and *workers* allow it.

    The jobs may not touch the store, whose threads no fork inherits. Raises KgbuildError when one of them fails.
    """
    if workers < 2 or len(jobs) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        for job in jobs:
            job()
        return
    context = multiprocessing.get_context("fork")
    others = [context.Process(target=job) for job in jobs[1:]]
    for process in others:
        process.start()
    try:
        jobs[0]()
    except BaseException:
        for process in others:
            process.terminate()
        raise
    finally:
        for process in others:
            process.join()
    if any(process.exitcode for process in others):
        raise KgbuildError("a part of the site could not be written; the reason stands above")
