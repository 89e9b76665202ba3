"""The chain of a document: what it carries out, up to the central resolution, and what carries it out, down."""

from dataclasses import dataclass
from typing import Final

from kgbuild.namespaces import CODE, PIO, Iri
from kgbuild.publish.formats import shorten
from kgbuild.publish.index import Text
from kgbuild.publish.views import Link, Reader, Words

# How a document hangs on the one above it, strongest first; `drawsOn` is always inferred, from a legal basis.
PART_OF: Final = {"annexOf": PIO.annexOf, "promulgatedBy": PIO.promulgatedBy}
LINKS_UP: Final = {**PART_OF, "implements": PIO.implements, "continues": PIO.continues, "drawsOn": PIO.drawsOn}
CITATION_KINDS: Final = {"drawsOn": "legalBasis", "promulgatedBy": "promulgates"}
CARRIERS: Final = (PIO.annexOf, PIO.promulgatedBy, PIO.partOfInstrument)


@dataclass(frozen=True, slots=True)
class Branch:
    """A document in a chain, how it hangs on its neighbour, and the documents beyond it."""

    iri: str
    link: Link
    short: str
    symbol: str
    form: Text | None
    kind: str
    inferred: bool
    words: tuple[Words, ...]
    issuer: Link | None
    date: str
    held: bool
    tasks: int
    tasks_path: str
    branches: tuple["Branch", ...] = ()

    @property
    def lang(self) -> str:
        """Give the language in which the type is named."""
        return self.form.lang if self.form else ""


def links_up(reader: Reader, document: str) -> list[tuple[str, Iri]]:
    """List the documents just above one, as (kind, document): whatever another of them already leads to is left out."""
    index = reader.index
    above: dict[Iri, str] = {}
    for kind, prop in LINKS_UP.items():
        for target in index.iris(document, prop):
            above.setdefault(target, kind)
    for carrier in index.inbound(document, PIO.promulgates):
        above.setdefault(carrier, "promulgatedBy")
    above.pop(Iri(document), None)
    return [(kind, target) for target, kind in above.items() if not _reached_by_another(reader, target, above)]


def _reached_by_another(reader: Reader, target: Iri, above: dict[Iri, str]) -> bool:
    traces = reader.index.values
    return any(
        other != target and target in traces(other, PIO.traces) and other not in traces(target, PIO.traces)
        for other in above
    )


def links_down(reader: Reader, document: str) -> list[tuple[str, Iri]]:
    """List the documents just below one, as (kind, document), by date; annexes belong to their document."""
    index = reader.index
    candidates = {*index.inbound(document, *LINKS_UP.values()), *index.iris(document, PIO.promulgates)}
    candidates = {below for below in candidates if not index.is_a(below, PIO.Annex)}
    found = [(kind, below) for below in candidates for kind, above in reader.once(links_up, below) if above == document]
    return sorted(found, key=lambda item: (index.literal(item[1], PIO.documentDate) or "9999", item[1]))


def climb(reader: Reader, document: str, seen: tuple[str, ...] = ()) -> tuple[Branch, ...]:
    """Follow the chain upwards from a document."""
    seen = (*seen, document)
    return tuple(
        _branch(reader, above, (document, kind, above), climb(reader, above, seen))
        for kind, above in reader.once(links_up, document)
        if above not in seen
    )


def descend(reader: Reader, document: str, seen: tuple[str, ...] = ()) -> tuple[Branch, ...]:
    """Follow the chain downwards from a document."""
    seen = (*seen, document)
    return tuple(
        _branch(reader, below, (below, kind, document), descend(reader, below, seen))
        for kind, below in links_down(reader, document)
        if below not in seen
    )


def prune(branches: tuple[Branch, ...], room: int = 60) -> tuple[tuple[Branch, ...], int]:
    """Keep the first branches, as many as have *room* documents together, and tell how many are left out."""
    kept: list[Branch] = []
    for branch in branches:
        room -= _size(branch)
        if kept and room < 0:
            break
        kept.append(branch)
    return tuple(kept), len(branches) - len(kept)


