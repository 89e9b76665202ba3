"""What the checks of the repository look at: its modules and the files under version control."""

import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def modules(root: Path) -> list[Path]:
    """Every module of the package, sorted."""
    return sorted((root / "src" / "kgbuild").rglob("*.py"))


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """Every file that git holds or would add, sorted; in an unpacked sdist, every file."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    if found.returncode:
        return sorted(path for path in root.rglob("*") if path.is_file())
    return sorted({root / name for name in found.stdout.split("\0") if name and (root / name).is_file()})
