"""The commands that look after things: doctor, fetch, authorities."""

from dataclasses import fields
from pathlib import Path
from typing import Annotated

import typer

from kgbuild.cli import output
from kgbuild.errors import DataError, KgbuildError, SourceError

authorities = typer.Typer(help="Look after the tables of agencies, areas and documents.", rich_markup_mode=None)


def doctor(out: output.Out = None, as_json: output.Json = False) -> None:
    """Tell what kgbuild needs, which optional tools are there, and what they are for."""
    from kgbuild.cli.doctor import examine

    checks = examine(output.settings(out=out))
    if as_json:
        output.result_json(checks)
    else:
        words = {(True, True): "ok", (True, False): "ok", (False, True): "MISSING", (False, False): "optional"}
        output.table(("", "what", "detail"), ((words[c.ok, c.needed], c.name, c.detail) for c in checks))
    missing = [check.name for check in checks if check.needed and not check.ok]
    if missing:
        raise KgbuildError(f"kgbuild cannot work without: {', '.join(missing)}")


def fetch(
    ids: Annotated[list[str] | None, typer.Argument(help="Documents of the list, by id.", show_default=False)] = None,
    wanted: Annotated[bool, typer.Option("--wanted", help="All documents of the list.")] = False,
    folder: Annotated[Path, typer.Option(help="Where they go, with a sources.toml to build from.")] = Path("fetched"),
    source: Annotated[
        Path | None, typer.Option("--list", help="The list.  [default: data/wanted.toml]", show_default=False)
    ] = None,
    as_json: output.Json = False,
) -> None:
    """Download documents that the sources cite and we do not hold; without arguments, list them."""
    from kgbuild.config import resource
    from kgbuild.sources.fetch import fetch as run
    from kgbuild.sources.fetch import no_address, read_wanted

    known = {entry.id: entry for entry in read_wanted(source or resource("data", "wanted.toml"))}
    if not ids and not wanted:
        if as_json:
            output.result_json(list(known.values()))
        else:
            output.table(("id", "title"), ((entry.id, entry.title) for entry in known.values()))
        return
    unknown = sorted(set(ids or ()) - set(known))
    if unknown:
        raise SourceError(f"not in the list of wanted documents: {', '.join(unknown)}")
    limit = output.settings().size_limit
    done, failures = [], []
    for name in list(known) if wanted else ids or []:
        if wanted and not known[name].addresses:
            output.news(f"{name}: left out: {no_address(known[name])}")
            continue
        try:
            done.append(run(known[name], folder, limit))
            output.news(f"{name}: {done[-1].file}" + ("" if done[-1].pinned else ", pinned now"))
        except SourceError as error:
            failures.append(str(error))
            output.news(str(error))
    if as_json:
        output.result_json({"fetched": done, "failed": failures})
    else:
        output.table(("id", "file", "sha256"), ((f.id, str(f.file), f.sha256) for f in done))
    if failures:
        raise SourceError(f"not fetched: {len(failures)} of {output.counted(len(failures) + len(done), 'document')}")


@authorities.callback()
def _authorities() -> None:
    pass


@authorities.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="Folder of tables.  [default: data/authorities]", show_default=False)
    ] = None,
    as_json: output.Json = False,
) -> None:
    """Look for shared names and symbols, broken chains, impossible lives, rows without source; exit 1 if any."""
    from kgbuild.config import resource
    from kgbuild.resolution.audit import audit, repeated_keys, unsourced
    from kgbuild.resolution.authorities import load_knowledge

    place = folder or resource("data", "authorities")
    known = load_knowledge(place, {})
    faults = [*repeated_keys(place), *unsourced(place), *audit(known)]
    counts = {spec.name: len(getattr(known, spec.name)) for spec in fields(known) if getattr(known, spec.name)}
    if as_json:
        output.result_json({"rows": counts, "faults": faults})
    elif faults:
        output.table(("rule", "rows", "fault"), ((f.rule, ", ".join(f.rows), f.message) for f in faults))
    else:
        output.table(("table", "rows"), ((name, str(count)) for name, count in counts.items()))
    if faults:
        raise DataError(f"{place}: {len(faults)} fault{'s' if len(faults) > 1 else ''}")
