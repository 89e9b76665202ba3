"""Which files of a folder a build reads."""

from pathlib import Path

import pytest

from kgbuild.errors import SourceError
from kgbuild.sources.manifest import find_sources


def names(folder: Path, *files: str) -> list[str]:
    for name in files:
        (folder / name).write_text("KẾ HOẠCH", encoding="utf-8")
    return sorted(source.name for source in find_sources([folder]))


def test_a_document_that_must_be_saved_anew_is_told_of_and_other_files_are_passed_over(tmp_path: Path) -> None:
    assert names(tmp_path, "a.docx", "b.doc", "c.odt", "d.png", "README.md") == ["a.docx", "b.doc", "c.odt"]


def test_a_document_that_was_saved_anew_is_read_once(tmp_path: Path) -> None:
    assert names(tmp_path, "a.docx", "a.doc", "a.rtf") == ["a.docx"]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no source file"):
        names(tmp_path, "d.png")
