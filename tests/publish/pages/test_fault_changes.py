"""What changed among the findings since the build before, on the page about data quality."""

import json
from pathlib import Path

import pytest
import sample

from kgbuild.config import Settings
from kgbuild.errors import DataError
from kgbuild.namespaces import SH
from kgbuild.publish.pages.fault_changes import SHOWN, FaultChanges, load_fault_changes, read_moved
from kgbuild.publish.site import render_site
from kgbuild.store import Store


def finding(iri: str, severity: str = "Warning") -> dict[str, object]:
    return {"iri": iri, "severity": severity, "message": {"vi": "Điều lạ <b>", "en": "Something odd <b>"}}


def write(folder: Path, new: list[object], gone: list[object]) -> Path:
    file = folder / "report" / "changes.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"first": False, "new": new, "gone": gone}), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def store() -> Store:
    return sample.sample_store()


def test_no_report_says_nothing_and_a_broken_one_is_named(tmp_path: Path) -> None:
    assert load_fault_changes(tmp_path / "changes.json") == FaultChanges()
    file = tmp_path / "report" / "changes.json"
    write(tmp_path, [], [])
    assert load_fault_changes(file) == FaultChanges(reported=True)
    for broken in ("{", "[]", '{"new": []}'):
        file.write_text(broken, encoding="utf-8")
        with pytest.raises(DataError, match=r"changes\.json"):
            load_fault_changes(file)


def test_only_what_still_stands_is_linked(readers) -> None:
    reader = readers["en"]
    standing = reader.index.instances(SH.ValidationResult)[0]
    moved = read_moved(reader, (finding(standing), finding(sample.BASE + "id/finding/gone")))
    assert moved.count == 2
    (_, here), (_, gone) = moved.shown
    assert here.text == gone.text == "Something odd <b>"
    assert here.path.startswith("quality.en.html#")
    assert gone.path == ""
    many = read_moved(reader, (finding(standing),) * (SHOWN + 1))
    assert (many.count, len(many.shown)) == (SHOWN + 1, SHOWN)


def test_the_page_tells_what_came_and_what_went(store: Store, tmp_path: Path) -> None:
    write(tmp_path, [finding("x")] * (SHOWN + 1), [finding("y", "Info")])
    render_site(store, {}, Settings(base_iri=sample.BASE, out=tmp_path), tmp_path)
    page = (tmp_path / "site" / "quality.en.html").read_text(encoding="utf-8")
    assert f"New: {SHOWN + 1}" in page
    assert "Gone: 1" in page
    assert f"first {SHOWN} are listed" in page
    assert "Something odd &lt;b&gt;" in page
    assert "report/report.json" in page
    assert b"sh:ValidationResult" in (tmp_path / "site" / "report" / "report.ttl").read_bytes()


def test_the_page_says_nothing_where_nothing_changed(store: Store, tmp_path: Path) -> None:
    write(tmp_path, [], [])
    render_site(store, {}, Settings(base_iri=sample.BASE, out=tmp_path), tmp_path)
    assert 'id="since"' not in (tmp_path / "site" / "quality.html").read_text(encoding="utf-8")
