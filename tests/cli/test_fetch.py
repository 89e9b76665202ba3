"""`kgbuild fetch`: the list, one document, all of them; never a network in a test."""

import json
from pathlib import Path

import pytest

from kgbuild.errors import SourceError
from kgbuild.sources.fetch import Fetched, Wanted

LIST = """
[[document]]
id = "a"
title = "Nghị quyết A"
addresses = ["http://x.example/a"]
[[document]]
id = "b"
title = "Kết luận B"
addresses = ["http://x.example/b"]
[[document]]
id = "c"
title = "Kế hoạch C"
addresses = []
search = ["http://x.example/search"]
"""


@pytest.fixture
def wanted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (folder / "wanted.toml").write_text(LIST, encoding="utf-8")

    def fetch(entry: Wanted, into: Path, _limit: int) -> Fetched:
        if entry.id == "b":
            raise SourceError("b: not fetched: 404")
        return Fetched(entry.id, into / f"{entry.id}.html", "ab" * 32, entry.addresses[0], False)

    monkeypatch.setattr("kgbuild.sources.fetch.fetch", fetch)
    return str(folder / "wanted.toml")


def test_without_arguments_it_lists(run, wanted: str) -> None:
    assert "a\tNghị quyết A" in run("fetch", "--list", wanted).out
    assert [entry["id"] for entry in json.loads(run("fetch", "--list", wanted, "--json").out)] == ["a", "b", "c"]


def test_a_list_that_is_not_there_is_one_sentence(run) -> None:
    done = run("fetch", "--list", "nope.toml")
    said = "kgbuild: nope.toml: the list of wanted documents cannot be read: No such file or directory\n"
    assert (done.code, done.out, done.err) == (1, "", said)


def test_the_list_that_ships_can_be_read(run) -> None:
    assert run("fetch").code == 0


def test_one_document(run, wanted: str) -> None:
    done = run("fetch", "a", "--list", wanted, "--folder", "there")
    assert done.code == 0
    assert "there/a.html" in done.out
    assert "pinned now" in done.err


def test_all_of_them_reports_the_failures(run, wanted: str) -> None:
    done = run("fetch", "--wanted", "--list", wanted, "--json")
    assert done.code == 1
    answer = json.loads(done.out)
    assert [entry["id"] for entry in answer["fetched"]] == ["a"]
    assert answer["failed"] == ["b: not fetched: 404"]
    assert "c: left out: no address is known; look at http://x.example/search" in done.err
    assert done.err.splitlines()[-1] == "kgbuild: not fetched: 1 of 2 documents"


def test_an_unknown_id_is_one_sentence(run, wanted: str) -> None:
    done = run("fetch", "a", "zz", "--list", wanted)
    assert (done.code, done.out, done.err) == (1, "", "kgbuild: not in the list of wanted documents: zz\n")
