"""What must stand in no file, and what must stand in every one."""

import ast
import re
from pathlib import Path

import pytest

# Written in pieces, so that this file does not find itself.
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.~-])/(?:wo" + r"rk|t" + r"mp|home|root|opt)/[\w.]"),
    "the host of a package registry": re.compile(
        r"(?:pypi\.o" + r"rg|pythonhosted\.o" + r"rg|registry\.npm" + r"js|npm" + r"js\.(?:org|com)|deb\.deb" + r"ian)"
    ),
}
TEXT = {".py", ".toml", ".md", ".ttl", ".rq", ".csv", ".html", ".css", ".js", ".txt", ".cff", ".lock", ".json", ".yml"}
# Documents are other people's words, and minified scripts of others are theirs too.
NOT_OURS = ("data/sources/", "site/static/vendor/", "tests/golden/")
SUPPRESSION = re.compile(
    r"#\s*(?:noqa|type:\s*ignore|pragma:)(?P<code>:?\s*(?:\[[^]]*\]|[A-Z]+\d+(?:,\s*[A-Z]+\d+)*))?"
)


def is_ours(path: Path, root: Path) -> bool:
    """Tell whether we answer for the words of a file."""
    name = path.relative_to(root).as_posix()
    return not name.startswith(NOT_OURS) and (path.suffix in TEXT or path.name in {"Makefile", "NOTICE", "run"})


def offences(text: str) -> list[str]:
    """List what a text must not hold, with the line number."""
    return [
        f"line {number}: {kind}: {line.strip()[:100]}"
        for number, line in enumerate(text.splitlines(), 1)
        for kind, pattern in FORBIDDEN.items()
        if pattern.search(line)
    ]


def unexplained(text: str) -> list[str]:
    """List the suppressions that name no code, or give no reason after it or on the comment line above."""
    rows = ["", *text.splitlines()]
    found = []
    for number, line in enumerate(rows):
        if match := SUPPRESSION.search(line):
            after = line[match.end() :].strip(" #:-—,.")
            above = rows[number - 1].strip()
            if not match["code"] or not (after or above.startswith("#")):
                found.append(f"line {number}: {line.strip()}")
    return found


def test_no_file_names_a_machine_or_a_registry(root: Path, tracked: list[Path]) -> None:
    found = {
        path.relative_to(root).as_posix(): bad
        for path in tracked
        if is_ours(path, root) and (bad := offences(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert not found


def test_every_module_opens_with_a_docstring(root: Path, tracked: list[Path]) -> None:
    silent = []
    for path in tracked:
        if path.suffix == ".py" and path.read_text(encoding="utf-8").strip():
            first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
            if not first.endswith((".", ":")):
                silent.append(path.relative_to(root).as_posix())
    assert not silent, f"these do not open with a sentence: {silent}"


def test_every_suppression_gives_its_reason(root: Path, tracked: list[Path]) -> None:
    found = {
        path.relative_to(root).as_posix(): bad
        for path in tracked
        if path.suffix == ".py" and path != Path(__file__) and (bad := unexplained(path.read_text(encoding="utf-8")))
    }
    assert not found


def test_every_rule_switched_off_in_pyproject_gives_its_reason(root: Path) -> None:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^ignore = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert block is not None
    assert not [line for line in block[1].splitlines() if not re.search(r'^\s*"[A-Z]+\d+",\s+# \w', line)]
    rows = text.splitlines()
    overrides = [number for number, row in enumerate(rows) if row == "[[tool.mypy.overrides]]"]
    assert not [number for number in overrides if not rows[number - 1].startswith("# ")]


def test_text_files_end_their_lines_alike(root: Path, tracked: list[Path]) -> None:
    ours = [path for path in tracked if is_ours(path, root) and "fixtures" not in path.parts]
    assert not [str(path) for path in ours if b"\r" in path.read_bytes()]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("see /wo" + "rk/shared", 1),
        ("cd /t" + "mp/x", 1),
        ("https://example.org/wo" + "rk/x and a/t" + "mp/b", 0),
        ("index-url = https://pypi.o" + "rg/simple", 1),
    ],
)
def test_offences_are_found(text: str, count: int) -> None:
    assert len(offences(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("x = 1  # noqa", 1),
        ("x = 1  # noqa: E501", 1),
        ("x = 1  # noqa: E501 - the address must stay on one line", 0),
        ("x = f()  # type: ignore", 1),
        ("x = f()  # type: ignore[no-any-return]", 1),
        ("# rdflib types this as Any\nx = f()  # type: ignore[no-any-return]", 0),
        ("x = f()  # type: ignore[no-any-return]  # rdflib types this as Any", 0),
        ("x = 1", 0),
    ],
)
def test_unexplained_suppressions_are_found(text: str, count: int) -> None:
    assert len(unexplained(text)) == count
