"""The page of an agency or a group of agencies: what it is given to do, by role, what it issues, who serves in it."""

from dataclasses import dataclass
from typing import Final

from kgbuild.namespaces import FOAF, ORG, PIO, Iri
from kgbuild.publish.index import Text
from kgbuild.publish.pages.chain import main_document
from kgbuild.publish.pages.matrix import Matrix, draw_partners
from kgbuild.publish.pages.people import Office, holders_of
from kgbuild.publish.pages.tasks import TaskRow, read_row, tasks_by_role
from kgbuild.publish.views import Fact, Link, Reader, Said, alternative_names, kind_of

FACTS: Final = (
    ("classification", ORG.classification),
    ("area", PIO.jurisdiction),
    ("part_of", PIO.partOf),
    ("specialised_body_of", PIO.specialisedBodyOf),
    ("guided_by", PIO.guidedBy),
    ("executive_organ_of", PIO.executiveOrganOf),
    ("accountable_to", PIO.accountableTo),
    ("organ_of", PIO.organOf),
    ("established_by", PIO.establishedBy),
    ("works_in", PIO.worksIn),
    ("valid_from", PIO.validFrom),
    ("valid_to", PIO.validTo),
    ("present_successor", PIO.presentSuccessor),
    ("possible_successor", PIO.possibleSuccessor),
)
# Read from the other end, each in its inverse wording.
INVERSE: Final = (
    ("parts", PIO.partOf),
    ("specialised_bodies", PIO.specialisedBodyOf),
    ("guides", PIO.guidedBy),
    ("executive_organ", PIO.executiveOrganOf),
    ("organs", PIO.organOf),
    ("established", PIO.establishedBy),
    ("predecessors", PIO.presentSuccessor),
)
AGENTS: Final = (ORG.Organization, FOAF.Group, PIO.CollectiveAgent)


@dataclass(frozen=True, slots=True)
class Duty:
    """A task given to an agency: in which role, by which document, and the task."""

    role: str
    document: Link | None
    task: TaskRow


@dataclass(frozen=True, slots=True)
class Related:
    """A body that stands in some relation to the agency, by the key of the inverse wording."""

    name: str
    said: Said


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """Everything the page of an agency or of a group of agencies shows."""

    iri: str
    name: Text
    kind: Link | None
    group: bool
    names: tuple[Link, ...]
    facts: tuple[Fact, ...]
    inverse: tuple[Related, ...]
    counts: dict[str, int]
    duties: tuple[Duty, ...]
    partners: Matrix | None
    issued: tuple[Link, ...]
    offices: tuple[Office, ...]
    changes: tuple[Link, ...]


def read_agency(reader: Reader, agency: str) -> AgencyPage:
    """Read everything the page of an agency shows."""
    index = reader.index
    by_role = tasks_by_role(reader, agency)
    tasks = [reader.once(read_row, task) for task in dict.fromkeys(t for found in by_role.values() for t in found)]
    posts = index.inbound(agency, ORG.postIn)
    issued = [d for d in index.inbound(agency, PIO.issuedBy, PIO.issuedFor) if reader.path(d)]
    issued += [d for post in posts for d in index.inbound(post, PIO.issuedBy) if d not in issued]
    changes = index.inbound(agency, ORG.originalOrganization, ORG.resultingOrganization)
    return AgencyPage(
        iri=agency,
        name=index.label(agency, reader.lang),
        kind=kind_of(reader, agency),
        group=index.is_a(agency, FOAF.Group, PIO.CollectiveAgent),
        names=alternative_names(reader, agency),
        facts=reader.facts(agency, FACTS),
        inverse=_inverse(reader, agency),
        counts={role: len(found) for role, found in by_role.items()},
        duties=tuple(duty for role, found in by_role.items() for duty in _by_document(reader, role, found)),
        partners=draw_partners(reader, agency, tasks),
        issued=tuple(reader.link(d) for d in sorted(issued, key=lambda d: (index.literal(d, PIO.documentDate), d))),
        offices=tuple(office for post in posts for office in holders_of(reader, post)),
        changes=tuple(reader.link(c) for c in sorted(changes)),
    )


def _inverse(reader: Reader, agency: str) -> tuple[Related, ...]:
    index = reader.index
    return tuple(
        Related(name, Said(reader.link(other), index.origin(other, prop, Iri(agency))))
        for name, prop in INVERSE
        for other in index.inbound(agency, prop)
    )


def _by_document(reader: Reader, role: str, tasks: list[Iri]) -> list[Duty]:
    """Order the tasks of one role by document, the oldest first, then as printed."""
    found = [(reader.once(main_document, task), task) for task in tasks]

    def age(item: tuple[Iri | None, Iri]) -> tuple[str, str]:
        document = item[0]
        return (reader.index.literal(document, PIO.documentDate) or "9", document) if document else ("99", "")

    return [
        Duty(role, reader.link(document) if document else None, reader.once(read_row, task))
        for document, task in sorted(found, key=age)
    ]
