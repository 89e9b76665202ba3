"""A new build takes the place of the old in one step, and rewrites only what has changed."""

from functools import partial
from pathlib import Path

import pytest

from kgbuild.errors import StoreError
from kgbuild.publish.release import CURRENT, PARTS, Release, check_place


def publish(out: Path, files: dict[str, str]) -> None:
    with Release(out) as folder:
        for part in PARTS:
            (folder / part).mkdir()
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")


def inode(path: Path) -> int:
    return path.stat().st_ino


def test_what_is_the_same_stays_the_old_file(tmp_path: Path) -> None:
    publish(tmp_path, {"site/a/same.html": "x", "site/other.html": "1", "site/gone.html": "", "store/CURRENT": "x"})
    same, other, store = (inode(tmp_path / name) for name in ("site/a/same.html", "site/other.html", "store/CURRENT"))
    publish(tmp_path, {"site/a/same.html": "x", "site/other.html": "2", "site/new.html": "", "store/CURRENT": "x"})
    assert inode(tmp_path / "site/a/same.html") == same
    assert inode(tmp_path / "site/other.html") != other
    assert (tmp_path / "site/other.html").read_text(encoding="utf-8") == "2"
    assert inode(tmp_path / "store/CURRENT") != store
    found = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.*")}
    assert found == {"a/same.html", "other.html", "new.html"}
    assert len(list((tmp_path / ".versions").iterdir())) == 1


def test_a_file_linked_from_the_old_build_leaves_no_other_name(tmp_path: Path) -> None:
    publish(tmp_path, {"dumps/a.gz": "x"})
    with Release(tmp_path) as folder:
        (folder / "dumps").mkdir()
        (folder / "dumps" / "a.gz").hardlink_to(tmp_path / "dumps" / "a.gz")
    assert [path.name for path in (tmp_path / "dumps").iterdir()] == ["a.gz"]


def test_what_fails_leaves_the_old_build(tmp_path: Path) -> None:
    publish(tmp_path, {"site/index.html": "old"})
    with pytest.raises(IsADirectoryError):
        publish(tmp_path, {"site/index.html": "new", "site/": "no file"})
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in (tmp_path / ".versions").iterdir()] == [(tmp_path / CURRENT).resolve().name]


def test_files_that_cannot_be_linked_are_the_new_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    publish(tmp_path, {"site/a.html": "x"})
    monkeypatch.setattr("os.link", refuse)
    publish(tmp_path, {"site/a.html": "x"})
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["a.html"]


def test_two_builds_into_one_folder_do_not_disturb_each_other(tmp_path: Path) -> None:
    with Release(tmp_path) as first:
        for start in (Release(tmp_path).__enter__, partial(check_place, tmp_path)):
            with pytest.raises(StoreError, match="another build is being written there"):
                start()
        assert first.is_dir()
    check_place(tmp_path)
    with Release(tmp_path) as second:
        assert second.is_dir()


def test_a_place_for_a_build_is_tried_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for place in (tmp_path / "file", tmp_path / "file" / "build"):
        with pytest.raises(StoreError, match="is a file"):
            check_place(place)
    check_place(tmp_path / "new" / "build")
    assert not (tmp_path / "new").exists()
