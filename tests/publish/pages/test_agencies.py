"""The page of an agency: its duties by document, the oldest document first, those without a date or document last."""

from pathlib import Path

import sample

from kgbuild.namespaces import PREFIXES, Iri
from kgbuild.publish.index import Index
from kgbuild.publish.pages.agencies import read_agency
from kgbuild.publish.paths import Places
from kgbuild.publish.templates import load_strings
from kgbuild.publish.views import Reader
from kgbuild.store import Store

GRAPH = """
<id/agent/a> a org:Organization ; skos:prefLabel "Sở Y tế"@vi .
<id/doc/young> a pio:Plan ; pio:documentDate "2015-02-01"^^xsd:date ; pio:setsOut <id/task/1> .
<id/doc/undated> a pio:Plan ; pio:setsOut <id/task/2> .
<id/doc/old> a pio:Plan ; pio:documentDate "2013-02-01"^^xsd:date ; pio:setsOut <id/task/3>, <id/task/4> .
""" + "".join(
    f"""<id/task/{number}> a pio:Task ; dcterms:title "{number}"@vi ; pio:hasAssignment <id/assignment/{number}> .
<id/assignment/{number}> pio:assignee <id/agent/a> ; pio:assignmentRole code:role\\/lead .
"""
    for number in range(1, 6)
)


def test_duties_stand_by_the_age_of_their_documents(tmp_path: Path) -> None:
    head = "".join(f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items())
    (tmp_path / "graph.ttl").write_text(f"@base <{sample.BASE}> .\n{head}{GRAPH}", encoding="utf-8")
    store = Store.memory()
    store.load_turtle(tmp_path / "graph.ttl", Iri(sample.BASE + "graph/source/x"))
    reader = Reader(Index.read(store), Places(sample.BASE, frozenset()), "vi", load_strings("vi"))
    duties = read_agency(reader, sample.BASE + "id/agent/a").duties
    assert [duty.task.iri[-1] for duty in duties] == ["3", "4", "1", "2", "5"]
