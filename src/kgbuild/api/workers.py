"""Query workers: processes that can be killed, since a running SPARQL query cannot be stopped any other way."""

import asyncio
import multiprocessing
import queue
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from kgbuild.errors import KgbuildError, QueryTimeout, ServiceBusy, StoreError
from kgbuild.store import Answer, Question, Store

WAITING = 32
START = 60.0  # seconds in which a process has to open the store


class InProcess:
    """Answers in this process, without a time limit: for stores in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def answer(self, question: Question) -> Answer:
        """Answer in a thread; pyoxigraph lets others run meanwhile."""
        return _unwrap(await asyncio.to_thread(_reply, self._store, question))

    def start(self) -> None:
        """Do nothing: there is nothing to start."""

    def close(self) -> None:
        """Do nothing: there is nothing to end."""


class Worker:
    """One process with the store open for reading, and the pipe to it; *memory* bounds its data, in bytes (0: not)."""

    def __init__(self, path: Path, memory: int = 0) -> None:
        self._path, self._memory = path, memory
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(self._path, theirs, self._memory), daemon=True)
        self._process.start()
        self._ready = False
        theirs.close()

    def ask(self, question: Question, seconds: float) -> Answer:
        """Answer within *seconds*, or kill the process and start another.

        Raises QueryTimeout, StoreError when the process died, or whatever error the query met.
        """
        try:
            self._await_start()
            self._pipe.send(question)
            if not self._pipe.poll(seconds):
                self.restart()
                raise QueryTimeout(f"the query was stopped after {seconds:g} seconds: narrow it or add a LIMIT")
            reply = self._pipe.recv()
            if isinstance(reply, Answer):
                # the body comes by itself: packed with the rest, a large one would be copied twice more
                reply = replace(reply, body=self._pipe.recv_bytes())
        except (EOFError, OSError) as error:
            self.restart()
            raise StoreError("the query ended its worker process: it probably needed too much memory") from error
        return _unwrap(reply)

    def _await_start(self) -> None:
        """Wait until the process has opened the store: its start is not the query's time."""
        if not self._ready:
            if not self._pipe.poll(START):
                raise EOFError
            self._ready = self._pipe.recv()

    def restart(self) -> None:
        """Kill the process, whatever it is doing, and start another."""
        self.close()
        self._start()

    def close(self) -> None:
        """Kill the process and wait until it is gone."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


class Workers:
    """A pool of workers with limits of time and memory per query and a cap on how many may wait."""

    def __init__(self, path: Path, count: int, seconds: float, memory: int = 0) -> None:
        self._path, self._count, self._seconds, self._memory = path, count, seconds, memory
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._all: list[Worker] = []
        self._starting = threading.Lock()
        self._room = threading.BoundedSemaphore(count + WAITING)
        self._threads = ThreadPoolExecutor(count + WAITING, "query")

    def start(self) -> None:
        """Start the processes, once."""
        with self._starting:
            while len(self._all) < self._count:
                worker = Worker(self._path, self._memory)
                self._all.append(worker)
                self._idle.put(worker)

    async def answer(self, question: Question) -> Answer:
        """Answer in a worker. Raises ServiceBusy when too many queries wait already, else as `Worker.ask`."""
        self.start()
        if not self._room.acquire(blocking=False):
            raise ServiceBusy(f"{WAITING} queries wait already: ask again in a moment")
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._ask, question)
        finally:
            self._room.release()

    def _ask(self, question: Question) -> Answer:
        try:
            worker = self._idle.get(timeout=self._seconds)
        except queue.Empty as error:
            raise ServiceBusy("all workers are busy with long queries: ask again in a moment") from error
        try:
            return worker.ask(question, self._seconds)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End all processes."""
        for worker in self._all:
            worker.close()
        self._threads.shutdown(wait=False, cancel_futures=True)


def _serve(path: Path, pipe: Connection, memory: int) -> None:
    """Answer questions from *pipe* until it closes: the life of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory(memory)
    store = Store.open(path, read_only=True)
    with suppress(EOFError, BrokenPipeError):
        pipe.send(True)
        while True:
            question = pipe.recv()
            store = store.refreshed()
            reply = _reply(store, question)
            if isinstance(reply, Answer):
                pipe.send(replace(reply, body=b""))
                pipe.send_bytes(reply.body)
            else:
                pipe.send(reply)


def _bound_memory(size: int) -> None:
    """Let this process end itself rather than fill the machine, where the system can do that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        if size:
            resource.setrlimit(resource.RLIMIT_DATA, (size, size))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _reply(store: Store, question: Question) -> Answer | KgbuildError:
    """Answer, or give the error back: raised elsewhere, it would carry pyoxigraph's objects to another thread."""
    try:
        return store.answer(question)
    except KgbuildError as error:
        return type(error)(str(error))
    except Exception as error:  # the next question still wants an answer
        return StoreError(f"the query failed: {error}")


def _unwrap(reply: Answer | KgbuildError) -> Answer:
    if isinstance(reply, KgbuildError):
        raise reply
    return reply
