"""Changes between builds: the patch turns the old dump into the new one, and the feed tells of it once."""

import gzip
import hashlib
import json
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
import sample
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.config import Settings
from kgbuild.errors import DataError
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import DCTERMS, PIO, SKOS, Iri
from kgbuild.publish.dataset.catalog import write_catalog
from kgbuild.publish.dataset.changes import KEPT, Change, diff, read_history, write_changes, write_patch
from kgbuild.publish.dataset.citation import schema_org, write_citation
from kgbuild.publish.dataset.dumps import write_dumps
from kgbuild.publish.dataset.editions import Edition
from kgbuild.publish.dataset.files import list_files
from kgbuild.store import Store, read_quads

ATOM = "{http://www.w3.org/2005/Atom}"
NEW = Iri(f"{sample.BASE}id/doc/ha-noi/ubnd/ke-hoach/2024/7")
GRAPH = Iri(f"{sample.BASE}graph/source/new")
LINES = st.sets(st.integers(0, 99)).map(lambda found: b"".join(sorted(b"<urn:%d> .\n" % n for n in found)))


def apply_patch(old: bytes, patch: bytes) -> bytes:
    """Turn the old sorted N-Quads into the new. Raises ValueError when the patch is not for them."""
    rows = patch.splitlines(keepends=True)
    gone = {row[2:] for row in rows if row.startswith(b"D ")}
    come = {row[2:] for row in rows if row.startswith(b"A ")}
    lines = set(old.splitlines(keepends=True))
    if not gone <= lines or come & lines:
        raise ValueError("the patch is not for this dump: it removes what is not there or adds what is")
    return b"".join(sorted((lines - gone) | come))


@given(LINES, LINES)
def test_a_patch_makes_the_new_dump_of_the_old(old: bytes, new: bytes) -> None:
    patch = write_patch(diff(old, new), "urn:d", "1", "2")
    assert apply_patch(old, patch) == new
    back = patch.replace(b"\nA ", b"\nX ").replace(b"\nD ", b"\nA ").replace(b"\nX ", b"\nD ")
    assert apply_patch(new, back) == old


def test_a_patch_for_another_dump_is_refused() -> None:
    patch = write_patch(diff(b"<urn:1> .\n", b"<urn:2> .\n"), "urn:d", "1", "2")
    for other in (b"", b"<urn:3> .\n", b"<urn:1> .\n<urn:2> .\n"):
        with pytest.raises(ValueError, match="not for this dump"):
            apply_patch(other, patch)


