"""The comparison of the documents that carry out one resolution in several places, side by side."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from kgbuild.namespaces import CODE, DCTERMS, ORG, PIO, Iri
from kgbuild.publish.formats import shorten
from kgbuild.publish.index import Index, Text
from kgbuild.publish.pages.chain import is_held, short_name
from kgbuild.publish.pages.matrix import Matrix, draw_matrix
from kgbuild.publish.pages.targets import TargetRow, targets_of
from kgbuild.publish.pages.tasks import TaskRow, rows_of
from kgbuild.publish.views import Link, Reader

COUNTRY: Final = CODE["area/viet-nam"]
UNDATED: Final = "~"


@dataclass(frozen=True, slots=True)
class Compared:
    """One document that leads to the resolution: where, when, how it leads there, and how much it sets out."""

    iri: str
    link: Link
    area: Link | None
    issuer: Link | None
    date: str
    days: int | None
    stated: bool
    held: bool
    rows: int
    blocks: int
    duties: int
    measures: int
    targets: int

    @property
    def speaks(self) -> bool:
        """Tell whether anything was read in it that can be compared."""
        return bool(self.rows or self.blocks or self.duties or self.measures or self.targets)


@dataclass(frozen=True, slots=True)
class Aim:
    """A target, and the document that sets it."""

    document: Link
    target: TargetRow


@dataclass(frozen=True, slots=True)
class Lack:
    """What one of the documents does not speak of although another does."""

    document: Link
    themes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything the page of a comparison shows; *absent* are places of the corpus without such a document."""

    iri: str
    name: Link
    title: Text | None
    date: str
    documents: tuple[Compared, ...]
    themes: Matrix | None
    kinds: Matrix | None
    years: Matrix | None
    aims: tuple[Aim, ...]
    lacks: tuple[Lack, ...]
    absent: tuple[Link, ...]


def find_heads(index: Index) -> list[Iri]:
    """List the documents that are carried out in at least two places, those with most documents first."""
    found = []
    for head in index.instances(PIO.PolicyDocument):
        followers = followers_of(index, head)
        if len(places_among(index, followers)) > 1:
            found.append((-len(followers), head))
    return [head for _, head in sorted(found)]


def followers_of(index: Index, head: str) -> list[Iri]:
    """List the documents that lead to another; what is annexed or attached to one is counted with it."""
    followers = index.inbound(head, PIO.traces)
    return [document for document in followers if not index.iris(document, PIO.partOfInstrument)]


def places_among(index: Index, documents: Iterable[Iri]) -> list[Iri]:
    """List the areas that documents belong to, sorted; one that another of them replaces is the same place."""
    found = {place for document in documents for place in places_of(index, document)}
    return sorted(place for place in found if found.isdisjoint(index.iris(place, DCTERMS.isReplacedBy)))


def places_of(index: Index, document: str) -> list[Iri]:
    """List the areas a document belongs to; the whole country is none."""
    return [area for area in index.iris(document, PIO.jurisdiction) if area != COUNTRY]


def read_comparison(reader: Reader, head: str) -> Comparison:
    """Read everything the page of a comparison shows."""
    index = reader.index
    followers = followers_of(index, head)
    followers.sort(key=lambda document: (index.literal(document, PIO.documentDate) or UNDATED, document))
    tasks: dict[str, list[TaskRow]] = {
        document: [*rows_of(reader, document)[0], *rows_of(reader, document)[1]] for document in followers
    }
    compared = tuple(_compared(reader, document, head, tasks[document]) for document in followers)
    speaking = [document.iri for document in compared if document.speaks]
    themes = _count(speaking, lambda document: _themes(reader, document))
    years = _count(speaking, lambda document: _years(tasks[document]))
    names = {document: _short(reader, document) for document in speaking}

    def name(key: str) -> Link:
        return names[key] if key in names else reader.label(key) if key in index else Link(_year(reader, key))

    return Comparison(
        iri=head,
        name=reader.link(head),
        title=index.text(head, reader.lang, DCTERMS.title),
        date=reader.date(index.literal(head, PIO.documentDate)),
        documents=compared,
        themes=draw_matrix(themes, speaking, name, _most_first(themes)),
        kinds=draw_matrix(_count(speaking, lambda d: _kinds(reader, tasks[d])), speaking, name),
        years=draw_matrix(years, speaking, name, sorted({year for year, _ in years})),
        aims=tuple(Aim(names[d], target) for d in speaking for target in targets_of(reader, d) if not target.reported),
        lacks=tuple(_lacks(reader, themes, names)),
        absent=tuple(reader.label(area) for area in _absent(index, followers)),
    )


