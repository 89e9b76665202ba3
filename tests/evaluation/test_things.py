"""Named things and special passages: right, false and missed on tiny graphs."""

from collections.abc import Callable

import pytest

from kgbuild.evaluation.case import Case

Judge = Callable[..., Case]
Counts = Callable[[Case, str], tuple[int, int, int]]

SCHEME = '<s> a pio:Scheme ; skos:prefLabel "Đề án phát triển du lịch cộng đồng vùng cao"@vi .'
EVENT = """<e> a pio:Event ; skos:prefLabel "Hội nghị tổng kết công tác dân số năm 2024"@vi ;
  pio:startDate "2024-12-20"^^xsd:date ."""


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ({"kind": "Scheme", "names": ["Đề án phát triển du lịch cộng đồng vùng cao"]}, (1, 0, 0)),
        ({"kind": "Scheme", "names": ["đề án phát triển du lịch cộng đồng"]}, (1, 0, 0)),
        # another class, another name; what may be found may also be left out
        ({"kind": "Programme", "names": ["Đề án phát triển du lịch cộng đồng vùng cao"]}, (0, 1, 1)),
        ({"kind": "Scheme", "names": ["Đề án bảo tồn giống cây ăn quả bản địa"]}, (0, 1, 1)),
        ({"kind": "Scheme", "names": ["Đề án phát triển du lịch cộng đồng vùng cao"], "optional": True}, (0, 0, 0)),
    ],
)
def test_named_things_by_class_and_name(judge: Judge, counts: Counts, note: dict, expected: tuple) -> None:
    assert counts(judge(SCHEME, programmes=[note]), "programmes") == expected


@pytest.mark.parametrize(("date", "expected"), [("2024-12-20", (1, 0, 0)), ("2024-12-21", (0, 1, 1)), ("", (0, 1, 0))])
def test_the_day_of_an_event(judge: Judge, counts: Counts, date: str, expected: tuple) -> None:
    note = {"kind": "Event", "names": ["Hội nghị tổng kết công tác dân số năm 2024"], "date": date}
    case = judge(EVENT, events=[note])
    assert counts(case, "events") == (1, 0, 0)
    assert counts(case, "event dates") == expected


def test_passages_by_their_words(judge: Judge, counts: Counts) -> None:
    graph = """<q> a pio:Quotation ; pio:quoteText "Phát triển nông nghiệp hữu cơ gắn với chế biến"@vi .
      <m> a pio:Milestone ; dcterms:description "tổng kết vào năm 2030"@vi .
      <r> a pio:ProcedureRule ; dcterms:description "Nộp hồ sơ chậm nhất 5 ngày trước khi hết hạn"@vi ."""
    case = judge(
        graph,
        quotations=[{"text": "Phát triển nông nghiệp hữu cơ, gắn với chế biến"}],
        milestones=[{"text": "sơ kết 5 năm"}],
    )
    assert counts(case, "quotations") == (1, 0, 0)
    assert counts(case, "milestones") == (0, 1, 1)
    assert counts(case, "rules") == (0, 1, 0)
