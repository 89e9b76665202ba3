"""What the tests of the site share: pages parsed, their links, and where each of them leads."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

SERVED = re.compile(r"(^|/)sparql$")  # answered by the service, not by a file


class Reading(HTMLParser):
    """What a page holds: tags with attributes, ids, text by language, nesting checked."""

    VOID = frozenset({"meta", "link", "input", "br", "img", "path", "rect"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]


def read_pages(site: Path) -> dict[Path, Reading]:
    """Parse every page of a site."""
    return {path: Reading(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def links(pages: dict[Path, Reading]) -> Iterator[tuple[Path, str, str]]:
    """Walk the links of all pages as (page, tag, target)."""
    for path, page in pages.items():
        for tag, attrs in page.tags:
            for name in ("href", "src", "action"):
                if name in attrs:
                    yield path, tag, attrs[name]


def dead_links(site: Path, pages: dict[Path, Reading]) -> list[str]:
    """List the links that lead to no file, or to no place in it."""
    known = {path.resolve(): set(page.ids) for path, page in pages.items()}
    dead = []
    for path, _, target in links(pages):
        parts = urlsplit(target)
        if parts.scheme or SERVED.search(parts.path):
            continue
        folder = site if parts.path.startswith("/") else path.parent
        file = (folder / unquote(parts.path).lstrip("/")).resolve() if parts.path else path.resolve()
        if not file.is_file() or (parts.fragment and unquote(parts.fragment) not in known.get(file, ())):
            dead.append(f"{path.relative_to(site)}: {target}")
    return dead
