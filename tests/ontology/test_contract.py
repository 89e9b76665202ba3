"""The promises of the ontology and its code lists: everything named, defined, illustrated and inside its limits."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL

from kgbuild.config import resource
from kgbuild.inference import load_rules

PIO = Namespace("https://w3id.org/pio#")
CODE = Namespace("https://w3id.org/pio/code/")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
PROV = Namespace("http://www.w3.org/ns/prov#")
ORG = Namespace("http://www.w3.org/ns/org#")
SDO = Namespace("https://schema.org/")

ROOT = resource("ontology").parent
TURTLE = sorted(resource("ontology").rglob("*.ttl"))
CODELISTS = sorted(resource("ontology", "codelists").glob("*.ttl"))
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def read(*paths: Path) -> Graph:
    graph = Graph()
    for path in paths:
        graph.parse(path)
    return graph


ONTOLOGY = read(resource("ontology", "pio.ttl"))
ALIGNMENTS = read(resource("ontology", "alignments.ttl"))
CODES = read(*CODELISTS)
TERMS = sorted({s for s in ONTOLOGY.subjects() if s in PIO})
PROPERTIES = sorted({s for t in PROPERTY_TYPES for s in ONTOLOGY.subjects(RDF.type, t)})
CONCEPTS = sorted(set(CODES.subjects(RDF.type, SKOS.Concept)))
SCHEMES = sorted(set(CODES.subjects(RDF.type, SKOS.ConceptScheme)))


def languages(graph: Graph, subject: URIRef, predicate: URIRef) -> list[str | None]:
    return sorted(str(o.language) for o in graph.objects(subject, predicate) if isinstance(o, Literal))


def test_there_is_something_to_check() -> None:
    assert len(TERMS) > 180
    assert len(CONCEPTS) > 300


@pytest.mark.parametrize("term", TERMS, ids=lambda t: t.removeprefix(PIO))
def test_a_term_is_labelled_defined_and_illustrated(term: URIRef) -> None:
    assert languages(ONTOLOGY, term, RDFS.label) == ["en", "vi"]
    assert languages(ONTOLOGY, term, SKOS.definition) == ["en", "vi"]
    assert list(ONTOLOGY.objects(term, SKOS.example))
    assert ONTOLOGY.value(term, RDFS.isDefinedBy) == URIRef("https://w3id.org/pio")
    assert ONTOLOGY.value(term, RDF.type)


@pytest.mark.parametrize("term", PROPERTIES, ids=lambda t: t.removeprefix(PIO))
def test_a_property_says_between_what_it_runs(term: URIRef) -> None:
    assert len(list(ONTOLOGY.objects(term, RDFS.domain))) + bool(ONTOLOGY.value(term, SDO.domainIncludes)) == 1 or (
        not list(ONTOLOGY.objects(term, RDFS.domain)) and list(ONTOLOGY.objects(term, SDO.domainIncludes))
    )
    assert bool(ONTOLOGY.value(term, RDFS.range)) != bool(ONTOLOGY.value(term, SDO.rangeIncludes))


def test_domains_and_ranges_of_ours_are_defined() -> None:
    for predicate in (RDFS.domain, RDFS.range, SDO.domainIncludes, SDO.rangeIncludes, OWL.inverseOf):
        for subject, thing in ONTOLOGY.subject_objects(predicate):
            assert thing not in PIO or thing in TERMS, (subject, thing)


def test_supers_stay_inside_the_core() -> None:
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        for subject, above in ONTOLOGY.subject_objects(predicate):
            assert above in TERMS, f"{subject}: links to other vocabularies belong in alignments.ttl"


def test_labels_tell_terms_apart() -> None:
    for language in ("vi", "en"):
        for kinds in ((OWL.Class,), PROPERTY_TYPES):
            labels = [
                str(o)
                for t in TERMS
                for o in ONTOLOGY.objects(t, RDFS.label)
                if o.language == language and any((t, RDF.type, k) in ONTOLOGY for k in kinds)
            ]
            assert len(labels) == len(set(labels)), [x for x in labels if labels.count(x) > 1]


@pytest.mark.parametrize("path", TURTLE, ids=lambda p: p.name)
def test_a_file_opens_with_its_purpose_and_sorted_prefixes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    prefixes = re.findall(r"^@prefix (\S*):", text, re.MULTILINE)
    assert prefixes == sorted(prefixes)
    for prefix in prefixes:
        assert re.search(rf"(?<!@prefix )\b{prefix}:", text), f"{path.name}: prefix {prefix} is not used"


@pytest.mark.parametrize("path", TURTLE, ids=lambda p: p.name)
def test_nothing_foreign_is_imported_and_nothing_is_blank(path: Path) -> None:
    graph = read(path)
    assert not list(graph.triples((None, OWL.imports, None)))
    assert not [node for node in graph.all_nodes() if isinstance(node, BNode)]


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda c: c.removeprefix(CODE))
def test_a_concept_is_named_in_two_languages_and_placed(concept: URIRef) -> None:
    scheme, _, code = concept.removeprefix(CODE).partition("/")
    assert languages(CODES, concept, SKOS.prefLabel) == ["en", "vi"]
    assert languages(CODES, concept, SKOS.definition) in ([], ["en", "vi"])
    assert Literal(code) in CODES.objects(concept, SKOS.notation)
    assert list(CODES.objects(concept, SKOS.inScheme)) == [CODE[scheme]]
    top = (concept, SKOS.topConceptOf, CODE[scheme]) in CODES
    assert top == ((CODE[scheme], SKOS.hasTopConcept, concept) in CODES)
    assert top != bool(CODES.value(concept, SKOS.broader))


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda c: c.removeprefix(CODE))
def test_a_scheme_is_named_and_stands_in_a_file_of_its_name(scheme: URIRef) -> None:
    assert languages(CODES, scheme, SKOS.prefLabel) == ["en", "vi"]
    assert languages(CODES, scheme, SKOS.definition) == ["en", "vi"]
    assert CODES.value(scheme, DCTERMS.license)
    assert resource("ontology", "codelists", scheme.removeprefix(CODE) + ".ttl") in CODELISTS


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda c: c.removeprefix(CODE))
def test_a_scheme_says_which_decree_or_usage_it_follows(scheme: URIRef) -> None:
    """The lists of types, bodies and places say so for each concept."""
    assert list(CODES.objects(scheme, DCTERMS.source))
    if scheme in (CODE.doctype, CODE.agencykind, CODE.area):
        silent = [c for c in CODES.subjects(SKOS.inScheme, scheme) if not list(CODES.objects(c, DCTERMS.source))]
        assert sorted(silent) == []


def test_code_lists_named_by_properties_exist() -> None:
    assert set(ONTOLOGY.objects(None, PIO.codeList)) <= set(SCHEMES)


def test_links_inside_the_code_lists_end_at_concepts() -> None:
    for predicate in (SKOS.broader, SKOS.narrower, DCTERMS.replaces, DCTERMS.isReplacedBy):
        for subject, thing in CODES.subject_objects(predicate):
            assert thing in CONCEPTS, (subject, thing)
    for subject, thing in CODES.subject_objects(PIO.denotesClass):
        assert thing in TERMS or thing == ORG.Post, (subject, thing)


def test_only_merged_provinces_that_keep_a_name_are_new_areas() -> None:
    new = {c for c in CONCEPTS if c.endswith("-2025")}
    assert len(new) == 23
    assert {CODE["area/gia-lai-2025"], CODE["area/ho-chi-minh-2025"], CODE["area/dong-nai-2025"]} <= new
    assert not {CODE[f"area/{slug}-2025"] for slug in ("ha-noi", "hue", "cao-bang")} & new
    for concept in new:
        assert URIRef(concept.removesuffix("-2025")) in CODES.objects(concept, DCTERMS.replaces)
    provinces = [c for c in CONCEPTS if c.startswith(CODE["area/"]) and c != CODE["area/viet-nam"]]
    gone = [c for c in provinces if str(CODES.value(c, PIO.validTo) or "2025")[:4] != "2025"]
    assert gone == [CODE["area/ha-tay"]]  # in Hà Nội since 2008
    assert len([c for c in provinces if c not in gone and not CODES.value(c, PIO.validFrom)]) == 63
    assert len([c for c in provinces if not CODES.value(c, PIO.validTo)]) == 34


def test_one_official_code_means_one_area_in_its_period() -> None:
    for datatype in (PIO.ProvinceCodeUntil2025, PIO.ProvinceCodeFrom2025, PIO.Iso3166Code):
        codes = [o for o in CODES.objects(None, SKOS.notation) if o.datatype == datatype]
        assert len(codes) == len(set(codes)) >= 34
    assert CODES.value(None, SKOS.notation, Literal("52", datatype=PIO.ProvinceCodeUntil2025)) == CODE["area/binh-dinh"]
    assert (
        CODES.value(None, SKOS.notation, Literal("52", datatype=PIO.ProvinceCodeFrom2025)) == CODE["area/gia-lai-2025"]
    )


@pytest.mark.parametrize(
    ("table", "column", "scheme"),
    [("document_types", "notation", "doctype"), ("areas", "slug", "area"), ("agencies", "kind", "agencykind")],
)
def test_codes_in_the_tables_of_authorities_are_concepts(table: str, column: str, scheme: str) -> None:
    with resource("data", "authorities", f"{table}.csv").open(encoding="utf-8", newline="") as file:
        codes = {row[column] for row in csv.DictReader(file)}
    assert not {code for code in codes if CODE[f"{scheme}/{code}"] not in CONCEPTS}


def used_terms() -> Iterator[tuple[Path, str]]:
    """Every pio: term that code, rules, shapes, queries and templates speak of."""
    folders = [("ontology", "*.rq"), ("shapes", "*.ttl"), ("site", "*.rq"), ("site", "*.html"), ("src", "*.py")]
    for folder, pattern in folders:
        for path in sorted((ROOT / folder).rglob(pattern)):
            text = path.read_text(encoding="utf-8")
            for name in set(re.findall(r"\bpio:([A-Za-z]\w*)(?!\w*-)|\bPIO\.(?!base\b)([A-Za-z]\w*)", text)):
                yield path, name[0] or name[1]


def shape_names() -> set[str]:
    """The names that shapes/ gives to its own shapes."""
    return {
        str(s).removeprefix(PIO)
        for path in sorted((ROOT / "shapes").rglob("*.ttl"))
        for s, _, t in read(path).triples((None, RDF.type, None))
        if s in PIO and "shacl" in t
    }


def test_every_term_in_use_is_defined() -> None:
    known = {t.removeprefix(PIO) for t in TERMS} | shape_names()
    unknown = sorted({f"{path.relative_to(ROOT)}: pio:{name}" for path, name in used_terms() if name not in known})
    assert not unknown, "\n".join(unknown)


def test_every_code_in_use_is_a_concept() -> None:
    known = {str(c) for c in (*CONCEPTS, *SCHEMES)}
    unknown = set()
    for folder, pattern in [("ontology/rules", "*.rq"), ("shapes", "*.ttl"), ("site", "*.rq")]:
        for path in sorted((ROOT / folder).rglob(pattern)):
            text = path.read_text(encoding="utf-8")
            bases = dict(re.findall(r"PREFIX\s+(\w+):\s*<(https://w3id\.org/pio/code/[^>]*)>", text, re.IGNORECASE))
            bases.setdefault("code", str(CODE))
            names = {bases[p] + n for p, n in re.findall(r"\b(\w+):([\w/\\-]+)", text) if p in bases}
            names |= set(re.findall(r"<(https://w3id\.org/pio/code/[\w/-]+)>", text))
            unknown |= {f"{path.name}: {n}" for n in names if n.replace("\\", "").rstrip("/") not in known}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for code in re.findall(r'CODE\["([\w-]+/[\w-]+)"\]', path.read_text(encoding="utf-8")):
            unknown |= {f"{path.name}: {code}"} if str(CODE[code]) not in known else set()
    assert not sorted(unknown)


def test_the_rule_list_says_what_each_rule_derives() -> None:
    listed = {
        str(CODES.value(c, SKOS.notation)): set(CODES.objects(c, PIO.derives))
        for c in CONCEPTS
        if (c, SKOS.inScheme, CODE.rule) in CODES
    }
    derived = {}
    for rule in load_rules(resource("ontology", "rules")):
        prefixes = dict(re.findall(r"PREFIX\s+(\w+):\s*<([^>]*)>", rule.query))
        template = rule.query.partition("CONSTRUCT")[2].partition("WHERE")[0]
        pairs = re.findall(r"[?;]\S*\s+(?:(\w+):(\w+)|(a))\s", template)
        derived[rule.name] = {URIRef(prefixes[p] + n) if p else RDF.type for p, n, _ in pairs}
    for name in ("stated-paths", "paths-by-legal-basis"):  # the type of the path node goes without saying
        derived[name].discard(RDF.type)
    assert listed == derived
    shared = [p for name, preds in derived.items() if "paths" not in name for p in preds]
    assert len(shared) == len(set(shared)), "a predicate of graph/inferred must tell its rule"


def test_shortcuts_of_citations_have_the_name_of_their_code() -> None:
    for concept in CODES.subjects(SKOS.inScheme, CODE.citation):
        name = PIO[concept.removeprefix(CODE["citation/"])]
        assert (name, RDFS.subPropertyOf, PIO.refersTo) in ONTOLOGY


# The ground rules of the ontology, each with its number in the design.


def test_rule_2_elis_deprecated_implements_is_not_linked() -> None:
    assert (None, None, ELI.implements) not in ALIGNMENTS
    assert (PIO.implements, SKOS.closeMatch, ELI.ensures_implementation_of) in ALIGNMENTS


def test_rule_3_party_documents_never_become_legal_resources() -> None:
    assert (PIO.PolicyDocument, RDFS.subClassOf, ELI.Work) in ALIGNMENTS
    assert list(ALIGNMENTS.subjects(RDFS.subClassOf, ELI.LegalResource)) == [PIO.StateDocument]
    allowed = "based_on amends changes corrects has_annex is_annex_of refers_to number date_document work_type is_about"
    linked = {o for o in ALIGNMENTS.objects(None, RDFS.subPropertyOf) if o in ELI}
    assert linked <= {ELI[name] for name in allowed.split()}
    assert ELI.based_on in linked


def test_rule_4_a_task_is_a_plan_and_evidence_is_no_derivation() -> None:
    assert (PIO.Task, RDFS.subClassOf, PROV.Plan) in ALIGNMENTS
    assert not {PIO.Task, PIO.Measure, PIO.StandingDuty} & set(ALIGNMENTS.subjects(RDFS.subClassOf, PROV.Activity))
    assert (None, None, PROV.wasDerivedFrom) not in ALIGNMENTS
    assert (None, None, PROV.wasGeneratedBy) not in ALIGNMENTS


def test_rule_6_a_group_is_no_organisation() -> None:
    assert (PIO.CollectiveAgent, OWL.disjointWith, ORG.Organization) in ONTOLOGY
    assert not list(ALIGNMENTS.triples((PIO.CollectiveAgent, RDFS.subClassOf, ORG.Organization)))


def test_rule_8_implements_is_asymmetric_and_traces_its_transitive_parent() -> None:
    assert (PIO.implements, RDF.type, OWL.AsymmetricProperty) in ONTOLOGY
    assert (PIO.implements, RDF.type, OWL.TransitiveProperty) not in ONTOLOGY
    assert (PIO.traces, RDF.type, OWL.TransitiveProperty) in ONTOLOGY
    assert {PIO.traces, PIO.refersTo} == set(ONTOLOGY.objects(PIO.implements, RDFS.subPropertyOf))


def test_alignments_speak_of_our_terms_only() -> None:
    header = URIRef("https://w3id.org/pio/alignments")
    assert {s for s in ALIGNMENTS.subjects() if s != header} <= set(TERMS)
