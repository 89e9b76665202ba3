"""The sitemap: every page of the site for search engines (sitemaps.org 0.9), in several files where it is long."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import quote

from kgbuild.publish.paths import LANGUAGES, in_language
from kgbuild.publish.plan import LOST

MOST: Final = 50_000  # addresses in one file, by the protocol
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(files: Iterable[str], base: str, most: int = MOST) -> Iterator[tuple[str, str]]:
    """Write the sitemap of both languages as (name, text); *files* are the Vietnamese ones.

    `sitemap.xml` lists the pages; where there are more than *most*, it lists the files that do.
    """
    listed = sorted(in_language(file, code) for file in files for code in LANGUAGES if file != LOST)
    parts = [listed[at : at + most] for at in range(0, len(listed), most)] or [[]]
    if len(parts) == 1:
        yield "sitemap.xml", _list("urlset", "url", listed, base)
        return
    names = [f"sitemap_{number}.xml" for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _list("sitemapindex", "sitemap", names, base)
    for name, part in zip(names, parts, strict=True):
        yield name, _list("urlset", "url", part, base)


def _list(outer: str, inner: str, files: Sequence[str], base: str) -> str:
    rows = "".join(f"<{inner}><loc>{base}{quote(file)}</loc></{inner}>\n" for file in files)
    return f"{_HEAD}<{outer} {_SPACE}>\n{rows}</{outer}>\n"
