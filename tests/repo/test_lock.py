"""The lock files: every dependency pinned with hashes, and nothing in them that ties them to one machine."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ["requirements.lock", "requirements-test.lock", "requirements-build.lock"]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; [^\\]+?)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def pins(root: Path, lock: str) -> dict[str, str]:
    """Read the pinned versions of a lock file (of one that markers split, the last)."""
    found = (PIN.match(line) for line in (root / lock).read_text(encoding="utf-8").splitlines())
    return {match["name"]: match["version"] for match in found if match}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_and_hashes_only(root: Path, lock: str) -> None:
    odd = [line for line in (root / lock).read_text().splitlines() if not (PIN.match(line) or HASH.match(line))]
    assert not odd
    assert pins(root, lock)


def test_what_pyproject_asks_for_is_pinned_within_its_bounds(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    asked = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-test.lock": [*project["project"]["dependencies"], *extras["test"], *extras["browser"]],
        "requirements-build.lock": project["dependency-groups"]["build"],
    }
    for lock, requirements in asked.items():
        pinned = pins(root, lock)
        for requirement in map(Requirement, requirements):
            version = pinned.get(canonicalize_name(requirement.name))
            assert version is not None, f"{lock} lacks {requirement}: run make lock"
            assert requirement.specifier.contains(version, prereleases=True), f"{lock} pins {version} for {requirement}"


def test_locks_agree_with_each_other(root: Path) -> None:
    run, test, build = (pins(root, lock) for lock in LOCKS)
    assert run.items() <= test.items()
    assert not {name for name in build.keys() & test.keys() if build[name] != test[name]}
