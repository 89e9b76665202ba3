"""The commands that make and measure a graph: build, extract, validate, evaluate."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kgbuild.cli import output
from kgbuild.errors import ConfigError, StoreError, ValidationFailed

if TYPE_CHECKING:
    from kgbuild.model import Statement
    from kgbuild.pipeline import BuildResult

UNITS = {"K": 1_000, "M": 1_000_000, "G": 1_000_000_000}


class Syntax(StrEnum):
    """In which form `extract` prints a graph."""

    ttl = "ttl"
    nq = "nq"
    json = "json"


def read_size(text: str | None) -> int | None:
    """Read a size in bytes, with K, M or G for the powers of 1000. Raises ConfigError.

    >>> read_size("20M"), read_size("512"), read_size(None)
    (20000000, 512, None)
    """
    if text is None:
        return None
    cleaned = text.strip().upper().removesuffix("B")
    number, factor = (cleaned[:-1], UNITS[cleaned[-1]]) if cleaned[-1:] in UNITS else (cleaned, 1)
    if not number.isdigit():
        raise ConfigError(f"--size-limit: {text!r} is no size; write it like 20M or 500000")
    return int(number) * factor


def build(
    sources: Annotated[
        list[Path] | None, typer.Argument(help="Folders or files to read; without any, the sample documents.")
    ] = None,
    out: output.Out = None,
    base_iri: Annotated[str | None, typer.Option(help="IRI under which id/ and graph/ hang.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes that read documents and write pages.")] = None,
    include_internal: Annotated[
        bool | None, typer.Option("--include-internal", help="Publish internal documents too.", show_default=False)
    ] = None,
    size_limit: Annotated[str | None, typer.Option(help="Largest file that is read, like 20M.")] = None,
    reference: Annotated[
        bool | None,
        typer.Option("--reference", help="Let pySHACL, the reference engine, check too: slower.", show_default=False),
    ] = None,
    as_json: output.Json = False,
) -> None:
    """Read sources, validate, and publish graphs, dumps, tables, report, site and store, all at once or not at all."""
    from kgbuild.config import resource
    from kgbuild.pipeline import build as run

    chosen = output.settings(
        out=out,
        base_iri=base_iri,
        workers=workers,
        include_internal=include_internal,
        size_limit=read_size(size_limit),
        reference=reference,
    )
    with output.progress() as progress:
        done = run(sources or [resource("data", "sources")], chosen, progress)
    if as_json:
        report = {"blocks": done.report.blocks, "counts": _counts(done.report)}
        output.result_json(
            {
                "out": done.out,
                "documents": done.documents,
                "statements": done.statements,
                "withheld": done.withheld,
                "left_out": done.left_out,
                "issues": done.issues,
                "report": report,
                "changes": {"new": len(done.changes.new), "gone": len(done.changes.gone)},
                "seconds": done.seconds,
            }
        )
        _exit_of(done)
        return
    output.issues(done.issues)
    if done.withheld:
        left = "is not for publication and was left out"
        if len(done.withheld) > 1:
            left = "are not for publication and were left out"
        output.news(f"warning: {output.counted(len(done.withheld), 'source')} {left}: {', '.join(done.withheld)}")
    if done.issues:
        what = "passage or file was" if len(done.issues) == 1 else "passages or files were"
        output.news(f"warning: {len(done.issues)} {what} not understood; the report lists what")
    if done.changes.new or done.changes.gone:
        output.news(
            f"since the last build: {output.counted(len(done.changes.new), 'finding')} new, "
            f"{len(done.changes.gone)} gone (report/changes.json)"
        )
    seconds = sum(done.seconds.values())
    output.result(
        f"{done.out}: {output.counted(done.documents, 'document')}, {output.counted(done.statements, 'statement')}, "
        f"{output.counted(len(done.report.findings), 'finding')}, in {seconds:.1f} s"
    )
    _exit_of(done)


def _exit_of(done: "BuildResult") -> None:
    """Tell scripts that a fault of ours cost sources, although the others are published."""
    if done.left_out:
        left = "was left out through a fault" if len(done.left_out) == 1 else "were left out through faults"
        output.news(f"{output.counted(len(done.left_out), 'source')} {left} of kgbuild: {', '.join(done.left_out)}")
        raise typer.Exit(3)


def extract(
    file: Annotated[Path, typer.Argument(help="One document.")],
    to: Annotated[Syntax, typer.Option("--format", help="How the graph is written.")] = Syntax.ttl,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which rule read each fact, from which words.")
    ] = False,
) -> None:
    """Read one document and print its graph."""
    from kgbuild.extraction import extract as run
    from kgbuild.namespaces import PREFIXES
    from kgbuild.store import serialise, turtle

    done = run(file, output.settings(), explain)
    if to == Syntax.json:
        statements = [_plain(statement) for statement in sorted(set(done.statements), key=repr)]
        found: dict[str, Any] = {"source": file, "statements": statements, "issues": done.issues}
        output.result_json({**found, "explanations": done.explanations} if explain else found)
        return
    output.issues(done.issues)
    for line in done.explanations if explain else ():
        output.news(" · ".join(f"{key}: {value}" for key, value in line.items()))
    output.result_bytes(turtle(done.statements, PREFIXES) if to == Syntax.ttl else serialise(done.statements))


def _plain(statement: "Statement") -> dict[str, Any]:
    from kgbuild.model import Literal

    value = statement.object
    written: dict[str, str] = {"type": "uri", "value": str(value)}
    if isinstance(value, Literal):
        written = {"type": "literal", "value": value.value}
        written |= {"datatype": value.datatype} if value.datatype else {}
        written |= {"xml:lang": value.language} if value.language else {}
    graph = statement.graph
    return {"subject": statement.subject, "predicate": statement.predicate, "object": written, "graph": graph}


def validate(
    graph: Annotated[
        Path | None,
        typer.Argument(help="N-Quads file, gzipped or not.  [default: that of the build]", show_default=False),
    ] = None,
    out: output.Out = None,
    reference: Annotated[
        bool, typer.Option("--reference", help="Use pySHACL, the reference engine: slower, with the same findings.")
    ] = False,
    as_json: output.Json = False,
) -> None:
    """Check a graph against the shapes; exit 3 when it breaks a promise of ours."""
    from kgbuild.config import resource
    from kgbuild.store import Store, read_quads
    from kgbuild.validation import validate as engine
    from kgbuild.validation import validate_reference

    chosen = output.settings(out=out)
    path = graph or chosen.out / "dumps" / "kgbuild.nq.gz"
    if graph is None and not path.is_file():
        raise StoreError(f"{path}: there is no such file; run `kgbuild build` first, or name a graph")
    store = Store.memory()
    store.load(read_quads(path))
    if not len(store):  # nothing would be found in nothing, and be taken for a pass
        raise StoreError(f"{path}: holds no statement")
    run = validate_reference if reference else engine
    report = run(store, resource("shapes"), output.settings(out=out, base_iri=store.base_iri()))
    if as_json:
        output.result(report.to_json().rstrip("\n"))
    else:
        rows = ((f.severity, f.origin, f.shape.rpartition("#")[2], f.focus, f.message_vi) for f in report.findings)
        output.table(("severity", "origin", "shape", "node", "message"), rows)
    if report.blocks:
        raise ValidationFailed(f"{path}: {output.counted(report.blocks, 'violation')} ours to mend")


def _counts(report: Any) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for (origin, severity), number in report.counts.items():
        counts.setdefault(origin, {})[severity] = number
    return counts


def evaluate(
    as_json: output.Json = False,
    store: Annotated[
        bool, typer.Option("--store", help="Keep the figures in data/gold/figures.csv, from which the site tells them.")
    ] = False,
) -> None:
    """Measure the reading against documents annotated by hand; exit 1 below a pinned floor."""
    from kgbuild.config import resource
    from kgbuild.evaluation import evaluate as run
    from kgbuild.evaluation.scores import store_figures

    done = run(output.settings())
    if store:
        store_figures(resource("data", "gold", "figures.csv"), len(done.sources), done.fields)
    if as_json:
        output.result_json(done)
    else:
        output.table(*done.table())
    done.check()
