"""The command line: `kgbuild VERB`; results on stdout, news on stderr.

Exit codes: 0 done; 1 an error, told in one sentence; 2 a wrong command line; 3 the graph breaks a promise of ours:
what was published stays, and where nothing was, all but the sources at fault is; 4 a draft was checked and something
in it should be mended.
"""

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from kgbuild.cli import asking, building, caring, drafting, pushing
from kgbuild.errors import KgbuildError, ValidationFailed, cause

EPILOG = (
    "Exit codes: 0 done; 1 an error, told in one sentence; 2 a wrong command line; "
    "3 the graph breaks a promise of ours: what was published stays, and where nothing was, all but the sources "
    "at fault is; "
    "4 a draft was checked and something in it should be mended."
)

app = typer.Typer(
    name="kgbuild",
    help="Reads Vietnamese policy documents and publishes who leads, who coordinates, by when, as linked data.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        from kgbuild import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass


_VERBS: dict[Callable[..., None], str] = {
    building.build: "Read sources and publish graphs, dumps, site and store.",
    building.extract: "Read one document and print its graph.",
    building.validate: "Check a graph against the shapes.",
    drafting.check: "Check a draft before it is signed.",
    asking.query: "Answer a SPARQL query, from here or from elsewhere.",
    asking.serve: "Serve the site, SPARQL, the dumps and the entity IRIs.",
    pushing.publish: "Load a build into another store.",
    building.evaluate: "Measure the reading against annotation by hand.",
    caring.fetch: "Download documents that are cited and not held.",
    caring.doctor: "Tell what is needed and what is there.",
}
for _verb, _short in _VERBS.items():
    app.command(short_help=_short)(_verb)
app.add_typer(caring.authorities, name="authorities", short_help="Look after the tables of agencies and documents.")


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: the entry point of the `kgbuild` script."""
    try:
        app(arguments)
    except ValidationFailed as error:
        typer.echo(f"kgbuild: {error}", err=True)
        sys.exit(3)
    except KgbuildError as error:
        typer.echo(f"kgbuild: {error}", err=True)
        sys.exit(1)
    except OSError as error:  # a disk that is full, a folder that may not be written
        place = f"{error.filename}: " if error.filename else ""
        typer.echo(f"kgbuild: {place}{cause(error)}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
