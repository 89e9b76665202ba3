"""Long pages cut into several: the lists of a page run on, in their order, where the page before was full."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Final

from kgbuild.publish import wrong
from kgbuild.publish.paths import Places, part_file
from kgbuild.publish.plan import Page
from kgbuild.publish.views import Link, Words

Values = dict[str, Any]  # what a template is given
Span = tuple[int, int]

ROOM: Final = 96_000  # as `weigh` counts, which is on the safe side: a page stays below 100 kB of HTML
ROW: Final = 260  # bytes of the cells of a row, their labels and classes
UNSEEN: Final = frozenset(
    {"iri", "assignee", "anchor", "as_written", "tasks_path"}
)  # what lists do not show of their items
# The lists of each kind of page that may be long, in the order in which they are printed.
LONG: Final[Mapping[str, tuple[str, ...]]] = {
    "document": (
        "rows", "duties", "targets", "results", "objectives", "measures", "others", "cites", "retold", "cited_by",
        "recipients", "faults", "sections",
    ),
    "agency": ("inverse", "duties", "issued", "offices"),
    "comparison": ("documents", "aims"),
    "duties": ("dated", "reports", "undated"),
    "person": ("offices", "signed"),
    "thing": ("inverse",),
    "text": ("bodies",),
    "documents": ("rows",),
    "tasks": ("rows",),
    "targets": ("rows",),
    "agencies": ("rows",),
    "people": ("rows",),
    "work": ("rows",),
    "wanted": ("rows",),
    "quality": ("source", "linking", "extraction", "issues"),
    "dataset": ("texts",),
    "search": ("items",),
    "ontology": ("classes", "properties"),
    "area": ("documents", "agencies"),
    "areas": ("rows",),
    "things": ("rows",),
    "codelist": ("concepts",),
    "shapes": ("rows",),
}  # fmt: skip

# Pages on which facts can be reported one by one, and their lists of what has its place on another page.
HOMES: Final = frozenset({"agency", "document", "person", "thing"})
ELSEWHERE: Final = frozenset({"rows", "duties", "inverse", "issued", "cited_by", "faults", "sections"})


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a long page: its number, how many there are, and which items of each list it shows."""

    number: int = 1
    of: int = 1
    spans: Mapping[str, Span] = field(default_factory=dict)

    def shows(self, name: str) -> bool:
        """Tell whether this page shows anything of a list."""
        start, end = self.spans.get(name, (0, 0))
        return start < end


def find_list(values: Values, name: str) -> Sequence[Any]:
    """Find a list among what a template is given: by itself, or as a part of the thing that the page is about."""
    found: Sequence[Any] = values[name] if name in values else getattr(values["it"], name)
    return found


def lay_out(
    pages: Iterable[Page], read: Callable[[Page], Values], base_iri: str
) -> tuple[dict[str, tuple[Part, ...]], Places]:
    """Cut every page that *read* finds too long: the parts of each page by its file, and where everything then is."""
    parts: dict[str, tuple[Part, ...]] = {}
    moved: dict[tuple[str, str], str] = {}
    for page in pages:
        values = read(page)
        parts[page.file] = cut(page.template, values)
        moved.update(find_moved(page, values, parts[page.file]))
    files = frozenset(part_file(file, part.number) for file, found in parts.items() for part in found)
    return parts, Places(base_iri, files, moved)


def find_moved(page: Page, values: Values, parts: Sequence[Part]) -> Iterator[tuple[tuple[str, str], str]]:
    """Tell which places of a page do not stand on its first part: (file, anchor), and the file of the part."""
    tasks = "rows" if "rows" in parts[0].spans and find_list(values, "rows") else "duties"
    for part in reversed(parts[1:]):
        file = part_file(page.file, part.number)
        for name, (start, end) in part.spans.items():
            if start == 0 < end:
                yield (page.file, "tasks" if name == tasks else name), file
            for item in find_list(values, name)[start:end]:
                if anchor := getattr(item, "anchor", ""):
                    yield (page.file, anchor), file


def cut(template: str, values: Values) -> tuple[Part, ...]:
    """Decide how many pages the lists of a page need, and what each page shows."""
    names = LONG.get(template, ())
    lists = {name: [ROW + weigh(item, _report(template, name)) for item in find_list(values, name)] for name in names}
    if template == "text":  # cut by offset already
        pages = [{"bodies": (at, at + 1)} for at in range(len(lists["bodies"]))] or [{}]
    else:
        pages = _spread(lists, max(ROOM - _fixed(values, names, _report(template)), ROOM // 8), "it" not in values)
    return tuple(
        Part(number, len(pages), {name: spans.get(name, (0, 0)) for name in names})
        for number, spans in enumerate(pages, 1)
    )


def _spread(lists: Mapping[str, list[int]], left: int, empty: bool) -> list[dict[str, Span]]:
    """Fill page after page; *left* is the room on the first, *empty* whether it shows nothing else."""
    pages: list[dict[str, Span]] = [{}]
    for name, weights in lists.items():
        start = 0
        for at, weight in enumerate(weights):
            if weight > left and not empty:
                pages[-1][name] = (start, at)
                pages.append({})
                start, left, empty = at, ROOM, True
            left -= weight
            empty = False
        pages[-1][name] = (start, len(weights))
    return pages


def take(values: Values, part: Part) -> Values:
    """Give the values with their lists cut to what one page shows."""
    shown = {name: find_list(values, name)[start:end] for name, (start, end) in part.spans.items()}
    own = {name: items for name, items in shown.items() if name in values}
    inner = {name: items for name, items in shown.items() if name not in values}
    return {**values, **own, **({"it": replace(values["it"], **inner)} if inner else {})}


def weigh(value: object, report: int = 0) -> int:
    """Estimate how many bytes of HTML a value takes: its texts, and the marks and links around them.

    *report* is what the link takes that reports what words are behind, where the page has it.
    """
    match value:
        case str():
            return len(value.encode()) + 12
        case int() | float():
            return 20
        case Words():
            return len(value.path) + 70 + report
        case Link():
            return len(value.text.encode()) + (len(value.path) + 50 if value.path else 10)
        case Mapping():
            return sum(weigh(item, report) for item in value.values())
        case Iterable():
            return sum(weigh(item, report) + 10 for item in value)
    if is_dataclass(value):
        return 30 + sum(weigh(getattr(value, f.name), report) for f in fields(value) if f.name not in UNSEEN)
    return 4


def _report(template: str, name: str = "") -> int:
    return wrong.ROOM if template in HOMES and name not in ELSEWHERE else 0


def _fixed(values: Values, names: tuple[str, ...], report: int) -> int:
    """Estimate what the first page shows beside its lists."""
    it = values.get("it")
    inner = (weigh(getattr(it, f.name), report) for f in fields(it) if f.name not in names) if is_dataclass(it) else ()
    return sum(inner) + sum(weigh(value) for name, value in values.items() if name != "it" and name not in names)
