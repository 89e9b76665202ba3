"""Many sources read: in one process or in several, each source on its own."""

import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from kgbuild.config import Settings
from kgbuild.model.knowledge import Knowledge
from kgbuild.reading import Reader, SourceReading, failed
from kgbuild.sources.manifest import Source

FAULT = "our-fault"
"""The rule of the issue of a source that an error of kgbuild kept from being read."""
_FEW = 8  # sources that one process reads sooner than others start


def read_all(
    sources: list[Source], knowledge: Knowledge, settings: Settings, progress: Callable[[int, int], None]
) -> list[SourceReading]:
    """Read every source, in the order given; *progress* hears how many of how many are done."""
    readings: list[SourceReading] = []
    for reading in _read(sources, knowledge, settings):
        readings.append(reading)
        progress(len(readings), len(sources))
    return readings


def _read(sources: list[Source], knowledge: Knowledge, settings: Settings) -> Iterator[SourceReading]:
    jobs = [(source, settings) for source in sources]
    if settings.workers > 1 and len(sources) > _FEW:
        start = (knowledge, settings.base_iri)
        with ProcessPoolExecutor(settings.workers, initializer=_start_beside, initargs=start) as pool:
            with _deaf():  # the processes start here, and inherit it
                readings = pool.map(_read_one, jobs, chunksize=4)
            yield from readings
    else:
        _start(knowledge, settings.base_iri)
        yield from map(_read_one, jobs)


_READERS: list[Reader] = []  # the one reader of a worker process


def _start(knowledge: Knowledge, base: str) -> None:
    _READERS[:] = [Reader(knowledge, base)]


@contextmanager
def _deaf() -> Iterator[None]:
    """Put off Ctrl-C until the end of the block; only the main thread may say so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt


def _start_beside(knowledge: Knowledge, base: str) -> None:
    """Start a worker process; Ctrl-C reaches it too, but who ends it is the build, which would wait for it forever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _start(knowledge, base)


def _read_one(job: tuple[Source, Settings]) -> SourceReading:
    return read_one(_READERS[0], *job)


def read_one(reader: Reader, source: Source, settings: Settings) -> SourceReading:
    """Read one source; an error of our own costs this source, never the others."""
    try:
        return reader.read(source, settings.size_limit, settings.include_internal)
    except Exception as error:  # a fault that no test foresaw; its place is told, not words of the text it may quote
        place = traceback.extract_tb(error.__traceback__)[-1]
        return failed(
            source,
            f"{source.name} was left out: kgbuild failed at {Path(place.filename).name}:{place.lineno} "
            f"({type(error).__name__}); please report it",
            FAULT,
        )
