"""The files of a build in groups: nothing left out, nothing twice, each told in words."""

import pytest

from kgbuild.publish.dataset.files import File
from kgbuild.publish.dataset.tables import load_tables
from kgbuild.publish.pages.downloads import sort_files
from kgbuild.publish.templates import load_strings

NAMES = (
    "CITATION.cff",
    "catalog.ttl",
    "changes/a-b.rdfp.gz",
    "kgbuild.nq.gz",
    "kgbuild.ttl.gz",
    "tables/csv-metadata.json",
    "tables/tasks.csv",
    "tables/tasks.parquet",
    "tables/themes.csv",
)


@pytest.mark.parametrize(("language", "title"), [("vi", "Nhiệm vụ"), ("en", "Tasks")])
def test_every_file_stands_in_one_group(language: str, title: str) -> None:
    about = load_strings(language)["dataset"]["about"]
    found = sort_files([File(name, 1, "") for name in NAMES], load_tables(), language, about)
    assert [it.about for it in found.graph] == ["Turtle", "N-Quads"]
    (name, files), *_ = found.tables
    assert (name, [it.about for it in files]) == (title, ["CSV", "Parquet"])
    assert [len(files) for _, files in found.tables] == [2, 1], "a table without files is left out"
    assert [it.about for it in found.others] == [about[name] for name in (*NAMES[:2], "patch", NAMES[5])]
    placed = [*found.graph, *(it for _, files in found.tables for it in files), *found.others]
    assert sorted(it.file.name for it in placed) == sorted(NAMES)
