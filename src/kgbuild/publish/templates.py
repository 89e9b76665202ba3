"""The templates of the site, compiled once, with the filters that write numbers and sizes as the language does."""

import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from kgbuild.config import resource
from kgbuild.errors import DataError
from kgbuild.publish.entries import KINDS
from kgbuild.publish.formats import shorten, write_date, write_number
from kgbuild.publish.paths import TEXT_ROOM, in_language
from kgbuild.publish.plan import MENU
from kgbuild.publish.views import Strings


@cache
def environment() -> Environment:
    """Compile the templates once for both languages; what depends on the language comes with the context."""
    found = Environment(
        loader=FileSystemLoader(resource("site", "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.globals.update(sections=MENU, found_kinds=KINDS, text_room=TEXT_ROOM)
    found.globals.update(counted=_counted, in_language=in_language)
    found.filters.update(
        number=_number, size=_size, percent=_percent, host=_host, date=_date, shorten=shorten, runs=_runs
    )
    return found


def load_strings(language: str) -> Strings:
    """Read the words of the interface. Raises DataError naming the file when it cannot be read."""
    path = resource("site", "i18n", f"{language}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: {error}") from error


def _runs(items: Iterable[Any], *names: str) -> list[tuple[Any, list[Any]]]:
    """Group neighbours that agree in an attribute, or in several, keeping their order."""
    key = attrgetter(*names)
    return [(value, list(found)) for value, found in groupby(items, key)]


@pass_context
def _number(context: Context, value: str | int) -> str:
    """Write a number in the manner of the language."""
    return write_number(value, context["lang"])


@pass_context
def _percent(context: Context, value: float) -> str:
    """Write a share in per cent, to a tenth where it is not whole; what is not all is never written as 100."""
    tenths = min(int(value * 1000 + 0.5), 1000 if value == 1 else 999)
    whole, rest = divmod(tenths, 10)
    return write_number(f"{whole}.{rest}" if rest else whole, context["lang"]) + "\u00a0%"


def _host(address: str) -> str:
    """Name the site that an address is on."""
    return urlsplit(address).hostname or address


@pass_context
def _date(context: Context, iso: str) -> str:
    """Write an ISO date in the manner of the language."""
    return write_date(iso, context["lang"], context["t"]["months"])


@pass_context
def _counted(context: Context, number: int, word: str) -> str:
    """Write a number with its noun."""
    return f"{write_number(number, context['lang'])} {context['t']['count'][word]['one' if number == 1 else 'many']}"


@pass_context
def _size(context: Context, count: int) -> str:
    """Write a number of bytes as a reader thinks of it."""
    for unit, scale in (("MB", 1_000_000), ("kB", 1_000)):
        if count >= scale:
            return f"{write_number(f'{count / scale:.1f}', context['lang'])} {unit}"
    return f"{count} B"
