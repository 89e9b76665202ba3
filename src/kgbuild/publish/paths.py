"""Where things are on the site: the page and the anchor of every node of the graph, in both languages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from kgbuild.namespaces import CODE, PIO, Namespace

LANGUAGES: Final = ("vi", "en")
# A post is read on the page of its organ, a membership on the page of its person.
HOSTS: Final = {"post": "agent", "membership": "person"}
# What is told of on a page over many things.
LISTED: Final = {
    "finding": "quality", "issue": "quality", "report": "quality",
    "dataset": "dataset", "catalog": "dataset", "run": "dataset",
}  # fmt: skip

SHAPES: Final = Namespace("https://w3id.org/pio/shapes#")
AREAS: Final = Namespace(CODE["area/"])
# Code points of a source text on one page: about 80 kB of HTML where every other word is a passage.
TEXT_ROOM: Final = 30_000


def page_file(key: str, language: str = "vi") -> str:
    """Name the file of a page: Vietnamese is the plain name, English carries its tag.

    >>> page_file("page/text/ab"), page_file("documents", "en")
    ('page/text/ab.html', 'documents.en.html')
    """
    return f"{key}.html" if language == "vi" else f"{key}.{language}.html"


def local_path(iri: str, base_iri: str) -> str:
    """Give what follows `id/` in an IRI of ours; empty for any other IRI.

    >>> local_path("https://w3id.org/vnpolicy/id/agent/tw/bkhcn", "https://w3id.org/vnpolicy/")
    'agent/tw/bkhcn'
    """
    prefix = base_iri + "id/"
    return iri[len(prefix) :] if iri.startswith(prefix) else ""


def page_of(iri: str, base_iri: str, exists: Callable[[str], bool]) -> tuple[str, str] | None:
    """Find the page of a node as (file, anchor): its own, else the page of the nearest thing that holds it.

    *exists* tells whether a Vietnamese page file is there. None when neither the node nor a holder has a page.

    >>> pages = {"page/doc/tw/tw/nghi-quyet/2012/20.html", "page/text/ab.html", "page/agent/tw/bkhcn.html"}
    >>> page_of("http://x/id/doc/tw/tw/nghi-quyet/2012/20/s/III.1.a", "http://x/", pages.__contains__)
    ('page/doc/tw/tw/nghi-quyet/2012/20.html', 's.III.1.a')
    >>> page_of("http://x/id/text/ab/10-20", "http://x/", pages.__contains__)
    ('page/text/ab.html', 'c10-20')
    >>> page_of("http://x/id/post/tw/bkhcn/bo-truong", "http://x/", pages.__contains__)
    ('page/agent/tw/bkhcn.html', 'post.bo-truong')
    >>> page_of("http://x/id/finding/0a1b", "http://x/", pages.__contains__)
    ('quality.html', '0a1b')
    >>> page_of("https://w3id.org/pio#leads", "http://x/", {"ontology.html"}.__contains__)
    ('ontology.html', 'term-leads')
    >>> page_of("https://w3id.org/pio/shapes#NotHeld", "http://x/", {"shapes.html"}.__contains__)
    ('shapes.html', 'NotHeld')
    """
    if iri in AREAS and exists(area_file(iri)):
        return area_file(iri), ""
    if iri in PIO or iri in CODE or iri in SHAPES:
        file, anchor = _term_place(iri)
        return (file, anchor) if exists(file) else None
    path = local_path(iri, base_iri)
    if not path or ".." in path.split("/"):
        return None
    kind, _, rest = path.partition("/")
    if kind in LISTED:
        return page_file(LISTED[kind]), rest if kind == "finding" else f"{kind}.{rest}" if kind == "issue" else ""
    parts = [HOSTS.get(kind, kind), *rest.split("/")]
    if kind == "membership":
        parts[1:2] = _person(parts[1], exists)
    for length in range(len(parts), 1, -1):
        file = page_file("page/" + "/".join(parts[:length]))
        if exists(file):
            beyond = parts[length:]
            start = beyond[0].partition("-")[0] if kind == "text" and beyond else ""
            return (text_file(file, int(start), exists) if start.isdecimal() else file), _anchor(kind, beyond)
    return None


def _term_place(iri: str) -> tuple[str, str]:
    """Find where a term of the vocabulary, a rule or a code stands."""
    if iri in PIO:
        return "ontology.html", f"term-{iri.removeprefix(PIO.base)}"
    if iri in SHAPES:
        return "shapes.html", iri.removeprefix(SHAPES.base)
    scheme, _, code = iri.removeprefix(CODE.base).partition("/")
    return list_file(scheme), code


def list_file(scheme: str) -> str:
    """Name the page of a code list."""
    return f"ontology/code/{scheme}.html"


def area_file(area: str) -> str:
    """Name the page of an area.

    >>> area_file("https://w3id.org/pio/code/area/ha-noi")
    'area/ha-noi.html'
    """
    return f"area/{area.removeprefix(AREAS.base)}.html"


def part_file(file: str, number: int) -> str:
    """Name one page of a long page that is cut into several; the first keeps the plain name.

    >>> part_file("tasks.html", 1), part_file("tasks.html", 2)
    ('tasks.html', 'tasks_2.html')
    """
    return file if number == 1 else f"{file.removesuffix('.html')}_{number}.html"


def sheet_file(file: str) -> str:
    """Name the sheet of duties that goes with the page of an agency.

    >>> sheet_file("page/agent/ha-noi/so-noi-vu.html")
    'duties/ha-noi/so-noi-vu.html'
    """
    return file.replace("page/agent/", "duties/", 1)


def comparison_file(file: str) -> str:
    """Name the page that compares what carries out the document of a page.

    >>> comparison_file("page/doc/tw/tw/nghi-quyet/2012/20.html")
    'compare/tw/tw/nghi-quyet/2012/20.html'
    """
    return file.replace("page/doc/", "compare/", 1)


def text_file(file: str, start: int, exists: Callable[[str], bool]) -> str:
    """Find the page of a source text on which a passage begins; a long text is cut by offset (code points)."""
    part = part_file(file, start // TEXT_ROOM + 1)
    return part if exists(part) else file


def _person(dotted: str, exists: Callable[[str], bool]) -> list[str]:
    """Undo `{area}.{organ}.{name}`: area and organ may hold dots themselves, so the page tells where they part."""
    *front, name = dotted.split(".")
    for cut in range(1, len(front)):
        found = [".".join(front[:cut]), ".".join(front[cut:]), name]
        if exists(page_file("page/person/" + "/".join(found))):
            return found
    return [dotted]


def _anchor(kind: str, rest: list[str]) -> str:
    if not rest:
        return ""
    if kind == "text":
        return "c" + rest[0]
    return ".".join([kind, *rest] if kind in HOSTS else rest)


def in_language(file: str, language: str) -> str:
    """Turn the Vietnamese name of a page file into that of another language."""
    return file if language == "vi" else page_file(file.removesuffix(".html"), language)


def root_of(file: str) -> str:
    """Give the way from a page back to the root of the site, so that links work from any folder and from disk.

    >>> root_of("page/text/ab.html"), root_of("index.html")
    ('../../', '')
    """
    return "../" * file.count("/")


def way(file: str, path: str) -> str:
    """Write the shortest link from a page to a path below the root of the site; an address elsewhere stays as it is.

    >>> way("page/agent/ha-noi/ubnd.html", "page/agent/ha-noi/so-noi-vu.html#duties")
    'so-noi-vu.html#duties'
    >>> way("page/agent/ha-noi/ubnd.html", "tasks.html"), way("a/b.html", "a/b.html#c")
    ('../../../tasks.html', '#c')
    """
    if "://" in path:
        return path
    target, mark, anchor = path.partition("#")
    if target == file and mark:
        return mark + anchor
    here, there = file.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) + mark + anchor


def url(file: str, anchor: str = "") -> str:
    """Write a link from the root of the site; characters that a URL cannot hold are escaped."""
    return quote(file, safe="/.~-_@") + ("#" + quote(anchor, safe="/.~-_@") if anchor else "")


@dataclass(frozen=True, slots=True)
class Places:
    """All pages of one site: the base of its IRIs, its Vietnamese page files, and what stands on a later page.

    *moved* leads from the (file, anchor) where a node would be looked for to the page of a cut list that shows it.
    """

    base_iri: str
    files: frozenset[str]
    moved: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def find(self, iri: str) -> tuple[str, str] | None:
        """Find the page of a node as (file, anchor); see `page_of`."""
        place = page_of(iri, self.base_iri, self.files.__contains__)
        return (self.moved.get(place, place[0]), place[1]) if place else None

    def find_passage(self, sha256: str, start: int, end: int) -> tuple[str, str]:
        """Find a passage of a source text as (file, anchor)."""
        return text_file(f"page/text/{sha256}.html", start, self.files.__contains__), f"c{start}-{end}"
