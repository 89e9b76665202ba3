"""What the READMEs and CONTRIBUTING.md promise, tried out: commands run, targets and files exist."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = ["README.md", "README.vi.md", "CONTRIBUTING.md"]


@dataclass(frozen=True, slots=True)
class Example:
    """A block marked `sh test` or `python test`, with the `text output` block after it where there is one."""

    language: str
    code: str
    output: str | None


def examples(markdown: str) -> list[Example]:
    """Read the examples of a page, in order."""
    blocks = [(match["info"].strip(), match["body"]) for match in FENCE.finditer(markdown)]
    found = []
    for number, (info, body) in enumerate(blocks):
        if info in ("sh test", "python test"):
            after = blocks[number + 1] if number + 1 < len(blocks) else ("", "")
            found.append(Example(info.split()[0], body, after[1] if after[0] == "text output" else None))
    return found


def run(example: Example, folder: Path) -> str:
    """Run an example in *folder* with the environment that runs the tests, and give what it prints."""
    binaries = Path(sys.executable).parent
    command = [sys.executable, "-c", example.code] if example.language == "python" else ["sh", "-ec", example.code]
    env = os.environ | {"PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{example.code}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_the_examples_of_the_readme_run_and_answer_as_printed(root: Path, tmp_path: Path) -> None:
    """They run in a folder that looks like the repository, so that a build of the developer's is not touched."""
    for name in ("kgbuild.toml", "data"):
        (tmp_path / name).symlink_to(root / name)
    found = examples((root / "README.md").read_text(encoding="utf-8"))
    assert len(found) >= 3
    for example in found:
        output = run(example, tmp_path)
        if example.output is not None:
            assert output.strip() == example.output.strip(), example.code


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_exists(root: Path, page: str) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    text = (root / page).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE))
    assert named
    assert named <= targets


def test_every_command_of_the_readme_exists(root: Path, kgbuild: str) -> None:
    named = set(re.findall(r"`kgbuild ([a-z]+)", (root / "README.md").read_text(encoding="utf-8")))
    done = subprocess.run([kgbuild, "--help"], capture_output=True, text=True, check=True)
    known = set(re.findall(r"[a-z]+", done.stdout))
    assert {"build", "serve", "query"} <= named
    assert named <= known


@pytest.mark.parametrize("page", [*PAGES, "CHANGELOG.md", "SECURITY.md"])
def test_every_local_link_leads_somewhere(root: Path, page: str) -> None:
    text = (root / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    assert not [link for link in links if not (root / link).exists()]


@pytest.mark.parametrize("page", PAGES)
def test_every_file_named_exists(root: Path, page: str) -> None:
    """A path in backquotes that begins with one of our folders must be there (patterns and output are left out)."""
    text = FENCE.sub("", (root / page).read_text(encoding="utf-8"))
    paths = re.findall(r"`((?:data|ontology|shapes|site|src|tests|bench)/[\w./-]+)`", text)
    assert paths
    assert not [path for path in paths if not (root / path).exists()]


def test_examples_are_read_with_their_output() -> None:
    page = "```sh test\necho 1\n```\nand\n```text output\n1\n```\n```python test\nx = 1\n```\n```sh\nmake\n```\n"
    assert examples(page) == [Example("sh", "echo 1\n", "1\n"), Example("python", "x = 1\n", None)]
