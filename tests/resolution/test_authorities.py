"""The tables of knowledge: read whole, and refused with the name of the file where one breaks its form."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from kgbuild.config import resource
from kgbuild.errors import DataError
from kgbuild.resolution.authorities import load_knowledge, read_table


@dataclass(frozen=True, slots=True)
class Town:
    """A row of a table made for these tests."""

    name: str
    aliases: tuple[str, ...]
    note: str = "none"


def table(folder: Path, text: str) -> Path:
    path = folder / "towns.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_with_lists_and_defaults(tmp_path: Path) -> None:
    path = table(tmp_path, "name,aliases\nVinh, TP Vinh | thành phố Vinh \nHuế,\n")
    assert read_table(path, Town) == [Town("Vinh", ("TP Vinh", "thành phố Vinh")), Town("Huế", ())]


def test_columns_stand_in_any_order_and_others_are_passed_over(tmp_path: Path) -> None:
    assert read_table(table(tmp_path, "source,aliases,note,name\nx,,cũ,Vinh\n"), Town) == [Town("Vinh", (), "cũ")]


@pytest.mark.parametrize(
    ("text", "message"), [("name\nVinh\n", "towns.csv: row 2: column 'aliases' is missing"), ("", None)]
)
def test_a_missing_column_names_file_and_row(tmp_path: Path, text: str, message: str | None) -> None:
    path = table(tmp_path, text)
    if message is None:
        assert read_table(path, Town) == []
        return
    with pytest.raises(DataError) as error:
        read_table(path, Town)
    assert str(error.value).endswith(message)


def test_a_missing_or_broken_table_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"towns\.csv"):
        read_table(tmp_path / "towns.csv", Town)
    (tmp_path / "towns.csv").write_bytes(b"name,aliases\nHu\xff,\n")
    with pytest.raises(DataError, match=r"towns\.csv"):
        read_table(tmp_path / "towns.csv", Town)


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"areas\.csv"):
        load_knowledge(tmp_path, {})


def test_the_shipped_tables_hold_together() -> None:
    knowledge = load_knowledge(resource("data", "authorities"), {"y-te": ("y tế",)})
    assert knowledge.themes == {"y-te": ("y tế",)}
    assert knowledge.areas["ha-noi"].city
    assert not knowledge.areas["gia-lai"].city
    for area in knowledge.areas.values():
        assert set(area.predecessors) | set(area.successors) <= set(knowledge.areas)
    for record in knowledge.agencies.values():
        assert not record.parent or record.parent in knowledge.agencies
