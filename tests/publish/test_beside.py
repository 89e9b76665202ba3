"""Jobs side by side: all are done, and a failure of one is a failure of all."""

from functools import partial
from pathlib import Path

import pytest

from kgbuild.errors import KgbuildError
from kgbuild.publish.beside import run_beside


@pytest.mark.parametrize("workers", [1, 2])
def test_all_jobs_are_done(tmp_path: Path, workers: int) -> None:
    run_beside([partial((tmp_path / name).write_text, name) for name in ("vi", "en")], workers)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["en", "vi"]


def test_a_failure_in_another_process_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgbuildError):
        run_beside([lambda: None, partial((tmp_path / "no" / "folder").write_text, "x")], 2)
