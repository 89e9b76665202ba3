"""Each inference rule on a small graph, near misses beside what follows: what comes out is exactly what is listed."""

from pathlib import Path

import pytest

from kgbuild.config import resource
from kgbuild.inference import load_rules
from kgbuild.model import Literal
from kgbuild.namespaces import PREFIXES, Iri
from kgbuild.store import Store

RULES = {rule.name: rule for rule in load_rules(resource("ontology", "rules"))}
SHORT = {
    **PREFIXES,
    "d": "http://localhost:8000/id/doc/",
    "x": "http://localhost:8000/x/",
    "citation": "https://w3id.org/pio/code/citation/",
    "pathstrength": "https://w3id.org/pio/code/pathstrength/",
    "role": "https://w3id.org/pio/code/role/",
    "kind": "https://w3id.org/pio/code/successionkind/",
}
HEAD = "".join(f"@prefix {name}: <{base}> .\n" for name, base in SHORT.items())

CASES = {
    "superclasses": (
        """
        pio:Plan rdfs:subClassOf pio:PolicyDocument . pio:PolicyDocument rdfs:subClassOf eli:Work .
        org:Post rdfs:subClassOf prov:Entity .
        d:a a pio:Plan . d:b a pio:PolicyDocument . x:post a org:Post .
        """,
        "d:a a pio:PolicyDocument | d:b a eli:Work",
    ),
    "leads": (
        """
        x:task pio:hasAssignment x:one, x:two .
        x:one pio:assignmentRole role:lead ; pio:assignee x:snv .
        x:two pio:assignmentRole role:coordinate ; pio:assignee x:stp .
        x:loose pio:assignmentRole role:lead ; pio:assignee x:stc .
        """,
        "x:snv pio:leads x:task | x:task pio:ledBy x:snv",
    ),
    "coordinates": (
        """
        x:task pio:hasAssignment x:one, x:two .
        x:one pio:assignmentRole role:lead ; pio:assignee x:snv .
        x:two pio:assignmentRole role:coordinate ; pio:assignee x:stp, x:snv .
        """,
        "x:stp pio:coordinates x:task | x:task pio:coordinatedBy x:stp"
        " | x:snv pio:coordinates x:task | x:task pio:coordinatedBy x:snv",
    ),
    "performs": (
        """
        x:task pio:hasAssignment x:one, x:two .
        x:one pio:assignmentRole role:perform ; pio:assignee x:sngv .
        x:two pio:assignmentRole role:monitor ; pio:assignee x:skhcn .
        """,
        "x:sngv pio:performs x:task | x:task pio:performedBy x:sngv",
    ),
    "promulgation": (
        "d:decision pio:promulgates d:plan . d:list pio:promulgatedBy d:order . d:decision pio:cites d:law .",
        "d:decision pio:promulgates d:plan | d:plan pio:promulgatedBy d:decision"
        " | d:list pio:promulgatedBy d:order | d:order pio:promulgates d:list",
    ),
    "part-of-instrument": (
        "d:annex pio:annexOf d:plan . d:plan pio:promulgatedBy d:decision . d:plan pio:implements d:programme .",
        "d:annex pio:partOfInstrument d:plan | d:plan pio:partOfInstrument d:decision",
    ),
    "issuer-of-part": (
        """
        d:annex pio:partOfInstrument d:plan . d:plan pio:issuedBy x:ubnd .
        d:other pio:partOfInstrument d:plan ; pio:issuedBy x:skhcn .
        d:lone pio:implements d:plan .
        """,
        "d:annex pio:issuedBy x:ubnd",
    ),
    "date-of-part": (
        """
        d:annex pio:partOfInstrument d:plan . d:plan pio:documentDate "2013-05-30"^^xsd:date .
        d:other pio:partOfInstrument d:plan ; pio:documentDate "2013-05-31"^^xsd:date .
        """,
        "d:annex pio:documentDate 2013-05-30",
    ),
    "issued-for": (
        """
        d:decision pio:issuedBy x:minister . x:minister org:postIn x:ministry .
        d:plan pio:issuedBy x:ubnd .
        """,
        "d:decision pio:issuedFor x:ministry",
    ),
    "sections": (
        "d:plan pio:hasSection x:iv . x:iv1 pio:sectionOf x:iv . x:measure pio:inSection x:iv .",
        "d:plan pio:hasSection x:iv | x:iv pio:sectionOf d:plan | x:iv pio:hasSection x:iv1 | x:iv1 pio:sectionOf x:iv",
    ),
    "refers-to": (
        "d:a pio:implements d:b ; pio:legalBasis d:c ; pio:onSubmission d:e ; pio:traces d:f ; pio:drawsOn d:g .",
        "d:a pio:refersTo d:b | d:a pio:refersTo d:c | d:a pio:refersTo d:e",
    ),
    "sets-out": (
        """
        d:annex pio:partOfInstrument d:plan ; pio:setsOut x:row12 .
        x:measure pio:setOutIn d:plan . d:other pio:implements d:plan .
        """,
        "d:annex pio:setsOut x:row12 | x:row12 pio:setOutIn d:annex | d:plan pio:setsOut x:row12"
        " | x:row12 pio:setOutIn d:plan | d:plan pio:setsOut x:measure | x:measure pio:setOutIn d:plan",
    ),
    "draws-on": (
        """
        d:decision pio:legalBasis d:directive, d:local, d:law, d:decree, d:order, d:decision .
        d:directive a pio:PartyDocument .
        d:resolution a pio:PartyDocument .
        d:local a pio:Decision ; pio:traces d:resolution .
        d:law a pio:Law ; pio:traces d:resolution .
        d:decree a pio:Decree ; pio:traces d:resolution .
        d:order a pio:Decision ; pio:traces d:local .
        d:citing pio:cites d:directive .
        """,
        "d:decision pio:drawsOn d:directive | d:decision pio:drawsOn d:local",
    ),
    "traces": (
        """
        d:plan pio:implements d:programme . d:programme pio:implements d:resolution ; pio:traces d:resolution .
        d:conclusion pio:continues d:resolution . d:decision pio:drawsOn d:directive .
        d:annex pio:partOfInstrument d:programme .
        d:citing pio:cites d:programme ; pio:legalBasis d:programme .
        d:loop pio:traces d:knot . d:knot pio:traces d:loop .
        """,
        "d:plan pio:traces d:programme | d:programme pio:traces d:resolution | d:conclusion pio:traces d:resolution"
        " | d:decision pio:traces d:directive | d:annex pio:traces d:resolution",
    ),
    "contributes-to": (
        """
        d:plan pio:traces d:resolution ; pio:setsOut x:row12, x:result ; pio:cites d:law .
        x:result a pio:ReportedResult .
        d:loose pio:setsOut x:row1 .
        """,
        "x:row12 pio:contributesTo d:resolution",
    ),
    "stated-paths": (
        """
        d:plan pio:implements d:programme . d:decision pio:legalBasis d:programme ; pio:drawsOn d:programme .
        d:annex pio:partOfInstrument d:plan .
        d:programme pio:hasPath x:up . x:up pio:pathTo d:resolution ; pio:pathStrength pathstrength:stated .
        """,
        "d:plan pio:hasPath d:plan/path/programme | d:plan/path/programme a pio:PolicyPath"
        " | d:plan/path/programme pio:pathTo d:programme"
        " | d:plan/path/programme pio:pathStrength pathstrength:stated"
        " | d:plan pio:hasPath d:plan/path/resolution | d:plan/path/resolution a pio:PolicyPath"
        " | d:plan/path/resolution pio:pathTo d:resolution"
        " | d:plan/path/resolution pio:pathStrength pathstrength:stated",
    ),
    "paths-by-legal-basis": (
        """
        d:plan pio:traces d:programme, d:directive .
        <http://localhost:8000/id/doc/plan/path/programme> pio:pathStrength pathstrength:stated .
        """,
        "d:plan pio:hasPath d:plan/path/directive | d:plan/path/directive a pio:PolicyPath"
        " | d:plan/path/directive pio:pathTo d:directive"
        " | d:plan/path/directive pio:pathStrength pathstrength:byLegalBasis",
    ),
    "present-successor": (
        """
        x:c1 org:originalOrganization x:skhdt ; org:resultingOrganization x:stc ;
            pio:effectiveDate "2025-03-01"^^xsd:date ; pio:successionKind kind:absorbed .
        x:c2 org:originalOrganization x:old ; org:resultingOrganization x:older ;
            pio:effectiveDate "2010-01-01"^^xsd:date ; pio:successionKind kind:merged .
        x:older pio:presentSuccessor x:now ; pio:asOf "2020-01-01"^^xsd:date ; pio:validTo "2019-12-31"^^xsd:date .
        x:c3 org:originalOrganization x:lost ; org:resultingOrganization x:dead ; pio:successionKind kind:absorbed .
        x:dead pio:validTo "2025-06-30"^^xsd:date .
        x:c4 org:originalOrganization x:ldtbxh ; org:resultingOrganization x:bnv ; pio:successionKind kind:absorbed .
        x:c5 org:originalOrganization x:ldtbxh ; org:resultingOrganization x:byt ; pio:successionKind kind:split .
        """,
        "x:skhdt pio:presentSuccessor x:stc | x:skhdt pio:asOf 2025-03-01"
        " | x:old pio:presentSuccessor x:now | x:old pio:asOf 2020-01-01",
    ),
    "possible-successor": (
        """
        x:c4 org:originalOrganization x:ldtbxh ; org:resultingOrganization x:bnv ; pio:successionKind kind:absorbed .
        x:c5 org:originalOrganization x:ldtbxh ; org:resultingOrganization x:byt ; pio:successionKind kind:split .
        x:c6 org:originalOrganization x:before ; org:resultingOrganization x:middle ; pio:successionKind kind:merged .
        x:middle pio:possibleSuccessor x:end ; pio:validTo "2025-02-28"^^xsd:date .
        x:c7 org:originalOrganization x:skhdt ; org:resultingOrganization x:stc ; pio:successionKind kind:absorbed .
        x:c8 org:originalOrganization x:broken ; org:resultingOrganization x:gone ; pio:successionKind kind:dispersed .
        x:gone pio:validTo "2025-02-28"^^xsd:date ; pio:presentSuccessor x:heir .
        """,
        "x:ldtbxh pio:possibleSuccessor x:bnv | x:ldtbxh pio:possibleSuccessor x:byt"
        " | x:before pio:possibleSuccessor x:end | x:broken pio:possibleSuccessor x:heir",
    ),
    "eli-for-state-documents": (
        """
        d:plan a pio:StateDocument ; pio:issuedBy x:ubnd ; pio:implements d:programme, d:decree ; pio:repeals d:old ;
            pio:documentType x:plan .
        x:ubnd a org:Organization .
        d:order a pio:StateDocument ; pio:issuedBy x:minister .
        d:programme a pio:PartyDocument ; pio:issuedBy x:tu ; pio:documentType x:programme .
        d:decree a pio:StateDocument .
        """,
        "d:plan eli:passed_by x:ubnd | d:plan eli:ensures_implementation_of d:decree | d:plan eli:repeals d:old"
        " | d:plan eli:type_document x:plan",
    ),
}


