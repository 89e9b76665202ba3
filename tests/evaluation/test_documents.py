"""Documents, citations, sections, recipients and people: right, false and missed on tiny graphs."""

from collections.abc import Callable

import pytest

from kgbuild.evaluation.case import Case

Judge = Callable[..., Case]
Counts = Callable[[Case, str], tuple[int, int, int]]

PLAN = """
<text> a pio:SourceText .
<plan> a pio:Plan ; pio:capturedIn <text> ; pio:symbol "90/KH-UBND" ; dcterms:title "Thực hiện Chương trình"@vi .
"""
FACTS = """
<plan> pio:documentDate "2013-05-30"^^xsd:date ; pio:issuedBy <ubnd> ; pio:hasSignature <sig> .
<sig> pio:signer <person> . <person> skos:prefLabel "Nguyễn Thị Bích Ngọc" .
<ubnd> skos:prefLabel "Ủy ban nhân dân thành phố Hà Nội"@vi .
"""
NOTE = {
    "key": "90/KH-UBND",
    "type": "Kế hoạch",
    "symbol": "90/KH-UBND",
    "title": "THỰC HIỆN CHƯƠNG TRÌNH",
}
ALL = {**NOTE, "date": "2013-05-30", "issuer": "UBND", "signer": "Nguyễn Thị Bích Ngọc"}
AGENTS = {"UBND": {"names": ["Ủy ban nhân dân thành phố Hà Nội"], "identity": "UBND HN"}}


def test_a_document_with_all_its_fields(judge: Judge, counts: Counts) -> None:
    case = judge(PLAN + FACTS, documents=[ALL], agents=AGENTS)
    assert counts(case, "documents") == (1, 0, 0)
    assert counts(case, "document fields") == (5, 0, 0)
    assert case.agents == {("UBND HN", "http://localhost:8000/ubnd")}


def test_what_the_source_does_not_state_is_false(judge: Judge, counts: Counts) -> None:
    assert counts(judge(PLAN + FACTS, documents=[NOTE]), "document fields") == (2, 3, 0)


def test_what_is_not_read_is_missed(judge: Judge, counts: Counts) -> None:
    assert counts(judge(PLAN, documents=[ALL], agents=AGENTS), "document fields") == (2, 0, 3)


def test_an_inherited_date_and_issuer_may_be_left_out_but_not_be_wrong(judge: Judge, counts: Counts) -> None:
    note = {**ALL, "inherited": True, "signer": ""}
    assert counts(judge(PLAN, documents=[note], agents=AGENTS), "document fields") == (2, 0, 0)
    wrong = PLAN + '<plan> pio:documentDate "2013-05-31"^^xsd:date .'
    assert counts(judge(wrong, documents=[note], agents=AGENTS), "document fields") == (2, 1, 1)


def test_another_document_is_false_and_this_one_missed(judge: Judge, counts: Counts) -> None:
    other = {**NOTE, "symbol": "91/KH-UBND", "title": "Phát triển đô thị thông minh"}
    assert counts(judge(PLAN, documents=[other]), "documents") == (0, 1, 1)


CITES = (
    PLAN
    + """
<plan> pio:hasCitation <c> .
<c> a pio:Citation ; pio:citedDocument <nq> ; pio:citationKind <https://w3id.org/pio/code/citation/implements> ;
  pio:nameAsWritten "Nghị quyết Hội nghị Trung ương 6 khóa XI"@vi .
"""
)
SYMBOL = '<nq> pio:symbol "20-NQ/TW" ; pio:documentDate "2012-11-01"^^xsd:date .'
CITATION = {"citing": "90/KH-UBND", "kinds": ["implements"], "words": ["Nghị quyết Trung ương 6 khóa XI"]}


@pytest.mark.parametrize(
    ("turtle", "note", "expected"),
    [
        (CITES + SYMBOL, {"symbol": "20-NQ/TW"}, (1, 0, 0)),
        (CITES, {"symbol": "20-NQ/TW"}, (0, 1, 1)),
        (CITES + SYMBOL, {"symbol": "20-NQ/TU"}, (0, 1, 1)),
        (CITES, {}, (1, 0, 0)),
        (CITES + SYMBOL, {}, (0, 1, 1)),
        (CITES + SYMBOL, {"known_as": ["20-NQ/TW"]}, (1, 0, 0)),
        (CITES + SYMBOL, {"known_as": ["20-NQ/TW"], "kinds": ["cites"]}, (0, 1, 1)),
        (CITES + SYMBOL, {"known_as": ["20-NQ/TW"], "kinds": ["cites", "implements"]}, (1, 0, 0)),
        (CITES + SYMBOL, {"symbol": "20-NQ/TW", "citing": "22-CTr/TU"}, (0, 1, 1)),
        (CITES + SYMBOL, {"symbol": "20-NQ/TW", "optional": True}, (0, 0, 0)),
        (PLAN, {"symbol": "20-NQ/TW", "optional": True}, (0, 0, 0)),
    ],
)
def test_a_citation(judge: Judge, counts: Counts, turtle: str, note: dict, expected: tuple[int, int, int]) -> None:
    case = judge(turtle, documents=[NOTE], citations=[CITATION | note])
    assert counts(case, "citations") == expected


