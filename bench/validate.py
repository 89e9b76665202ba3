"""Print how long validation of a built graph takes: beside pySHACL, beside hand-written SPARQL, and on a large corpus.

Run it as `python bench/validate.py [BUILD] [COPIES] [split]` after a build (default: build/, 100). pySHACL judges the
whole graph once and takes its time, `split` leaves it out; the large corpus is the built one COPIES times, with areas,
numbers and texts renamed. Seconds are those of the processor, all threads together: others may be at work beside us.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from common import best, table, timed
from kgbuild.config import Settings, resource
from kgbuild.store import Store, read_quads
from kgbuild.validation import Earlier, ValidationReport, load_shapes, validate, validate_reference
from kgbuild.validation.earlier import graph_files
from kgbuild.validation.queries import queries

SHAPES = resource("shapes")
AREA = "<https://w3id.org/pio/code/area/"
# What a person would write to find the same three faults.
BY_HAND = {
    "LeadIsCoordinator": """SELECT DISTINCT ?task ?agency {
        ?task pio:hasAssignment [ pio:assignmentRole <https://w3id.org/pio/code/role/lead> ; pio:assignee ?agency ] ,
            [ pio:assignmentRole <https://w3id.org/pio/code/role/coordinate> ; pio:assignee ?agency ]
        FILTER NOT EXISTS { ?agency a pio:CollectiveAgent } }""",
    "TaskWithoutSchedule": """SELECT ?task { ?task a pio:Task
        FILTER NOT EXISTS { ?task a pio:StandingDuty } FILTER NOT EXISTS { ?task pio:hasSchedule ?schedule } }""",
    "NotHeld": """SELECT DISTINCT ?document { ?citation pio:citedDocument ?document . ?document a pio:PolicyDocument
        FILTER NOT EXISTS { ?document pio:capturedIn ?text } }""",
}


def main() -> None:
    """Measure, print two tables, and exit 1 when two ways of checking find different things."""
    build = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    quads = read_quads(build / "dumps" / "kgbuild.nq.gz")
    store = loaded(quads)
    settings = Settings(base_iri=store.base_iri() or "")
    small = best(lambda: validate(store, SHAPES, settings), clock=process_time)
    if "split" not in sys.argv[3:]:
        beside_others(build, store, settings, small)
    on_copies(quads, copies, settings, small)


def beside_others(build: Path, store: Store, settings: Settings, small: float) -> None:
    """Validate the corpus by other means, and exit 1 where pySHACL finds anything else."""
    ours = validate(store, SHAPES, settings)
    earlier = one_changed(build / "graphs", ours)
    again = best(lambda: validate(store, SHAPES, settings, earlier), clock=process_time)
    slow, reference = timed(lambda: validate_reference(store, SHAPES, settings), process_time)
    rows = [
        ("kgbuild.validation", len(ours.findings), f"{small:.2f}", "1.0"),
        ("after one source changed", len(ours.findings), f"{again:.2f}", f"{again / small:.1f}"),
        ("pySHACL, whole graph", len(reference.findings), f"{slow:.2f}", f"{slow / small:.1f}"),
        *by_hand(store),
    ]
    table((f"{len(store):,} quads", "findings", "seconds", "times ours"), rows)
    if {f.iri for f in ours.findings} != {f.iri for f in reference.findings}:
        sys.exit("the findings differ")
    print()


def loaded(quads: bytes) -> Store:
    """Load quads into memory."""
    store = Store.memory()
    store.load(quads)
    return store


def one_changed(graphs: Path, report: ValidationReport) -> Earlier:
    """Give the build as the earlier one of itself, but for one source."""
    files = graph_files(graphs)
    changed = min(graph for graph in files if "/graph/source/" in graph)
    return Earlier({graph: path for graph, path in files.items() if graph != changed}, report.findings, least=0)


def by_hand(store: Store) -> Iterator[tuple[object, ...]]:
    """Compare a few checks with the queries that a person would write for them."""
    checks = {check.iri.rpartition("#")[2]: check for check in load_shapes(SHAPES)}
    for name, query in BY_HAND.items():
        mine = list(queries(checks[name]))
        floor = best(lambda query=query: list(store.select(query)), rounds=20)
        cost = best(lambda mine=mine: [list(store.select(text)) for text in mine], rounds=20)
        yield f"{name}, by hand", len(list(store.select(query))), f"{floor:.4f}", f"{floor / cost:.2f}"


def on_copies(quads: bytes, copies: int, settings: Settings, small: float) -> None:
    """Validate the corpus many times over and print the time per copy beside that of the corpus alone."""
    store = loaded(quads)
    for number in range(1, copies):
        store.load(renamed(quads, number, settings.base_iri))
    found = validate(store, SHAPES, settings)
    seconds = best(lambda: validate(store, SHAPES, settings), rounds=2, clock=process_time)
    rows = [
        ("the corpus", "", f"{small:.3f}", "1.00"),
        (f"{copies} copies", len(found.findings), f"{seconds / copies:.3f}", f"{seconds / copies / small:.2f}"),
    ]
    table((f"{len(store):,} quads", "findings", "seconds a copy", "ratio"), rows)


def renamed(quads: bytes, number: int, base: str) -> bytes:
    """Copy what documents say into other areas, numbers and texts; central documents stay the ones they are."""
    graph = re.compile(rf"<{re.escape(base)}graph/(?:source/[^>]+|authority|inferred)> \.$")
    whole = quads.decode().splitlines()
    text = "\n".join(line for line in whole if graph.search(line) or line.startswith(AREA)) + "\n"
    areas = set(re.findall(rf"<{re.escape(base)}id/doc/(?!tw/)([^/>]+)/", text))
    for area in sorted(areas, key=len, reverse=True):
        text = re.sub(rf"(?<=[/.]){re.escape(area)}(?=[/.>])", f"{area}-copy-{number}", text)
    text = re.sub(r'(?<=#searchKey> ")', f"{number} ", text)
    text = re.sub(r"(?<=/id/news/)", f"copy-{number}/", text)
    text = re.sub(r"(?<=/id/text/)[0-9a-f]{8}", f"{number:08x}", text)
    text = re.sub(r"(?<=/graph/source/)", f"copy-{number}-", text)
    return text.encode()


if __name__ == "__main__":
    main()
