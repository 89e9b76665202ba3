"""Data frames: `kgbuild.open` finds the dump, and gives the same frames from Parquet and from the graph."""

import shutil
from pathlib import Path

import pytest
import rdflib

import kgbuild
from kgbuild.config import Settings
from kgbuild.errors import ConfigError, StoreError
from kgbuild.publish.dataset.dumps import write_dumps
from kgbuild.publish.dataset.tables import load_tables
from kgbuild.store import Store

pd = pytest.importorskip("pandas", reason="part missing: pandas: pip install 'kgbuild[frames]'")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dataset = rdflib.Dataset()
    dataset.parse(Path(__file__).parent / "fixtures" / "small.trig", format="trig")
    store = Store.memory()
    store.load(dataset.serialize(format="nquads", encoding="utf-8"))
    out = tmp_path_factory.mktemp("build")
    write_dumps(store, Settings(), out)
    return out


def test_every_table_has_a_method_of_its_name(built: Path) -> None:
    frames = kgbuild.open(built)
    assert frames.names == [table.name for table in load_tables()]
    for table in load_tables():
        frame = getattr(frames, table.name)()
        assert list(frame.columns) == [column.name for column in table.columns]
        pd.testing.assert_frame_equal(frame, frames.table(table.name))


def test_who_leads_what_by_when_without_sparql(built: Path) -> None:
    frames = kgbuild.open(str(built))
    work = frames.assignments().merge(frames.tasks(), left_on="work", right_on="task")
    lead = work[work["role_name"] == "chủ trì"].iloc[0]
    assert lead["agency_name"] == "Sở Nội vụ thành phố Hà Nội"
    assert (lead["start_year"], lead["end_year"]) == (2013, 2014)
    documents = frames.documents().set_index("symbol")
    assert documents.loc["90/KH-UBND", "date"] == pd.Timestamp("2013-05-31")
    assert not documents.loc["22-CTr/TU", "text_held"]
    assert frames.targets()["quantity"].sum() == 50


def test_without_parquet_the_graph_gives_the_same(built: Path, tmp_path: Path) -> None:
    lone = tmp_path / "other name.nq.gz"
    shutil.copy(built / "dumps" / "kgbuild.nq.gz", lone)
    for place in (lone, built / "dumps"):
        for name in kgbuild.open(built).names:
            pd.testing.assert_frame_equal(kgbuild.open(place).table(name), kgbuild.open(built).table(name))


def test_a_frame_may_be_changed_without_changing_the_next(built: Path) -> None:
    frames = kgbuild.open(built)
    first = frames.tasks()
    first["title"] = "x"
    assert "x" not in set(frames.tasks()["title"])


def test_what_is_no_dump_is_one_sentence(built: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"neither a dump .* nor a folder that has kgbuild\.nq\.gz"):
        kgbuild.open(tmp_path)
    with pytest.raises(StoreError, match="there is no table 'task'; there are agencies"):
        kgbuild.open(built).table("task")


def test_a_missing_extra_is_named(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    with pytest.raises(ConfigError, match=r"pip install 'kgbuild\[frames\]'"):
        kgbuild.open(built).tasks()