def shorten(term: object) -> str:
    if isinstance(term, Literal):
        return term.value
    for name, base in sorted(SHORT.items(), key=lambda item: -len(item[1])):
        if str(term).startswith(base):
            return "a" if str(term) == PREFIXES["rdf"] + "type" else f"{name}:{str(term).removeprefix(base)}"
    return str(term)


def test_every_rule_has_a_case() -> None:
    assert sorted(CASES) == sorted(RULES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_rule_draws_this_and_no_more(name: str, tmp_path: Path) -> None:
    turtle, expected = CASES[name]
    file = tmp_path / "facts.ttl"
    file.write_text(HEAD + turtle, encoding="utf-8")
    store = Store.memory()
    store.load_turtle(file, Iri("http://localhost:8000/graph/source/facts"))
    drawn = store.construct(RULES[name].query, Iri("http://localhost:8000/graph/inferred"))
    got = sorted(f"{shorten(s)} {shorten(p)} {shorten(o)}" for s, p, o, _ in drawn)
    assert got == sorted(expected.split(" | "))


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_stands_alone(name: str) -> None:
    """Every prefix is declared in the file and used, and the file opens with its purpose."""
    query = RULES[name].query
    assert query.startswith("# ")
    body = query.partition("CONSTRUCT")[2]
    declared = {line.split()[1].rstrip(":") for line in query.splitlines() if line.startswith("PREFIX")}
    assert all(f"{prefix}:" in body for prefix in declared)
    import pyoxigraph  # the reader of record, without the prefixes that our store adds

    pyoxigraph.Store().query(query)
