"""Query workers: processes that can be killed, since a running SPARQL query cannot be stopped any other way."""

import asyncio
import multiprocessing
import os
import signal
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kgbuild.errors import KgbuildError, QueryTimeout, ServiceBusy, StoreError
from kgbuild.store import Answer, AnyStore, Question, Store

WAITING = 32
AT_ONCE = 1 << 16  # bytes of an answer that are read from a pipe without leaving the loop
START = 60.0  # seconds in which a process has to open the store


class InProcess:
    """Answers in threads of this process: for stores in memory, without a time limit, and for another server."""

    def __init__(self, store: AnyStore) -> None:
        self._store = store
        self._asked = 0

    async def answer(self, question: Question) -> Answer:
        """Answer in a thread. Raises ServiceBusy when too many queries wait already."""
        if self._asked >= WAITING:
            raise ServiceBusy(f"{WAITING} queries wait already: ask again in a moment")
        self._asked += 1
        try:
            self._store = self._store.refreshed()
            return _unwrap(await asyncio.to_thread(_reply, self._store, question))
        finally:
            self._asked -= 1

    def start(self) -> None:
        """Do nothing: there is nothing to start."""

    def close(self) -> None:
        """Do nothing: there is nothing to end."""


@dataclass(frozen=True, slots=True)
class _Large:
    """An answer whose body follows."""

    answer: Answer


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

    async def ask(self, question: Question, seconds: float) -> Answer:
        """Answer within *seconds*, or kill the process and start another.

        Raises QueryTimeout, StoreError when the process died, or whatever error the query met.
        """
        try:
            await self._await_start()
            self._pipe.send(question)
            if not await _readable(self._pipe, seconds):
                await asyncio.to_thread(self.restart)
                raise QueryTimeout(f"the query was stopped after {seconds:g} seconds: narrow it or add a LIMIT")
            reply = self._pipe.recv()
            if isinstance(reply, _Large):
                # by itself: packed with the rest, it would be copied twice more
                body = await asyncio.to_thread(self._pipe.recv_bytes)
                reply = replace(reply.answer, body=body)
        except (EOFError, OSError) as error:
            await asyncio.to_thread(self.restart)
            raise StoreError("the query ended its worker process: it probably needed too much memory") from error
        except asyncio.CancelledError:  # what comes out of the pipe now is nobody's answer
            self.restart()
            raise
        return _unwrap(reply)

    async def _await_start(self) -> None:
        """Wait until the process has opened the store: its start is not the query's time."""
        if not self._ready:
            if not await _readable(self._pipe, START):
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


async def _readable(pipe: "Connection", seconds: float) -> bool:
    """Wait until something can be read, for *seconds* at most.

    The loop itself watches the pipe: a thread that waits would cost two switches more, most of a small query's time.
    """
    loop = asyncio.get_running_loop()
    come = loop.create_future()
    try:
        loop.add_reader(pipe.fileno(), _settle, come, True)
    except NotImplementedError:  # Windows
        return await asyncio.to_thread(pipe.poll, seconds)
    late = loop.call_later(seconds, _settle, come, False)
    try:
        return bool(await come)
    finally:
        late.cancel()
        loop.remove_reader(pipe.fileno())
        os.set_blocking(pipe.fileno(), True)  # uvloop leaves it otherwise, and a message would come in pieces


def _settle(future: "asyncio.Future[Any]", value: object) -> None:
    if not future.done():
        future.set_result(value)


class Workers:
    """A pool of workers with limits of time and memory per query and a cap on how many may wait."""

    def __init__(self, path: Path, count: int, seconds: float, memory: int = 0) -> None:
        self._path, self._count, self._seconds, self._memory = path, count, seconds, memory
        self._all: list[Worker] = []
        self._idle: list[Worker] = []
        self._waiting: deque[asyncio.Future[Worker | None]] = deque()

    def start(self) -> None:
        """Start the processes, once."""
        while len(self._all) < self._count:
            worker = Worker(self._path, self._memory)
            self._all.append(worker)
            self._idle.append(worker)

    async def answer(self, question: Question) -> Answer:
        """Answer in a worker. Raises ServiceBusy when too many queries wait already, else as `Worker.ask`."""
        self.start()
        worker = await self._take()
        try:
            return await worker.ask(question, self._seconds)
        finally:
            self._give(worker)

    async def _take(self) -> Worker:
        """Take the worker that was idle last, or the next that becomes so."""
        if self._idle:
            return self._idle.pop()
        if len(self._waiting) >= WAITING:
            raise ServiceBusy(f"{WAITING} queries wait already: ask again in a moment")
        loop = asyncio.get_running_loop()
        mine: asyncio.Future[Worker | None] = loop.create_future()
        late = loop.call_later(self._seconds, _settle, mine, None)
        self._waiting.append(mine)
        try:
            worker = await mine
        except asyncio.CancelledError:
            if not mine.cancelled() and (given := mine.result()):
                self._give(given)
            raise
        finally:
            late.cancel()
            if mine in self._waiting:
                self._waiting.remove(mine)
        if worker is None:
            raise ServiceBusy("all workers are busy with long queries: ask again in a moment")
        return worker

    def _give(self, worker: Worker) -> None:
        """Hand a worker to whoever has waited longest."""
        while self._waiting:
            first = self._waiting.popleft()
            if not first.done():
                first.set_result(worker)
                return
        self._idle.append(worker)

    def close(self) -> None:
        """End all processes."""
        for worker in self._all:
            worker.close()
        self._all, self._idle = [], []


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
            if isinstance(reply, Answer) and len(reply.body) > AT_ONCE:
                pipe.send(_Large(replace(reply, body=b"")))
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


def _reply(store: AnyStore, question: Question) -> Answer | KgbuildError:
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
