"""Options, markers and Hypothesis settings that all tests share."""

import importlib.util
import os
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import hypothesis
import pytest
import uvicorn
from fastapi import FastAPI

CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
SKIP_PREFIX = "part missing: "

# Timing says more about the machine than about the code; CI must give the same answer twice.
hypothesis.settings.register_profile("kgbuild", deadline=None, derandomize=CI)
hypothesis.settings.load_profile("kgbuild")


def chromium() -> str | None:
    """Find Debian's Chromium, which the browser tests drive (playwright's own download is not used)."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def _browser() -> str | None:
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed (pip install 'kgbuild[browser]')"
    return None if chromium() else "no chromium on the PATH (apt-get install chromium fonts-noto-core)"


def _java() -> str | None:
    if shutil.which("java") is None:
        return "no java on the PATH (apt-get install default-jre-headless)"
    jena = Path("/usr/share/java/jena-core.jar")
    return None if jena.exists() else "no Jena (apt-get install libapache-jena-java)"


def _rapper() -> str | None:
    return None if shutil.which("rapper") else "no rapper on the PATH (apt-get install raptor2-utils)"


def _node() -> str | None:
    if shutil.which("node") is None:
        return "no node on the PATH (apt-get install nodejs)"
    modules = os.environ.get("KGBUILD_NODE_MODULES", "")
    return None if Path(modules, "n3").is_dir() else "KGBUILD_NODE_MODULES names no folder with N3.js"


def _axe() -> str | None:
    script = Path(os.environ.get("KGBUILD_NODE_MODULES", ""), "axe-core", "axe.min.js")
    return _browser() or (None if script.is_file() else "KGBUILD_NODE_MODULES names no folder with axe-core")


def _nu() -> str | None:
    if shutil.which("java") is None:
        return "no java on the PATH (apt-get install default-jre-headless)"
    jar = Path(os.environ.get("KGBUILD_NODE_MODULES", ""), "vnu-jar", "build", "dist", "vnu.jar")
    return None if jar.is_file() else "KGBUILD_NODE_MODULES names no folder with vnu-jar"


def _ckan() -> str | None:
    python = os.environ.get("KGBUILD_CKAN_PYTHON", "")
    return None if Path(python).is_file() else "KGBUILD_CKAN_PYTHON names no Python with ckanext-dcat"


def _virtuoso() -> str | None:
    return None if shutil.which("virtuoso-t") else "no virtuoso-t on the PATH (apt-get install virtuoso-opensource)"


def _shifty() -> str | None:
    return None if importlib.util.find_spec("shifty") else "no second SHACL engine (pip install pyshifty)"


PARTS: dict[str, Callable[[], str | None]] = {
    "browser": _browser,
    "java": _java,
    "rapper": _rapper,
    "node": _node,
    "axe": _axe,
    "nu": _nu,
    "ckan": _ckan,
    "virtuoso": _virtuoso,
    "shifty": _shifty,
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/ instead of comparing with it")


def pytest_configure(config: pytest.Config) -> None:
    if CI and config.getoption("--update-golden"):
        raise pytest.UsageError("--update-golden is not for CI: golden files change by hand, with a diff that is read")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose outside part is missing here; in CI, where all parts are installed, fail it."""
    for name, missing in PARTS.items():
        if item.get_closest_marker(name) and (reason := missing()):
            if CI:
                pytest.fail(f"{reason}: CI must have it", pytrace=False)
            pytest.skip(SKIP_PREFIX + f"{name}: {reason}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end, where it is seen, what was not tested here and how to get it."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ").removeprefix(SKIP_PREFIX)
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple) and SKIP_PREFIX in report.longrepr[2]
    )
    for reason, count in sorted(reasons.items()):
        tests = "1 test" if count == 1 else f"{count} tests"
        terminalreporter.write_line(f"NOT TESTED HERE: {tests} of {reason}", yellow=True, bold=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def kgbuild() -> str:
    """The `kgbuild` command of the environment that runs the tests."""
    return str(Path(sys.executable).with_name("kgbuild"))


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the five bundled sources under the default base, without its pages."""
    from kgbuild.config import Settings, resource
    from kgbuild.pipeline import build

    out = tmp_path_factory.mktemp("seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kgbuild.pipeline.render_site", lambda *_: None)
        build([resource("data", "sources")], Settings(out=out))
    return out


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[FastAPI], str]]:
    """Serve an application on a free port until the session ends; gives its address."""
    with ExitStack() as running:

        def started(app: FastAPI) -> str:
            server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
            thread = threading.Thread(target=server.run, daemon=True)
            thread.start()
            while not server.started:
                thread.join(0.01)
            running.callback(thread.join)
            running.callback(setattr, server, "should_exit", True)
            return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"

        yield started
