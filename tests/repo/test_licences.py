"""The licences of what an installed kgbuild brings along: nothing that binds its users to the GPL or AGPL."""

import re
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# LGPL is another matter (a library may be used unchanged), so the letter before is looked at.
COPYLEFT = re.compile(r"(?<![A-Za-z])A?GPL|GNU (Affero )?General Public", re.IGNORECASE)


def run_time_dependencies(name: str) -> dict[str, Distribution]:
    """Collect what *name* needs at run time on this system, directly or not, extras left out."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(name)]
    while waiting:
        requirement = waiting.pop()
        key = canonicalize_name(requirement.name)
        if key in found:
            continue
        found[key] = distribution(requirement.name)
        needs = (Requirement(text) for text in found[key].requires or [])
        extras = requirement.extras or {""}
        waiting += [r for r in needs if r.marker is None or any(r.marker.evaluate({"extra": e}) for e in extras)]
    del found[canonicalize_name(name)]
    return found


def stated_licence(dist: Distribution) -> str:
    """Give what a distribution says of its licence: the SPDX expression, else classifiers and the free field."""
    meta = dist.metadata
    if expression := meta.get("License-Expression"):
        return str(expression)
    classifiers = [c for c in meta.get_all("Classifier") or [] if c.startswith("License ::")]
    return " ; ".join([*classifiers, meta.get("License") or ""]).strip(" ;")


def is_copyleft(licence: str) -> bool:
    """Tell whether every choice that a licence offers is GPL or AGPL."""
    return all(COPYLEFT.search(choice) for choice in re.split(r"\s+OR\s+", licence))


def test_no_run_time_dependency_is_gpl() -> None:
    licences = {name: stated_licence(dist) for name, dist in run_time_dependencies("kgbuild").items()}
    assert {"rdflib", "pyoxigraph", "lxml", "starlette"} <= set(licences), "the walk missed known dependencies"
    silent = [name for name, licence in licences.items() if not licence]
    assert not silent, f"these state no licence: {silent}"
    bad = {name: licence for name, licence in licences.items() if is_copyleft(licence)}
    assert not bad, f"GPL or AGPL at run time: {bad}"


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("AGPL-3.0-or-later", True),
        ("GPL-3.0-only", True),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", True),
        ("GNU AFFERO GENERAL PUBLIC LICENSE", True),
        ("LGPL-3.0-only", False),
        ("MIT OR GPL-2.0-only", False),
        ("Apache-2.0", False),
    ],
)
def test_copyleft_is_recognised(licence: str, expected: bool) -> None:
    assert is_copyleft(licence) is expected