def test_the_date_of_what_is_cited(judge: Judge, counts: Counts) -> None:
    note = {**CITATION, "symbol": "20-NQ/TW", "identity": "CPV:20-NQ/TW", "date": "2012-11-01"}
    case = judge(CITES + SYMBOL, documents=[NOTE], citations=[note])
    assert counts(case, "citation dates") == (1, 0, 0)
    assert case.documents == {("CPV:20-NQ/TW", "http://localhost:8000/nq")}
    case = judge(CITES + SYMBOL, documents=[NOTE], citations=[{**note, "date": "2012-11-02"}])
    assert counts(case, "citation dates") == (0, 1, 1)


def test_one_citation_reported_by_two_documents_is_one(judge: Judge, counts: Counts) -> None:
    again = """<plan> pio:hasCitation <d> . <d> a pio:Citation ; pio:citedDocument <nq> ;
      pio:citationKind <https://w3id.org/pio/code/citation/implements> ; pio:nameAsWritten "Nghị quyết 20"@vi ."""
    case = judge(CITES + SYMBOL + again, documents=[NOTE], citations=[{**CITATION, "symbol": "20-NQ/TW"}])
    assert counts(case, "citations") == (1, 0, 0)


SECTIONS = (
    PLAN
    + """
<s> a pio:Section ; pio:sectionOf <plan> ; pio:sectionNumber "II.1" ; pio:heading "Mục tiêu chung"@vi .
"""
)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ({"number": "II.1", "heading": "Mục tiêu chung"}, (1, 0, 0)),
        ({"number": "II.1"}, (1, 0, 0)),
        ({"number": "II.2", "heading": "Mục tiêu chung"}, (0, 1, 1)),
        ({"number": "II.1", "heading": "Tổ chức thực hiện"}, (0, 1, 1)),
        ({"number": "II.1", "heading": "Mục tiêu chung", "document": "annex"}, (0, 1, 1)),
    ],
)
def test_a_section(judge: Judge, counts: Counts, note: dict, expected: tuple[int, int, int]) -> None:
    case = judge(SECTIONS, documents=[NOTE], sections=[{"document": "90/KH-UBND"} | note])
    assert counts(case, "sections") == expected


def test_recipients_are_compared_line_by_line(judge: Judge, counts: Counts) -> None:
    turtle = """<r1> a pio:Distribution ; pio:nameAsWritten "Thường trực Thành ủy"@vi .
    <r2> a pio:Distribution ; pio:nameAsWritten "CVP"@vi ."""
    case = judge(turtle, recipients=["Thường trực Thành uỷ", "Ban Tổ chức Thành ủy"])
    assert counts(case, "recipients") == (1, 1, 1)


def test_namesakes_are_two_people(judge: Judge, counts: Counts) -> None:
    one = '<p1> a foaf:Person ; skos:prefLabel "Nguyễn Hồng Sơn" .'
    two = one + '<p2> a foaf:Person ; skos:prefLabel "Nguyễn Hồng Sơn" .'
    people = [{"name": "Nguyễn Hồng Sơn", "posts": ["Giám đốc"]}, {"name": "Nguyễn Hồng Sơn", "posts": ["Viện trưởng"]}]
    assert counts(judge(two, people=people), "people") == (2, 0, 0)
    assert counts(judge(one, people=people), "people") == (1, 0, 1)
    assert counts(judge(two, people=people[:1]), "people") == (1, 1, 0)
    assert counts(judge(one, people=[{"name": "Nguyễn Hồng Sơn", "optional": True}]), "people") == (0, 0, 0)


def test_evidence_must_quote_the_text_at_its_place(judge: Judge, counts: Counts) -> None:
    turtle = """
    <e1> a pio:Evidence ; oa:hasSelector <p1>, <q1> . <p1> oa:start 3 ; oa:end 6 . <q1> oa:exact "Nội" .
    <e2> a pio:Evidence ; oa:hasSelector <p2>, <q2> . <p2> oa:start 0 ; oa:end 2 . <q2> oa:exact "sở" .
    <e3> a pio:Evidence ; oa:hasSelector <q3> . <q3> oa:exact "Sở" ."""
    assert counts(judge(turtle, "Sở Nội vụ"), "evidence") == (1, 2, 0)
