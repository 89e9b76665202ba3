"""`build`, `extract`, `validate`, `evaluate`: what is handed to the pipeline and what is said of its result."""

import json
import sys
import types
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kgbuild.config import resource
from kgbuild.errors import SourceError, ValidationFailed
from kgbuild.model import Issue, Literal, Severity, Statement
from kgbuild.namespaces import PIO, Iri
from kgbuild.validation import Changes, Finding, ValidationReport

ISSUE = Issue("a.txt", "empty", "the file is empty", start=3, end=5)
STATEMENT = Statement(Iri("http://x/t"), PIO.rowNumber, Literal("một", None, "vi"), Iri("http://x/g"))


@dataclass
class Result:
    """A stand-in for what the pipeline returns."""

    out: Path = Path("build")
    documents: int = 5
    statements: Any = 1234
    issues: tuple[Issue, ...] = (ISSUE,)
    report: ValidationReport = field(default_factory=lambda: ValidationReport(()))
    seconds: dict[str, float] = field(default_factory=lambda: {"read": 1.0, "site": 0.5})
    withheld: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)
    explanations: list[dict[str, str]] = field(default_factory=lambda: [{"rule": "row", "quote": "1"}])


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A stand-in for the build and the reading of one document that keeps what it was given."""
    module: Any = types.ModuleType("stand-in")
    module.calls = []
    module.result = Result()

    def run(*arguments: Any) -> Any:
        module.calls.append(arguments)
        if isinstance(module.result, Exception):
            raise module.result
        return module.result

    module.build = module.extract = run
    for name in ("pipeline", "extraction"):
        monkeypatch.setitem(sys.modules, f"kgbuild.{name}", module)
    return module


def test_build_without_sources_reads_the_sample(run, pipeline: Any) -> None:
    done = run("build")
    assert done.code == 0
    sources, settings, _progress = pipeline.calls[0]
    assert sources == [resource("data", "sources")]
    assert settings.out == Path("build")
    assert done.out == "build: 5 documents, 1234 statements, 0 findings, in 1.5 s\n"


def test_build_hands_its_options_down(run, pipeline: Any) -> None:
    options = (
        "--out",
        "other",
        "--base-iri",
        "http://x/y",
        "--workers",
        "3",
        "--size-limit",
        "2M",
        "--include-internal",
    )
    run("build", "a", "b.txt", *options)
    sources, settings, _progress = pipeline.calls[0]
    assert sources == [Path("a"), Path("b.txt")]
    assert (settings.out, settings.base_iri, settings.workers) == (Path("other"), "http://x/y/", 3)
    assert (settings.size_limit, settings.include_internal) == (2_000_000, True)


def test_issues_are_warnings_and_exit_0(run, pipeline: Any) -> None:
    done = run("build")
    assert done.code == 0
    assert "warning: a.txt at 3-5: the file is empty [empty]" in done.err
    assert done.err.splitlines()[-1].startswith("warning: 1 ")
    pipeline.result = Result(issues=())
    assert run("build").err == ""


def test_what_is_withheld_is_named_to_whoever_builds(run, pipeline: Any) -> None:
    pipeline.result = Result(issues=(), withheld=("a.txt",))
    assert run("build").err == "warning: 1 source is not for publication and was left out: a.txt\n"
    pipeline.result = Result(issues=(), withheld=("a.txt", "b.txt"))
    assert run("build").err == "warning: 2 sources are not for publication and were left out: a.txt, b.txt\n"
    assert json.loads(run("build", "--json").out)["withheld"] == ["a.txt", "b.txt"]


def test_what_is_one_is_told_in_the_singular(run, pipeline: Any) -> None:
    pipeline.result = Result(documents=1, statements=1, left_out=("a.txt",))
    done = run("build")
    assert done.out == "build: 1 document, 1 statement, 0 findings, in 1.5 s\n"
    assert "warning: 1 passage or file was not understood" in done.err
    assert "1 source was left out through a fault of kgbuild: a.txt" in done.err


def test_an_issue_names_its_source_once(run, pipeline: Any) -> None:
    pipeline.result = Result(issues=(Issue("a.pdf", "unreadable", "a.pdf is damaged", Severity.ERROR),))
    assert run("build").err.splitlines()[0] == "error: a.pdf is damaged [unreadable]"


def test_what_changed_since_the_last_build_is_counted(run, pipeline: Any) -> None:
    node = Iri("http://x/f")
    finding = Finding(node, PIO.S, "Info", "source", node, None, None, "Sai.", "Wrong.", PIO.C)
    pipeline.result = Result(issues=(), changes=Changes(new=(finding, finding), gone=(finding,)))
    said = "since the last build: 2 findings new, 1 gone (report/changes.json)\n"
    assert run("build").err == said
    assert json.loads(run("build", "--json").out)["changes"] == {"new": 2, "gone": 1}


def test_json_for_a_machine(run, pipeline: Any) -> None:
    answer = json.loads(run("build", "--json").out)
    assert (answer["documents"], answer["statements"], answer["out"]) == (5, 1234, "build")
    assert answer["issues"][0]["source"] == "a.txt"
    assert answer["report"] == {"blocks": 0, "counts": {}}


@pytest.mark.parametrize(
    ("error", "code"), [(SourceError("folder/: cannot be read"), 1), (ValidationFailed("2 violations are ours"), 3)]
)
def test_errors_set_the_exit_code(run, pipeline: Any, error: Exception, code: int) -> None:
    pipeline.result = error
    done = run("build")
    assert (done.code, done.out, done.err) == (code, "", f"kgbuild: {error}\n")


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OSError(28, "No space left on device", "build/site/x.html"), 1, "build/site/x.html: No space left on device"),
        (OSError("odd"), 1, "odd"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_the_system_refuses_is_one_sentence(
    run, pipeline: Any, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(pipeline, "build", fail)
    done = run("build")
    assert (done.code, done.out, done.err) == (code, "", f"kgbuild: {said}\n" if said else "")


@pytest.mark.parametrize("size", ["many", "", "-3", "2X"])
def test_a_size_must_be_one(run, pipeline: Any, size: str) -> None:
    done = run("build", f"--size-limit={size}")
    assert (done.code, "--size-limit" in done.err) == (1, True)


def test_extract_in_three_forms(run, pipeline: Any) -> None:
    pipeline.result = Result(statements=(STATEMENT, STATEMENT))
    assert 'pio:rowNumber "một"@vi' in run("extract", "a.txt").out
    quads = run("extract", "a.txt", "--format", "nq").out
    assert quads == '<http://x/t> <https://w3id.org/pio#rowNumber> "một"@vi <http://x/g> .\n'
    answer = json.loads(run("extract", "a.txt", "--format", "json").out)
    assert len(answer["statements"]) == 1
    assert answer["statements"][0]["object"] == {"type": "literal", "value": "một", "xml:lang": "vi"}
    assert "explanations" not in answer
    assert pipeline.calls[0][0] == Path("a.txt")
    assert run("extract", "a.txt", "--format", "pdf").code == 2


def test_extract_of_what_tells_nothing_prints_no_graph(run, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 no pages")
    (folder / "kho.txt").write_text("MẬT\n\nỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\n\nKẾ HOẠCH\n", encoding="utf-8")
    for name, message in (("broken.pdf", "broken.pdf is damaged"), ("kho.txt", "kho.txt is marked as secret")):
        done = run("extract", name)
        assert (done.code, done.out, message in done.err) == (1, "", True)
        assert len(done.err.strip().splitlines()) == 1


def test_extract_explains_itself(run, pipeline: Any) -> None:
    pipeline.result = Result(statements=(STATEMENT,))
    assert "rule: row · quote: 1" in run("extract", "a.txt", "--explain").err
    assert json.loads(run("extract", "a.txt", "--explain", "--format", "json").out)["explanations"]
    assert pipeline.calls[0][2] is True


def test_validate_reads_the_dump_it_is_given(run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def none(store: Any, _shapes: Path, _settings: Any) -> ValidationReport:
        seen.append(len(store))
        return ValidationReport(())

    monkeypatch.setattr("kgbuild.validation.validate", none)
    assert run("validate", str(built / "dumps" / "kgbuild.nq")).code == 0
    assert seen[0] > 50
    assert json.loads(run("validate", str(built / "dumps" / "kgbuild.nq"), "--json").out)["blocks"] == 0
    missing = run("validate")
    assert (missing.code, "kgbuild.nq.gz" in missing.err) == (1, True)


def test_validate_of_a_graph_that_is_not_there_is_one_sentence(run) -> None:
    done = run("validate", "nope.nq")
    assert (done.code, done.out) == (1, "")
    assert done.err == "kgbuild: nope.nq: cannot be read: No such file or directory\n"


def test_validate_passes_no_file_without_statements(run, tmp_path: Path) -> None:
    (tmp_path / "empty.nq").write_text("\n# nothing\n", encoding="utf-8")
    done = run("validate", str(tmp_path / "empty.nq"))
    assert (done.code, done.out) == (1, "")
    assert done.err == f"kgbuild: {tmp_path / 'empty.nq'}: holds no statement\n"


def test_validate_exits_3_for_a_fault_of_ours(run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(ValidationReport):
        blocks = 2

    monkeypatch.setattr("kgbuild.validation.validate", lambda *_: Broken(()))
    done = run("validate", str(built / "dumps" / "kgbuild.nq"))
    assert done.code == 3
    assert "2 violations" in done.err


def test_validate_can_judge_with_the_reference_engine(run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    for name in ("validate", "validate_reference"):
        monkeypatch.setattr(f"kgbuild.validation.{name}", lambda *_, n=name: called.append(n) or ValidationReport(()))
    run("validate", str(built / "dumps" / "kgbuild.nq"), "--reference")
    run("validate", str(built / "dumps" / "kgbuild.nq"))
    assert called == ["validate_reference", "validate"]


def test_what_our_faults_cost_is_named_and_ends_with_3(run, pipeline: Any) -> None:
    pipeline.result = Result(left_out=("a.txt", "b.txt"))
    done = run("build")
    assert done.code == 3
    assert "2 sources were left out through faults of kgbuild: a.txt, b.txt" in done.err
    done = run("build", "--json")
    assert (done.code, json.loads(done.out)["left_out"]) == (3, ["a.txt", "b.txt"])
