"""Every statement of the reference build runs between what the ontology says its property runs between."""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Namespace, URIRef

from kgbuild.config import Settings, resource
from kgbuild.language import search_key
from kgbuild.model import Literal, Statement
from kgbuild.store import Store, read_quads

PIO = Namespace("https://w3id.org/pio#")
SDO = Namespace("https://schema.org/")
CODE = Namespace("https://w3id.org/pio/code/")
BASE = Settings().base_iri
OWL_VERSION = "http://www.w3.org/2002/07/owl#versionIRI"  # the name of the version, which is this same file
ONTOLOGY = Graph().parse(resource("ontology", "pio.ttl"))


def ends(name: str) -> dict[str, set[str]]:
    """What each property runs from ("domain") or to ("range"); any of several will do."""
    found: dict[str, set[str]] = defaultdict(set)
    for predicate in (RDFS[name], SDO[f"{name}Includes"]):
        for term, kind in ONTOLOGY.subject_objects(predicate):
            found[str(term)].add(str(kind))
    return found


@pytest.fixture(scope="module")
def statements(seeds: Path) -> list[Statement]:
    """The build of the five sources."""
    store = Store.memory()
    store.load(read_quads(seeds / "dumps" / "kgbuild.nq.gz"))
    return list(store.quads())


@pytest.fixture(scope="module")
def types(statements: list[Statement]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, thing, _ in statements:
        if predicate == str(RDF.type):
            found[subject].add(str(thing))
    return found


def test_properties_of_ours_run_as_defined(statements: list[Statement], types: dict[str, set[str]]) -> None:
    domains, ranges = ends("domain"), ends("range")
    wrong = set()
    for subject, predicate, thing, graph in statements:
        if URIRef(predicate) not in PIO or graph.endswith("graph/ontology"):
            continue
        if not domains[predicate] & (types[subject] | {str(RDFS.Resource)}):
            wrong.add(f"{predicate} from {sorted(types[subject])}, as {subject}")
        if isinstance(thing, Literal):
            kind = thing.datatype or (
                str(RDF.langString) if thing.language else "http://www.w3.org/2001/XMLSchema#string"
            )
            kinds = {kind, str(RDFS.Literal)}
        else:
            kinds = types[thing] | ({str(RDF.Property)} if predicate == PIO.proves else set())
        if predicate == PIO.candidateDocument and not kinds:
            continue  # a document that the authority knows and no source cites has no description of its own
        if not ranges[predicate] & kinds:
            wrong.add(f"{predicate} to {sorted(kinds)}, as {thing}")
    assert not wrong, "\n".join(sorted(wrong))


def test_codes_come_from_the_list_of_their_property(statements: list[Statement], types: dict[str, set[str]]) -> None:
    lists = {str(p): str(o) + "/" for p, o in ONTOLOGY.subject_objects(PIO.codeList)}
    wrong = {
        f"{predicate} {thing}"
        for _, predicate, thing, _ in statements
        if predicate in lists and not (str(thing).startswith(lists[predicate]) and thing in types)
    }
    assert not wrong


def test_every_code_in_the_data_is_a_concept(statements: list[Statement], types: dict[str, set[str]]) -> None:
    codes = {
        str(thing) for _, _, thing, _ in statements if isinstance(thing, str) and URIRef(thing) in CODE and "/" in thing
    }
    assert not sorted(code for code in codes if code not in types)


def test_classes_of_ours_in_the_data_are_defined(statements: list[Statement]) -> None:
    used = {
        str(o)
        for _, p, o, g in statements
        if p == str(RDF.type) and URIRef(str(o)) in PIO and not g.endswith("ontology")
    }
    assert not sorted(c for c in used if (URIRef(c), RDFS.isDefinedBy, None) not in ONTOLOGY)


def test_inferred_statements_stand_in_their_own_graph_only(statements: list[Statement]) -> None:
    graphs: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for s, p, o, g in statements:
        graphs[(s, p, str(o))].add(g.rsplit("graph/", 1)[1])
    assert not [t for t, found in graphs.items() if "inferred" in found and len(found) > 1]


def stated_by_code() -> set[str]:
    """The terms that the reading stages and the rules can state, whether or not the five sources give cause."""
    folders = [("src/kgbuild", "*.py", r"\bPIO\.(\w+)"), ("ontology/rules", "*.rq", r"\bpio:(\w+)")]
    root = resource("ontology").parent
    names = {
        name
        for folder, pattern, term in folders
        for path in (root / folder).rglob(pattern)
        if "publish" not in path.parts
        for name in re.findall(term, path.read_text(encoding="utf-8"))
    }
    # The tables of authorities give documents and bodies their class and tell how one body hangs on another.
    columns = {"document_types": "rdf_class", "agencies": "type"}
    for table in ("document_types", "agencies"):
        for row in csv.DictReader(resource("data", "authorities", f"{table}.csv").open(encoding="utf-8", newline="")):
            names |= {row[columns[table]], row.get("parent_relation", "")}
    return names


def test_every_term_is_used_or_reserved(statements: list[Statement]) -> None:
    """A term that neither the build nor the code uses says for what it is reserved, and no other term does."""
    iris: set[str] = {p for _, p, _, _ in statements}
    iris |= {t for s, _, o, g in statements for t in (s, o) if isinstance(t, str) and not g.endswith("graph/ontology")}
    iris |= {o.datatype for _, _, o, _ in statements if isinstance(o, Literal) and o.datatype}
    iris |= {str(p) for path in resource("shapes").glob("*.ttl") for p in Graph().parse(path).predicates()}
    used = {iri.removeprefix(PIO) for iri in iris if iri.startswith(PIO)} | stated_by_code()
    terms = {str(s).removeprefix(PIO) for s in ONTOLOGY.subjects(RDFS.isDefinedBy) if s in PIO}
    reserved = {str(s).removeprefix(PIO) for s in ONTOLOGY.subjects(PIO.reservedFor)}
    assert " ".join(sorted(terms - used - reserved - {"reservedFor"})) == "", "used by nothing: say what for"
    assert " ".join(sorted(reserved & used)) == "", "no longer reserved: take the mark off"
    for term in reserved:
        assert {text.language for text in ONTOLOGY.objects(PIO[term], PIO.reservedFor)} == {"vi", "en"}


def test_every_iri_of_ours_is_described(statements: list[Statement]) -> None:
    """Who follows a name from the data finds what it is: things, graphs, terms, codes and shapes."""
    ours = (BASE, "https://w3id.org/pio")
    named = {
        thing
        for _, predicate, thing, _ in statements
        if not isinstance(thing, Literal) and thing.startswith(ours) and predicate != OWL_VERSION
    }
    described = {subject for subject, _, _, _ in statements}
    assert not sorted(named - described)
    typed = {subject for subject, predicate, _, _ in statements if predicate == str(RDF.type)}
    assert not sorted(described - typed)


def test_whatever_bears_a_label_is_found_without_marks(statements: list[Statement]) -> None:
    """`FILTER CONTAINS(?key, "so noi vu")` works in any engine: what is named has a key, and the key is its name."""
    named = {
        s.subject: s.object for s in statements if s.predicate == str(SKOS.prefLabel) and s.object.language == "vi"
    }
    keys = {s.subject: str(s.object.value) for s in statements if s.predicate == str(PIO.searchKey)}
    ours = {subject for subject in named if subject.startswith(f"{BASE}id/")}
    assert len(ours) > 500
    assert ours - keys.keys() == set()
    assert {subject for subject in ours if keys[subject] != search_key(named[subject].value)} == set()
