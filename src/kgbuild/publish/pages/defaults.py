"""Values with which the example queries find something here: those that they ship with ask the sample sources."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from kgbuild.namespaces import CODE, DCTERMS, PIO, Iri
from kgbuild.publish.index import Index
from kgbuild.publish.pages.chain import head_of_all
from kgbuild.publish.pages.examples import Example, fill
from kgbuild.publish.views import Reader

Values = Mapping[str, str]
NONE: Final[Values] = {}
WORKS: Final = (PIO.Task, PIO.Measure, PIO.Objective)


def fit(reader: Reader, example: Example) -> Example:
    """Ask an example with other values where nothing here has those that it ships with, and say which."""
    choose = CHOICES.get(example.here)
    if choose is None:
        return example
    values = choose(reader, {parameter.name: parameter.default for parameter in example.parameters})
    return replace(example, query=fill(example, values), fitted=tuple(values.items())) if values else example


def _top(reader: Reader, given: Values) -> Values:
    """Choose the document that most others trace to."""
    index = reader.index
    if any(index.inbound(document, PIO.traces) for document in _keyed(index, given["key"])):
        return NONE
    head = head_of_all(reader)
    return {"key": index.literal(head, PIO.documentKey)} if head else NONE


def _row(reader: Reader, given: Values) -> Values:
    """Choose a row of a table, best of a plan that carries something out."""
    index = reader.index
    rows = [task for task in index.instances(PIO.Task) if index.values(task, PIO.rowNumber)]
    of = {task: next(iter(index.inbound(task, PIO.setsOut)), None) for task in rows}
    wanted = set(_keyed(index, given["key"]))
    if any(wanted.intersection(index.inbound(task, PIO.setsOut)) for task in rows):
        return NONE
    climbing = [task for task in rows if index.values(task, PIO.contributesTo)]
    for task in sorted(climbing or rows, key=reader.first_offset):
        if (document := of[task]) and (key := index.literal(document, PIO.documentKey)):
            return {"key": key, "row": index.literal(task, PIO.rowNumber)}
    return NONE


def _assigned_area(reader: Reader, given: Values) -> Values:
    """Choose the area whose bodies were given most."""
    index = reader.index
    return _area(
        given, (area for a in index.instances(PIO.Assignment) for b in index.iris(a, PIO.assignee)
                for area in index.iris(b, PIO.jurisdiction))
    )  # fmt: skip


def _measured_area(reader: Reader, given: Values) -> Values:
    """Choose the area whose documents set most targets."""
    index = reader.index
    nodes = index.instances(PIO.Target, PIO.ReportedResult)
    documents = (document for node in nodes for document in index.inbound(node, PIO.setsOut))
    return _area(given, (area for document in documents for area in index.iris(document, PIO.jurisdiction)))


def _area(given: Values, found: Iterable[Iri]) -> Values:
    return _code("area", given["area"], found)


def _theme(reader: Reader, given: Values) -> Values:
    """Choose the theme that most is said on."""
    index = reader.index
    return _code(
        "theme", given["theme"], (t for work in index.instances(*WORKS) for t in index.iris(work, DCTERMS.subject))
    )


def _year(reader: Reader, given: Values) -> Values:
    """Choose the year in which most tasks end."""
    index = reader.index
    ends = (index.literal(s, PIO.endYear) for t in index.instances(PIO.Task) for s in index.iris(t, PIO.hasSchedule))
    counts = Counter(end for end in ends if end)
    return NONE if any(end <= given["year"] for end in counts) else _most(counts, "year")


def _target(reader: Reader, given: Values) -> Values:
    """Choose the unit, the comparison and the year that most targets have."""
    index = reader.index
    counts: Counter[tuple[str, str, str]] = Counter()
    for node in index.instances(PIO.Target):
        unit, year = index.literal(node, PIO.unit), index.literal(node, PIO.deadline)[:4]
        comparator = index.iri(node, PIO.comparator)
        if unit and comparator and year and index.values(node, PIO.quantity):
            counts[unit, reader.code(comparator), year] += 1
    if (given["unit"].strip('"'), given["comparator"].partition(":")[2], given["year"]) in counts or not counts:
        return NONE
    unit, comparator_code, year = min(counts, key=lambda found: (-counts[found], found))
    return {"unit": unit, "comparator": comparator_code, "year": year}


def _keyed(index: Index, key: str) -> list[Iri]:
    wanted = key.strip('"')
    return [d for d in index.instances(PIO.PolicyDocument) if index.literal(d, PIO.documentKey) == wanted]


def _code(scheme: str, given: str, found: Iterable[Iri]) -> Values:
    start = CODE[f"{scheme}/"]
    counts = Counter(code.removeprefix(start) for code in found if code.startswith(start))
    return NONE if given.partition(":")[2] in counts else _most(counts, scheme)


def _most(counts: Counter[str], name: str) -> Values:
    return {name: min(counts, key=lambda value: (-counts[value], value))} if counts else NONE


CHOICES: Final[Mapping[str, Callable[[Reader, Values], Values]]] = {
    "top": _top,
    "row": _row,
    "assigned area": _assigned_area,
    "measured area": _measured_area,
    "theme": _theme,
    "year": _year,
    "target": _target,
}
"""What a query's line `# here: …` names."""