def publish(store: Store, out: Path, day: int, now: Path | None = None) -> Path:
    """Write the dumps of a build into *out*; *now* is the build that is published."""
    settings = Settings(base_iri=sample.BASE, out=now or out / "none")
    files = write_dumps(store, settings, out)
    _, edition = write_catalog(store, files, settings, out, date(2026, 11, day))
    write_changes(store, edition, settings, out)
    write_citation(edition, settings, out)
    return out


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A first build, one with a document more and a fact less, and the same again."""
    folder, store = tmp_path_factory.mktemp("builds"), sample.sample_store()
    first = publish(store, folder / "1", 1)
    lines = store.dump().splitlines(keepends=True)
    changed = Store.memory()
    changed.load(b"".join(lines[:5] + lines[6:]))
    changed.add(
        [
            Statement(NEW, PIO.capturedIn, Iri(f"{sample.BASE}id/text/00"), GRAPH),
            Statement(NEW, SKOS.prefLabel, Literal("Kế hoạch <7> & khác", language="vi"), GRAPH),
            Statement(NEW, DCTERMS.title, Literal('"\n\\', language="vi"), GRAPH),
        ]
    )
    second = publish(changed, folder / "2", 2, first)
    return first, second, publish(changed, folder / "3", 3, second)


def test_the_first_build_begins_the_history(builds: tuple[Path, Path, Path]) -> None:
    [change] = read_history(builds[0] / "dumps")
    assert (change.previous, change.patch, change.date) == ("", "", "2026-11-01")
    assert change.added == len(read_quads(builds[0] / "dumps" / "kgbuild.nq.gz").splitlines())


def test_the_patch_of_a_build_applies_to_the_dump_before(builds: tuple[Path, Path, Path]) -> None:
    old, new = (read_quads(build / "dumps" / "kgbuild.nq.gz") for build in builds[:2])
    change, first = read_history(builds[1] / "dumps")
    data = (builds[1] / "dumps" / change.patch).read_bytes()
    assert apply_patch(old, gzip.decompress(data)) == new
    assert (
        gzip.compress(apply_patch(old, gzip.decompress(data)), mtime=0)
        == (builds[1] / "dumps" / "kgbuild.nq.gz").read_bytes()
    )
    assert (change.added, change.removed, change.date) == (3, 1, "2026-11-02")
    assert (change.size, change.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert change.previous == first.version
    assert change.documents == {NEW: "Kế hoạch <7> & khác"}


def test_ordinary_tools_apply_it(builds: tuple[Path, Path, Path], tmp_path: Path) -> None:
    """As the page of the dataset says: take away what follows D, add what follows A, sort by bytes."""
    change = read_history(builds[1] / "dumps")[0]
    for name, build in (("old", builds[0]), ("new", builds[1])):
        (tmp_path / name).write_bytes(read_quads(build / "dumps" / "kgbuild.nq.gz"))
    (tmp_path / "patch").write_bytes(gzip.decompress((builds[1] / "dumps" / change.patch).read_bytes()))
    script = "sed -n 's/^D //p' patch >gone; sed -n 's/^A //p' patch >come; comm -23 old gone | sort -m - come >made"
    environment = {"LC_ALL": "C", "PATH": "/usr/bin:/bin"}
    subprocess.run(["sh", "-e", "-c", script], cwd=tmp_path, check=True, env=environment)
    assert (tmp_path / "made").read_bytes() == (tmp_path / "new").read_bytes()


def test_a_build_that_changes_nothing_is_no_change(builds: tuple[Path, Path, Path]) -> None:
    two, three = (
        {file.name: file.sha256 for file in list_files(build / "dumps") if "change" in file.name.lower()}
        for build in builds[1:]
    )
    assert two == three
    assert len([name for name in two if name.endswith(".rdfp.gz")]) == 1


@pytest.mark.parametrize("name", ["changes.atom", "changes.en.atom"])
def test_the_feed_is_atom(builds: tuple[Path, Path, Path], name: str) -> None:
    feed = ElementTree.parse(builds[2] / "dumps" / name).getroot()
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}id") == f"{sample.BASE}dumps/{name}"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-02T00:00:00Z"
    entries = feed.findall(f"{ATOM}entry")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) == 2
    for entry in (feed, *entries):
        for tag in ("id", "title", "updated"):
            assert entry.findtext(f"{ATOM}{tag}")
    [link] = [node for node in entries[0].findall(f"{ATOM}link") if node.get("rel") == "enclosure"]
    change = read_history(builds[2] / "dumps")[0]
    assert (link.get("href"), link.get("length")) == (f"{sample.BASE}dumps/{change.patch}", str(change.size))
    assert "Kế hoạch <7> & khác" in "".join(entries[0].itertext())
    assert "3" in str(entries[0].findtext(f"{ATOM}title"))


def test_the_history_ends_somewhere_and_a_broken_one_begins_anew_with_a_word(tmp_path: Path) -> None:
    store = sample.sample_store()
    first = publish(store, tmp_path / "1", 1)
    [change] = read_history(first / "dumps")
    rows = [replace(change, version=f"{n:016}") for n in range(KEPT + 5)]
    (first / "dumps" / "changes.json").write_text(json.dumps([vars_of(row) for row in rows]), encoding="utf-8")
    assert len(read_history(publish(store, tmp_path / "2", 2, first) / "dumps")) == KEPT
    for text in ("", "{}", '[{"version": 1}]', "[1]"):
        (first / "dumps" / "changes.json").write_text(text, encoding="utf-8")
        with pytest.raises(DataError, match=r"changes\.json"):
            read_history(first / "dumps")
    edition, settings = Edition("2", "2026-11-01", "2026-11-03"), Settings(base_iri=sample.BASE, out=first)
    [issue] = write_changes(store, edition, settings, tmp_path / "2")
    assert (issue.source, issue.rule) == ("changes.json", "history-lost")
    [anew] = read_history(tmp_path / "2" / "dumps")
    assert (anew.version, anew.previous) == ("2", "")
    assert read_history(tmp_path / "nothing") == []


def vars_of(change: Change) -> dict[str, object]:
    return {name: getattr(change, name) for name in Change.__dataclass_fields__}


def test_the_citation_file_names_the_edition(builds: tuple[Path, Path, Path]) -> None:
    text = (builds[2] / "dumps" / "CITATION.cff").read_text(encoding="utf-8")
    fields = {name: json.loads(value) for name, _, value in (line.partition(": ") for line in text.splitlines())}
    assert fields["type"] == "dataset"
    assert fields["version"] == read_history(builds[2] / "dumps")[0].version
    assert fields["date-released"] == "2026-11-02"
    assert {"cff-version", "message", "title", "authors"} <= set(fields)


def test_search_engines_find_every_dump(builds: tuple[Path, Path, Path]) -> None:
    settings = Settings(base_iri=sample.BASE, title_vi="Một </script> hai")
    dumps = builds[2] / "dumps"
    text = schema_org(settings, "vi", list_files(dumps), read_history(dumps))
    assert "</" not in text
    data = json.loads(text)
    assert data["name"] == settings.title_vi
    assert data["dateModified"] == "2026-11-02"
    named = {download["name"]: download for download in data["distribution"]}
    assert {"kgbuild.nq.gz", "tables/tasks.csv", "tables/tasks.parquet"} <= set(named)
    assert not [name for name in named if "change" in name or name.endswith((".ttl", ".txt"))]
    assert named["kgbuild.nq.gz"]["sha256"] == hashlib.sha256((dumps / "kgbuild.nq.gz").read_bytes()).hexdigest()


def test_void_has_its_well_known_place_in_the_static_site(site: Path) -> None:
    assert (site / ".well-known" / "void").read_bytes() == (site / "dumps" / "void.ttl").read_bytes()
