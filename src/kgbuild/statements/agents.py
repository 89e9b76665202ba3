"""Agents as RDF: bodies, groups and posts that documents name, with labels, kinds and ties."""

from collections.abc import Callable, Iterable

from kgbuild.language import search_key
from kgbuild.model import Literal, Statement
from kgbuild.model.entities import AgentRef
from kgbuild.model.knowledge import Knowledge, Succession
from kgbuild.namespaces import CODE, DCTERMS, FOAF, ORG, PIO, RDF, SKOS, XSD, Iri
from kgbuild.statements.lives import life, successions, wound_up

_SHORT = 3  # words of a name by which a body is known all the same
RefOf = Callable[[str, AgentRef], AgentRef | None]


def describe_agents(refs: Iterable[AgentRef], knowledge: Knowledge, base: str, ref_of: RefOf) -> list[Statement]:
    """Describe every agent named, and the bodies that those from the tables hang under, in graph/authority.

    *ref_of* gives the node of another table row in the same area as an agent.
    """
    graph = Iri(base + "graph/authority")
    out: set[Statement] = set()
    todo = sorted(refs, key=lambda ref: (ref.path, len(ref.label), ref.label))  # the fullest name is taken first
    done: set[str] = set()
    while todo:
        ref = todo.pop()
        if ref.path in done:
            continue
        done.add(ref.path)
        out.update(_describe(ref, knowledge, base, graph))
        if ref.part_of and (owner := ref_of(ref.owner, ref)):
            out.add(Statement(Iri(base + ref.path), PIO.partOf, Iri(base + owner.path), graph))
            todo.append(owner)  # no document may name it
        record = knowledge.agencies.get(ref.record)
        if record is None:
            continue
        for relation, other_id in ((record.parent_relation, record.parent), ("guidedBy", record.guided_by)):
            other = ref_of(other_id, ref) if other_id in knowledge.agencies else None
            if other is None or not relation:
                continue
            predicate = ORG.postIn if relation == "postIn" else PIO[relation]
            out.add(Statement(Iri(base + ref.path), predicate, Iri(base + other.path), graph))
            todo.append(other)
    return sorted(out)


def _describe(ref: AgentRef, knowledge: Knowledge, base: str, graph: Iri) -> set[Statement]:
    node = Iri(base + ref.path)
    out = {Statement(node, RDF.type, class_, graph) for class_ in _classes(ref)}
    out.add(Statement(node, SKOS.prefLabel, Literal(ref.label, language="vi"), graph))
    if ref.label_en:
        out.add(Statement(node, SKOS.prefLabel, Literal(ref.label_en, language="en"), graph))
    out.add(Statement(node, PIO.searchKey, Literal(search_key(ref.label)), graph))
    if ref.classification:
        out.add(Statement(node, ORG.classification, CODE[f"agencykind/{ref.classification}"], graph))
    area = "viet-nam" if ref.area == "tw" else ref.area
    if area in knowledge.areas:
        out.add(Statement(node, PIO.jurisdiction, CODE[f"area/{area}"], graph))
    for predicate, date in zip((PIO.validFrom, PIO.validTo), life(ref, knowledge), strict=True):
        if date:
            out.add(Statement(node, predicate, Literal(date, XSD.date if len(date) == 10 else XSD.gYear), graph))
    record = knowledge.agencies.get(ref.record)
    if record is None:
        return out
    if record.symbol:
        out.add(Statement(node, DCTERMS.identifier, Literal(record.symbol), graph))
    bare = record.name.split("{")[0].strip()
    # a longer name of the table that opens with a shorter one goes by both: "Ban Chấp hành Trung ương (Đảng …)"
    short = (
        alias for alias in record.aliases if len(alias.split()) >= _SHORT and f"{ref.label} ".startswith(alias + " ")
    )
    for name in {bare, *short} - {"", ref.label}:
        out.add(Statement(node, SKOS.altLabel, Literal(name, language="vi"), graph))
    return out


def _classes(ref: AgentRef) -> list[Iri]:
    if ref.kind == "group":
        return [PIO.CollectiveAgent, FOAF.Group]
    if ref.kind == "post":
        return [ORG.Post]
    return [ORG.Organization, PIO[ref.type]] if ref.type else [ORG.Organization]


def describe_successions(
    refs: Iterable[AgentRef], knowledge: Knowledge, base: str, ref_of: RefOf
) -> tuple[list[Statement], list[AgentRef]]:
    """Describe the organisation changes that the named bodies went through; give the successors met besides."""
    graph = Iri(base + "graph/authority")
    out: list[Statement] = []
    met: dict[str, AgentRef] = {}
    queue = [ref for ref in sorted(refs, key=lambda r: r.path) if ref.kind != "group"]
    done: set[str] = set()
    while queue:
        ref = queue.pop(0)
        if ref.path in done:
            continue
        done.add(ref.path)
        if day := wound_up(ref, knowledge):
            row = Succession(ref.record, "", day, "dispersed", "", ref.area)
            out.extend(_change(ref, None, row, base, graph))
        for row, near in successions(ref, knowledge):
            successor = ref_of(row.successor, near)
            if successor is None:
                continue
            met[successor.path] = successor
            queue.append(successor)
            out.extend(_change(ref, successor, row, base, graph))
    return sorted(set(out)), list(met.values())


def _change(ref: AgentRef, successor: AgentRef | None, row: Succession, base: str, graph: Iri) -> list[Statement]:
    bodies = [ref] if successor is None else [ref, successor]
    slug = "-".join(body.path.removeprefix("id/agent/").replace("/", ".") for body in bodies)
    node = Iri(f"{base}id/change/{row.date or 'nd'}/{slug}")
    label, label_en = _name_change(ref, successor, row.date)
    out = [
        Statement(node, RDF.type, PIO.OrganizationChange, graph),
        Statement(node, RDF.type, ORG.ChangeEvent, graph),
        Statement(node, ORG.originalOrganization, Iri(base + ref.path), graph),
        Statement(node, PIO.successionKind, CODE[f"successionkind/{row.kind}"], graph),
        Statement(node, SKOS.prefLabel, Literal(label, language="vi"), graph),
        Statement(node, PIO.searchKey, Literal(search_key(label)), graph),
    ]
    if label_en:
        out.append(Statement(node, SKOS.prefLabel, Literal(label_en, language="en"), graph))
    if successor is not None:
        out.append(Statement(node, ORG.resultingOrganization, Iri(base + successor.path), graph))
    if row.date:
        out.append(Statement(node, PIO.effectiveDate, Literal(row.date, XSD.date), graph))
    if row.function:
        said = (Literal(row.function, language="vi"), Literal(row.function_en, language="en"))
        out += [Statement(node, PIO.transferredFunction, words, graph) for words in said]
    return out


def _name_change(ref: AgentRef, successor: AgentRef | None, day: str) -> tuple[str, str]:
    """Name a change by its bodies, in Vietnamese and, where all have one, by their English names.

    A body that took the place of one of the same name is told apart by the year.
    """
    if successor is None:
        return f"Kết thúc hoạt động: {ref.label}", f"Closed: {ref.label_en}" if ref.label_en else ""
    again = bool(day) and ref.label == successor.label
    label = f"{ref.label} → {successor.label}" + (f" (từ {day[:4]})" if again else "")
    label_en = f"{ref.label_en} → {successor.label_en}" + (f" (since {day[:4]})" if again else "")
    return label, label_en if ref.label_en and successor.label_en else ""
