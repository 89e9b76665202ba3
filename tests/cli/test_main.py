"""The command line as a whole: help, exit codes, one sentence for each error."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kgbuild import __version__
from kgbuild.cli import app
from kgbuild.config import resource

VERBS = (
    "build",
    "extract",
    "validate",
    "check",
    "query",
    "serve",
    "publish",
    "evaluate",
    "fetch",
    "doctor",
    "authorities",
)


def test_every_verb_is_there_and_explains_itself(run) -> None:
    done = run("--help")
    assert done.code == 0
    for verb in VERBS:
        assert f"\n  {verb} " in done.out
        assert run(verb, "--help").code == 0
    assert "Exit codes: 0" in done.out
    assert len(app.registered_commands) + len(app.registered_groups) == len(VERBS)


def test_version(run) -> None:
    assert run("--version").out.strip() == __version__


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\nfrom kgbuild.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'rdflib', 'pyshacl', 'fastapi', 'pyoxigraph', 'pydantic', 'lxml', 'jinja2', 'uvicorn', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_a_wrong_command_line_is_2(run) -> None:
    assert run("nonsense").code == 2
    assert run("build", "--workers", "0").code == 2
    assert run("query").code == 2
    assert run("query", "ASK {}", "--example", "1").code == 2


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("base_iri = ", "kgbuild.toml: cannot be read as TOML"),
        ("bass_iri = 'x'", "kgbuild.toml: bass_iri: there is no such setting; there are base_iri, "),
        ("workers = 'x'", "kgbuild.toml: workers: "),
    ],
)
def test_bad_settings_are_one_sentence(run, folder: Path, toml: str, message: str) -> None:
    (folder / "kgbuild.toml").write_text(toml, encoding="utf-8")
    done = run("query", "ASK {}")
    assert done.code == 1
    assert done.out == ""
    assert message in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_a_bad_setting_names_the_place_that_set_it(run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "kgbuild.toml").write_text("base_iri = 'http://x/'\nworkers = 2", encoding="utf-8")
    option = run("build", "--base-iri", "x")
    assert (option.code, option.err.startswith("kgbuild: --base-iri: an absolute http(s) IRI")) == (1, True)
    monkeypatch.setenv("KGBUILD_WORKERS", "many")
    variable = run("build")
    assert (variable.code, variable.err.startswith("kgbuild: KGBUILD_WORKERS: ")) == (1, True)


def test_doctor_tells_what_is_there(run) -> None:
    done = run("doctor", "--json")
    assert done.code == 0
    checks = {check["name"]: check for check in json.loads(done.out)}
    assert checks["pyoxigraph"]["ok"] is True
    assert checks["pyoxigraph"]["needed"] is True
    assert checks["ontology/"]["ok"] is True
    assert checks["java"]["needed"] is False
    assert "pyoxigraph" in run("doctor").out


def test_doctor_fails_without_a_package(run, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.metadata

    monkeypatch.setattr(importlib.metadata, "requires", lambda _name: ["no-such-package>=1", "x; extra == 'test'"])
    done = run("doctor")
    assert done.code == 1
    assert "no-such-package" in done.err
    assert "Traceback" not in done.err


def test_doctor_sees_that_no_build_can_be_written(run, folder: Path) -> None:
    (folder / "file").write_text("x", encoding="utf-8")
    done = run("doctor", "--out", "file")
    assert done.code == 1
    assert f"{folder / 'file'}: nothing can be written there" in done.out


def test_doctor_sees_the_build(run, built: Path) -> None:
    checks = {check["name"]: check for check in json.loads(run("doctor", "--json", "--out", str(built)).out)}
    assert checks["build"]["ok"] is True


def test_the_tables_that_ship_are_in_order(run, folder: Path) -> None:
    done = run("authorities", "check")
    assert done.code == 0
    assert "agencies\t" in done.out
    listed = json.loads(run("authorities", "check", "--json").out)
    assert (listed["faults"], listed["rows"]["areas"] > 80) == ([], True)


def test_a_fault_of_the_tables_is_shown_in_a_table(run, folder: Path) -> None:
    for path in resource("data", "authorities").glob("*.csv"):
        shutil.copy(path, folder)
    table = folder / "successions.csv"
    table.write_text(
        table.read_text(encoding="utf-8") + "bkhcn,nobody,2030-01-01,merged,,central,x,\n", encoding="utf-8"
    )
    done = run("authorities", "check", str(folder))
    assert (done.code, len(done.err.strip().splitlines())) == (1, 1)
    assert "no-such-body\tbkhcn → nobody\tnobody is in no row" in done.out.splitlines()


def test_a_table_that_cannot_be_read_is_one_sentence(run, folder: Path) -> None:
    (folder / "areas.csv").write_text("nonsense\n1\n", encoding="utf-8")
    broken = run("authorities", "check", str(folder))
    assert (broken.code, len(broken.err.strip().splitlines())) == (1, 1)
