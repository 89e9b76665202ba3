"""What commands print: results on stdout, news on stderr, JSON where a machine reads it."""

import dataclasses
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from kgbuild.config import Settings
    from kgbuild.model import Issue

Out = Annotated[Path | None, typer.Option("--out", help="Folder of the build.  [default: build]", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine to read.")]
Progress = Callable[[str, int, int], None]


def settings(**overrides: Any) -> "Settings":
    """Read the settings; what the command line leaves out is None. Raises ConfigError."""
    from kgbuild.config import load_settings

    return load_settings(**overrides)


def result(text: str) -> None:
    """Print a result to stdout."""
    typer.echo(text)


def result_bytes(data: bytes) -> None:
    """Write a result to stdout as it is, ended by a line feed."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
    sys.stdout.buffer.flush()


def result_json(value: Any) -> None:
    """Print a value as JSON to stdout; dataclasses become objects, paths strings."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, default=_plain))


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return str(value)


def news(text: str) -> None:
    """Print news to stderr."""
    typer.echo(text, err=True)


def counted(number: int, noun: str) -> str:
    """Say how many, with the noun in its number.

    >>> counted(1, "document"), counted(0, "triple")
    ('1 document', '0 triples')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def issues(found: "Iterable[Issue]") -> None:
    """Print the issues of a run to stderr, one line each."""
    for issue in found:
        place = f" at {issue.start}-{issue.end}" if issue.start is not None else ""
        named = issue.message.startswith(f"{issue.source} ") and not place
        said = issue.message if named else f"{issue.source}{place}: {issue.message}"
        news(f"{issue.severity}: {said} [{issue.rule}]")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table to stdout: drawn for a terminal, tab-separated for a pipe."""
    if not sys.stdout.isatty():
        for row in (heads, *rows):
            typer.echo("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, header_style="bold", pad_edge=False)
    for head in heads:
        drawn.add_column(head, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    Console().print(drawn)


@contextmanager
def progress() -> Iterator[Progress | None]:
    """Draw a progress bar on stderr while a long work runs; nothing where stderr is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield show