def _size(branch: Branch) -> int:
    return 1 + sum(map(_size, branch.branches))


def root_branch(reader: Reader, document: str) -> Branch:
    """See a document as the head of everything that comes down from it."""
    return _branch(reader, document, (document, "", document), descend(reader, document))


def _branch(reader: Reader, shown: str, edge: tuple[str, str, str], beyond: tuple[Branch, ...]) -> Branch:
    index = reader.index
    lower, kind, upper = edge
    issuer = index.iri(shown, PIO.issuedBy)
    prop = LINKS_UP.get(kind)
    return Branch(
        iri=shown,
        link=reader.link(shown),
        short=short_name(reader, shown),
        symbol=shorten(index.literal(shown, PIO.symbol)),
        form=reader.form(shown),
        kind=kind,
        inferred=bool(prop) and index.origin(lower, prop or "", Iri(upper)) == "inferred",
        words=reader.words(index.evidence(citation)) if (citation := find_citation(reader, lower, kind, upper)) else (),
        issuer=reader.label(issuer) if issuer else None,
        date=reader.date(index.literal(shown, PIO.documentDate)),
        held=is_held(reader, shown),
        tasks=count_tasks(reader, shown),
        tasks_path=reader.section(shown, "tasks"),
        branches=beyond,
    )


def short_name(reader: Reader, document: str) -> str:
    """Name a document in a few words: its type and symbol, or that it has no number."""
    form = reader.form(document)
    if reader.index.literal(document, PIO.symbol) or form is None:
        return reader.name(document).value
    return f"{form.value} ({reader.strings['without_number']})"


def find_citation(reader: Reader, citing: str, kind: str, cited: str) -> Iri | None:
    """Find the Citation node behind a link between two documents."""
    index = reader.index
    wanted = CODE[f"citation/{CITATION_KINDS.get(kind, kind)}"]
    holder, target = (cited, citing) if kind == "promulgatedBy" else (citing, cited)
    for node in index.iris(holder, PIO.hasCitation):
        if target in index.values(node, PIO.citedDocument) and wanted in index.values(node, PIO.citationKind):
            return node
    return None


def is_held(reader: Reader, document: str) -> bool:
    """Tell whether the corpus contains the text of a document, or only citations of it."""
    return bool(reader.index.values(document, PIO.capturedIn))


def count_tasks(reader: Reader, document: str) -> int:
    """Count the tasks that a document and its annexes set out; those of a plan attached to it count there."""
    return sum(1 for task in tasks_of(reader, document) if reader.once(main_document, task) in (document, None))


def tasks_of(reader: Reader, document: str) -> list[Iri]:
    """List the tasks that a document sets out, itself or in what is attached to it."""
    return [node for node in reader.index.iris(document, PIO.setsOut) if reader.index.is_a(node, PIO.Task)]


def home_document(reader: Reader, node: str) -> Iri | None:
    """Give the document in which a task, target or measure stands: the annex rather than the plan that carries it."""
    index = reader.index
    holders = {*index.inbound(node, PIO.setsOut), *index.iris(node, PIO.setOutIn)}
    inner = holders - {carrier for holder in holders for carrier in index.iris(holder, *CARRIERS)}
    return min(inner, default=None)


def main_document(reader: Reader, node: str) -> Iri | None:
    """Give the document a reader would name for a task: the plan of whose annex it is a row."""
    home = home_document(reader, node)
    if home and reader.index.is_a(home, PIO.Annex):
        return reader.index.iri(home, *CARRIERS) or home
    return home


def head_of_all(reader: Reader) -> Iri | None:
    """Find the document that most others trace to: the head of the cascade on the home page."""
    index = reader.index
    counts = {d: len(index.inbound(d, PIO.traces)) for d in index.instances(PIO.PolicyDocument)}
    heads = [d for d, count in counts.items() if count and not reader.once(links_up, d)]
    return min(heads, key=lambda d: (-counts[d], d), default=None)
