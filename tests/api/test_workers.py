"""Worker processes: a query that never ends is ended, and the next one is answered."""

import asyncio
import sys
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from fastapi.testclient import TestClient

from kgbuild.api import create_app
from kgbuild.api.workers import Worker, Workers
from kgbuild.config import Settings
from kgbuild.errors import QueryError, QueryTimeout, ServiceBusy, StoreError
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import Iri
from kgbuild.store import Answer, Question, Store

Got = TypeVar("Got")
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
# 300^4 rows to count: hours
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def write_store(path: Path, count: int) -> None:
    store = Store.open(path)
    store.add(Statement(Iri(f"http://x/{n}"), Iri("http://x/p"), Literal("v"), Iri("http://x/g")) for n in range(count))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_store(tmp_path / "store", 300)
    return tmp_path / "store"


@pytest.fixture
def worker(path: Path) -> Iterator[Worker]:
    worker = Worker(path)
    yield worker
    worker.close()


def run(asked: Coroutine[Any, Any, Got]) -> Got:
    """Run in a thread of its own: where the browser tests ran before, this one has their loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asked).result()


def ask(worker: Worker, question: Question, seconds: float) -> Answer:
    return run(worker.ask(question, seconds))


def test_a_worker_answers_passes_errors_on_and_survives_a_killed_query(worker: Worker) -> None:
    assert b'"300"' in ask(worker, Question(COUNT), 60).body
    with pytest.raises(QueryError, match="line 1"):
        ask(worker, Question("SELECT nonsense"), 60)
    with pytest.raises(QueryTimeout, match=r"0\.2 seconds"):
        ask(worker, Question(ENDLESS), 0.2)
    assert b'"300"' in ask(worker, Question(COUNT), 60).body


def test_the_start_of_a_process_is_not_the_querys_time(worker: Worker) -> None:
    """A process needs longer to start than this limit."""
    ask(worker, Question(COUNT), 60)
    worker.restart()
    assert b'"300"' in ask(worker, Question(COUNT), 0.3).body


def test_a_dead_process_is_replaced(worker: Worker) -> None:
    worker._process.kill()
    worker._process.join()
    with pytest.raises(StoreError, match="ended its worker"):
        ask(worker, Question(COUNT), 60)
    assert b'"300"' in ask(worker, Question(COUNT), 60).body


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process so")
def test_a_query_that_fills_the_memory_ends_itself_alone(path: Path) -> None:
    worker = Worker(path, memory=400_000_000)
    try:
        with pytest.raises(StoreError, match="too much memory"):
            ask(worker, Question("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"), 120)
        assert b'"300"' in ask(worker, Question(COUNT), 60).body
    finally:
        worker.close()


def test_answers_say_when_the_data_was_written(path: Path) -> None:
    with TestClient(create_app(Store.open(path, read_only=True), Settings())) as client:
        first = client.get("/sparql", params={"query": COUNT})
        written = first.headers["last-modified"]
        assert parsedate_to_datetime(written).timestamp() == int((path / "CURRENT").stat().st_mtime)
        for value, status in (
            (written, 304),
            ("Thu, 01 Jan 2099 00:00:00 GMT", 304),
            ("Thu, 01 Jan 1970 00:00:00 GMT", 200),
            ("yesterday", 200),
        ):
            answer = client.get("/sparql", params={"query": COUNT}, headers={"If-Modified-Since": value})
            assert answer.status_code == status
        both = {"If-Modified-Since": written, "If-None-Match": '"another"'}
        assert client.get("/sparql", params={"query": COUNT}, headers=both).status_code == 200


def test_a_new_build_is_answered_from_without_a_restart(worker: Worker, path: Path) -> None:
    assert b'"300"' in ask(worker, Question(COUNT), 60).body
    write_store(path.with_name("next"), 7)
    path.rename(path.with_name("old"))
    path.with_name("next").rename(path)
    assert b'"7"' in ask(worker, Question(COUNT), 60).body


def test_too_many_at_once_are_sent_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgbuild.api.workers.WAITING", 0)
    workers = Workers(path, 1, seconds=2)

    async def both() -> list[object]:
        slow = asyncio.create_task(workers.answer(Question(ENDLESS)))
        await asyncio.sleep(0)
        second = await asyncio.gather(workers.answer(Question(COUNT)), return_exceptions=True)
        return [*second, *await asyncio.gather(slow, return_exceptions=True)]

    try:
        refused, stopped = run(both())
    finally:
        workers.close()
    assert isinstance(refused, ServiceBusy)
    assert isinstance(stopped, QueryTimeout)


def test_the_service_says_503_and_stays_healthy(path: Path) -> None:
    store = Store.open(path, read_only=True)
    with TestClient(create_app(store, Settings(query_timeout=2))) as client:
        stopped = client.get("/sparql", params={"query": ENDLESS})
        assert stopped.status_code == 503
        assert stopped.headers["content-type"] == "application/problem+json"
        assert stopped.headers["retry-after"]
        assert client.get("/health").json()["status"] == "ok"
        assert b'"300"' in client.get("/sparql", params={"query": COUNT}).content