def _compared(reader: Reader, document: Iri, head: str, tasks: list[TaskRow]) -> Compared:
    index = reader.index
    area, issuer = index.iri(document, PIO.jurisdiction), index.iri(document, PIO.issuedBy)
    iso = index.literal(document, PIO.documentDate)
    return Compared(
        iri=document,
        link=reader.link(document),
        area=reader.label(area) if area else None,
        issuer=reader.link(issuer) if issuer else None,
        date=reader.date(iso),
        days=count_days(index.literal(head, PIO.documentDate), iso),
        stated=is_stated(index, document, head),
        held=is_held(reader, document),
        rows=sum(not task.prose and not task.block for task in tasks),
        blocks=sum(task.block for task in tasks),
        duties=sum(task.prose for task in tasks),
        measures=sum(index.is_a(node, PIO.Measure) for node in index.iris(document, PIO.setsOut)),
        targets=sum(not target.reported for target in targets_of(reader, document)),
    )


def is_stated(index: Index, document: str, head: str) -> bool:
    """Tell whether a document leads to another by what is said, not only by a legal basis."""
    paths = [path for path in index.iris(document, PIO.hasPath) if head in index.values(path, PIO.pathTo)]
    return not paths or any(CODE["pathstrength/stated"] in index.values(path, PIO.pathStrength) for path in paths)


def count_days(first: str, second: str) -> int | None:
    """Count the days between two ISO dates; None when one of them is not known to the day.

    >>> count_days("2012-11-01", "2013-05-30"), count_days("2012", "2013-05-30")
    (210, None)
    """
    try:
        return (date.fromisoformat(second) - date.fromisoformat(first)).days
    except ValueError:
        return None


def _short(reader: Reader, document: str) -> Link:
    """Name a document for the head of a column: its symbol and its place."""
    index = reader.index
    area = index.iri(document, PIO.jurisdiction)
    place = f", {reader.called(area).value}" if area else ""
    name = shorten(index.literal(document, PIO.symbol)) or short_name(reader, document)
    return Link(name + place, "", reader.path(document))


def _count(documents: Iterable[str], read: Callable[[str], Iterable[str]]) -> Counter[tuple[str, str]]:
    """Count what *read* finds in each document: (found, document) → number."""
    return Counter((found, document) for document in documents for found in read(document))


def _most_first(counts: Counter[tuple[str, str]]) -> list[str]:
    sums: Counter[str] = Counter()
    for (row, _), number in counts.items():
        sums[row] += number
    return sorted(sums, key=lambda row: (-sums[row], row))


def _themes(reader: Reader, document: str) -> list[Iri]:
    index = reader.index
    nodes = index.iris(document, PIO.setsOut)
    return [theme for node in nodes for theme in index.iris(node, DCTERMS.subject) if theme in CODE]


def _kinds(reader: Reader, tasks: list[TaskRow]) -> list[Iri]:
    """List the kinds of the bodies that have a part in the tasks, each kind once for a task."""
    kinds = []
    for task in tasks:
        kinds += sorted({kind for p in task.parts for kind in reader.index.iris(p.assignee, ORG.classification)})
    return kinds


def _years(tasks: list[TaskRow]) -> list[str]:
    return [(task.schedule.end if task.schedule else "") or UNDATED for task in tasks]


def _year(reader: Reader, key: str) -> str:
    return str(reader.strings["compare"]["no_year"]) if key == UNDATED else key


def _lacks(reader: Reader, themes: Counter[tuple[str, str]], names: dict[str, Link]) -> list[Lack]:
    met: defaultdict[str, set[str]] = defaultdict(set)
    for theme, document in themes:
        met[theme].add(document)
    spoken = {document for _, document in themes}
    return [
        Lack(link, tuple(reader.label(theme) for theme in sorted(met) if document not in met[theme]))
        for document, link in names.items()
        if document in spoken and any(document not in found for found in met.values())
    ]


def _absent(index: Index, followers: list[Iri]) -> list[Iri]:
    """List the places of which the corpus holds a text but no document that leads to the resolution."""
    held = [d for d in index.instances(PIO.PolicyDocument) if index.values(d, PIO.capturedIn)]
    there = {area for document in followers for area in places_of(index, document)}
    return sorted({area for document in held for area in places_of(index, document)} - there)
