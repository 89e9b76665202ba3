"""The index of the search, as it is written; how it answers is tested in a browser."""

import json
from pathlib import Path

import library
import pytest

from kgbuild.config import Settings
from kgbuild.publish import search
from kgbuild.publish.search import index_words, spell_acronyms, split_words, write_search
from kgbuild.publish.site import render_site


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the library."""
    out = tmp_path_factory.mktemp("library")
    render_site(library.library_store(), {}, Settings(base_iri="https://w3id.org/vnpolicy/"), out)
    return out / "site" / "search"


def read(path: Path) -> object:
    """Read what one script hands over."""
    text = path.read_text(encoding="utf-8")
    head = f'kgbuildSearch("{path.stem}",'
    assert text.startswith(head)
    assert text.endswith(");\n")
    return json.loads(text.removeprefix(head)[:-3])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("đường", [("duong", "đường")]),
        ("57-NQ/TW", [("57", "57"), ("nq", "nq"), ("tw", "tw")]),
        ("57nq tw", [("57", "57"), ("nq", "nq"), ("tw", "tw")]),
        ("05/2021/QH13", [("5", "5"), ("2021", "2021"), ("qh", "qh"), ("13", "13")]),
        ("KH&CN", [("kh", "kh"), ("va", "và"), ("cn", "cn")]),
        ("hoà", [("hoa", "hòa")]),
        ("quy\u0301", [("quy", "quý")]),
        ("0", [("0", "0")]),
        ("…", []),
    ],
)
def test_words(text: str, words: list[tuple[str, str]]) -> None:
    assert split_words(text) == words


def test_abbreviations_are_spelled_over_any_part_of_a_name() -> None:
    found = spell_acronyms("Ủy ban nhân dân Thành phố Hồ Chí Minh")
    assert {"ubnd", "tphcm", "hcm", "tp"} <= found
    assert "u" not in found
    assert "vhttdl" in spell_acronyms("Bộ Văn hóa, Thể thao và Du lịch")


def test_the_first_script_tells_where_every_word_and_entry_stands(folder: Path) -> None:
    index = read(folder / "index.js")
    assert index["kinds"] == ["document", "agency", "area", "thing", "person", "task"]
    assert index["counts"] == [len(library.DOCUMENTS), len(library.AGENCIES), 0, 0, 1, len(library.TASKS)]
    words = [word for n in range(len(index["starts"])) for word in read(folder / f"terms_{n}.js")]
    assert words == sorted(words)
    assert index["starts"][0] == words[0]
    assert "duong" in words


def test_entries_stand_in_the_same_order_in_both_languages(folder: Path) -> None:
    vi, en = (read(folder / f"{code}_0.js") for code in ("vi", "en"))
    assert len(vi) == len(en) == sum(read(folder / "index.js")["counts"])
    for one, other in zip(vi, en, strict=True):
        assert one[2].replace(".html", ".en.html") == other[2]
        assert (folder.parent / one[2]).is_file()
    at = next(n for n, row in enumerate(en) if row[0] == "Department of Home Affairs of Hanoi")
    assert vi[at][:2] == ["Sở Nội vụ thành phố Hà Nội", ""]
    task = next(row for row in en if row[0] == library.TASKS["2"])
    assert task[1] == "vi", "Vietnamese on an English page is marked as such"


def test_small_shards_hold_the_same_words(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "SHARD", 400)
    render_site(library.library_store(), {}, Settings(base_iri="https://w3id.org/vnpolicy/"), tmp_path)
    small = tmp_path / "site" / "search"
    starts = read(small / "index.js")["starts"]
    assert len(starts) > 10
    together = {}
    for n, start in enumerate(starts):
        shard = read(small / f"terms_{n}.js")
        assert next(iter(shard)) == start
        together |= shard
    assert together == {
        k: v for n in range(len(read(folder / "index.js")["starts"])) for k, v in read(folder / f"terms_{n}.js").items()
    }


def test_nothing_to_find_is_still_an_index(tmp_path: Path) -> None:
    assert index_words([]) == {}
    write_search([], tmp_path)
    assert read(tmp_path / "index.js")["starts"] == []
