"""The sample graph with all that it lacks: places to compare, a programme, and texts that would like to be code."""

import sample

from kgbuild.config import Settings, resource
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import CODE, DCTERMS, FOAF, ORG, PIO, RDF, SKOS, XSD, Iri
from kgbuild.store import Store, serialise

HANOI, CITY, HUE = (CODE[f"area/{slug}"] for slug in ("ha-noi", "ho-chi-minh", "hue"))
ELSEWHERE = Iri(sample.BASE + "id/doc/hue/ubnd/ke-hoach/2014/1")
PROGRAM = Iri(sample.BASE + "id/programme/tw/khcn-trong-diem")
LONG = "Rất dài " * 1300  # more than 10 kB
# What texts of documents may hold, and must stay text wherever it is written.
HOSTILES = (
    sample.HOSTILE,
    "=cmd|' /C calc'!A0",
    "\u202eđảo ngược\u202c \u2066tách\u2069",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "]]></svg><script>alert(1)</script>",
    "-->&lt;b&gt;{{ 7*7 }}${7*7}",
    LONG.strip(),
)


def placed() -> list[Statement]:
    """State where the documents of the sample belong, how they lead to the resolution, and a theme of a measure."""
    facts = {
        sample.PLAN: [(PIO.jurisdiction, HANOI)],
        sample.PROGRAMME: [(PIO.jurisdiction, HANOI), (PIO.documentDate, Literal("2013-04-25", XSD.date))],
        sample.ANNEX: [(PIO.jurisdiction, HANOI), (PIO.partOfInstrument, sample.PLAN)],
        sample.DECISION: [(PIO.jurisdiction, CITY), (PIO.hasPath, Iri(sample.DECISION + "/path/1"))],
        Iri(sample.DECISION + "/path/1"): [
            (PIO.pathTo, sample.RESOLUTION),
            (PIO.pathStrength, CODE["pathstrength/byLegalBasis"]),
        ],
        sample.HOME_AFFAIRS: [(ORG.classification, CODE["agencykind/so-noi-vu"])],
        ELSEWHERE: [
            (RDF.type, PIO.PolicyDocument),
            (SKOS.prefLabel, sample.vi("Kế hoạch 1/KH-UBND")),
            (PIO.jurisdiction, HUE),
            (PIO.capturedIn, sample.SOURCE),
        ],
        Iri(sample.DECISION + "/measure/1-00000000"): [(RDF.type, PIO.Measure), (DCTERMS.subject, CODE["theme/khoan"])],
    }
    found = [Statement(s, p, o, sample.READ) for s, said in facts.items() for p, o in said]
    found.append(
        Statement(sample.DECISION, PIO.setsOut, Iri(sample.DECISION + "/measure/1-00000000"), sample.READ),
    )
    return found


def hostile() -> list[Statement]:
    """Name things with each hostile text: a task with its agency and partner, a person, a section, a target."""
    g = sample.Sample()
    for number, text in enumerate(HOSTILES):
        document = Iri(f"{sample.BASE}id/doc/hue/ubnd/ke-hoach/2020/{number}")
        g.add(document, {RDF.type: [PIO.PolicyDocument, PIO.Plan], DCTERMS.title: sample.vi(text), PIO.symbol: text})
        g.add(document, {PIO.implements: sample.RESOLUTION, PIO.traces: sample.RESOLUTION, PIO.jurisdiction: HUE})
        agency = Iri(f"{sample.BASE}id/agent/hue/{number}")
        g.add(agency, {RDF.type: [PIO.StateAgency, ORG.Organization], SKOS.prefLabel: sample.vi(text)})
        g.add(document, {PIO.issuedBy: agency, PIO.capturedIn: sample.SOURCE})
        task = Iri(f"{document}/task/1")
        g.add(
            task,
            {RDF.type: PIO.Task, DCTERMS.title: sample.vi(text), PIO.rowNumber: text, SKOS.prefLabel: sample.vi(text)},
        )
        g.add(document, {PIO.setsOut: task})
        for role, other in (("lead", agency), ("coordinate", sample.HOME_AFFAIRS)):
            part = Iri(f"{task}/{role}")
            g.add(task, {PIO.hasAssignment: part})
            g.add(part, {RDF.type: PIO.Assignment, PIO.assignee: other, PIO.nameAsWritten: sample.vi(text)})
            g.add(part, {PIO.assignmentRole: CODE[f"role/{role}"]})
        when = Iri(f"{task}/schedule")
        g.add(task, {PIO.hasSchedule: when})
        g.add(
            when, {RDF.type: PIO.Schedule, PIO.scheduleText: sample.vi(text), PIO.endYear: Literal("2021", XSD.gYear)}
        )
        target = g.add(f"{document}/target/1", {RDF.type: PIO.Target, PIO.targetText: sample.vi(text), PIO.unit: text})
        g.add(document, {PIO.setsOut: target})
    return g.statements


def statements() -> list[Statement]:
    """Give every statement: those of the sample, of the places, of a programme, and the hostile ones."""
    g = sample.Sample()
    g.add(PROGRAM, {RDF.type: PIO.Programme, SKOS.prefLabel: sample.vi("Chương trình khoa học trọng điểm")})
    g.add(sample.ANNEX, {DCTERMS.relation: PROGRAM})
    schedule = g.add(f"{PROGRAM}/schedule", {RDF.type: PIO.Schedule, PIO.scheduleText: sample.vi("2016 - 2020")})
    g.add(PROGRAM, {PIO.hasSchedule: schedule})
    milestone = g.add(f"{sample.PLAN}/milestone/iv.1-0a0b", {RDF.type: PIO.Milestone})
    g.add(milestone, {DCTERMS.description: sample.vi("sơ kết 3 năm"), SKOS.prefLabel: sample.vi("Sơ kết 3 năm")})
    when = g.add(f"{milestone}/schedule", {RDF.type: PIO.Schedule, PIO.scheduleText: sample.vi("năm 2016")})
    g.add(milestone, {PIO.hasSchedule: when})
    g.evidence(milestone, "Năm 2014")
    quotation = g.add(f"{sample.PLAN}/quotation/0-0c0d", {RDF.type: PIO.Quotation})
    g.add(quotation, {PIO.quoteText: sample.vi("đặt hàng"), PIO.statedBy: sample.DEPUTY})
    member = Iri(sample.BASE + "id/person/ha-noi/tu/tran-van-b")
    g.add(member, {RDF.type: FOAF.Person, SKOS.prefLabel: sample.vi("Trần Văn B")})
    return [*sample.statements(), *placed(), *g.statements, *hostile()]


def full_store() -> Store:
    """Load the full graph with the ontology and its code lists."""
    store = Store.memory()
    store.load(serialise(statements()))
    for path in [resource("ontology", "pio.ttl"), *sorted(resource("ontology", "codelists").glob("*.ttl"))]:
        store.load_turtle(path, Iri(sample.BASE + "graph/ontology"))
    return store


SETTINGS = Settings(base_iri=sample.BASE)
