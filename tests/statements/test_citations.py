"""Citations as RDF: one node for each pair and relation, the plain triple beside it, what the text says on the node."""

from dataclasses import replace

import pytest

from kgbuild.model import Span
from kgbuild.model.entities import DocumentRef
from kgbuild.model.linked import LinkedCitation
from kgbuild.model.mentions import CitationMention
from kgbuild.namespaces import PIO
from kgbuild.statements.citations import merge_citations

OUTER = DocumentRef("id/doc/hue/tu/ke-hoach/2019/1", "ke-hoach")
INNER = DocumentRef("id/doc/tw/tw/ket-luan/2019/50", "ket-luan")


def citation(kind: str, citing: DocumentRef | None = None, at: int = 0) -> LinkedCitation:
    return LinkedCitation(CitationMention(Span(at, at + 1), kind), citing, INNER, kind)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["cites"], {"cites": 1}),
        (["cites", "cites"], {"cites": 2}),
        # a plain mention joins a stronger relation
        (["implements", "cites", "cites"], {"implements": 3}),
        (["legalBasis", "cites"], {"legalBasis": 2}),
        # what the title says takes the place of the recital
        (["legalBasis", "implements"], {"implements": 2}),
        (["legalBasis", "implements", "cites"], {"implements": 3}),
        # two strong relations stay two
        (["amends", "legalBasis"], {"amends": 1, "legalBasis": 1}),
    ],
)
def test_relations_of_one_pair(kinds: list[str], expected: dict[str, int]) -> None:
    merged = merge_citations(citation(kind, at=at) for at, kind in enumerate(kinds))
    assert {kind: len(members) for (_, _, kind), members in merged.items()} == expected


def test_another_citing_document_is_another_pair() -> None:
    merged = merge_citations([citation("implements"), citation("implements", OUTER)])
    assert set(merged) == {("", INNER.path, "implements"), (OUTER.path, INNER.path, "implements")}


def test_the_order_of_mentions_changes_nothing() -> None:
    members = [citation(kind, at=at) for at, kind in enumerate(["cites", "legalBasis", "implements", "cites"])]
    assert set(merge_citations(members)) == set(merge_citations(reversed(members)))
    assert merge_citations([]) == {}
    assert replace(members[0], kind="cites") == members[0]


PLAN = """ỦY BAN NHÂN DÂN
TỈNH GIA LAI

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND

Gia Lai, ngày 05 tháng 10 năm 2019

KẾ HOẠCH

Phát triển khoa học và công nghệ

Thực hiện Kế hoạch số 258-KH/TU ngày 27/9/2019 của Tỉnh ủy về thực hiện Kết luận số 50-KL/TW, ngày 30/5/2019 của Ban \
Bí thư về tiếp tục thực hiện Nghị quyết số 20-NQ/TW ngày 01/11/2012 của Ban Chấp hành Trung ương;

I. MỤC TIÊU

Thực hiện Kế hoạch số 258-KH/TU và từ Điều 3 đến Điều 5 của Quyết định số 7/QĐ-UBND ngày 04/01/2019.
"""
OWN = "id/doc/gia-lai/ubnd/ke-hoach/2019/12"
KH258 = "id/doc/gia-lai/tu/ke-hoach/2019/258"
KL50 = "id/doc/tw/tw/ket-luan/2019/50"
NQ20 = "id/doc/tw/tw/nghi-quyet/2012/20"


def test_nodes_and_plain_triples(state) -> None:
    facts = state(PLAN)
    assert facts.of(OWN, PIO.implements) == [KH258]
    assert facts.of(KH258, PIO.implements) == [KL50]
    assert facts.of(KL50, PIO.continues) == [NQ20]
    assert facts.of(OWN, PIO.continues) == []
    node = f"{OWN}/citation/implements/gia-lai.tu.ke-hoach.2019.258"
    assert facts.of(OWN, PIO.hasCitation)[1:] == [node]
    assert facts.of(node, PIO.citedDocument) == [KH258]
    assert facts.of(node, PIO.citationKind) == ["citation/implements"]
    nested = f"{OWN}/citation/implements/gia-lai.tu.ke-hoach.2019.258/tw.tw.ket-luan.2019.50"
    assert facts.of(KH258, PIO.hasCitation) == [nested]


def test_all_wordings_stand_on_one_node(state) -> None:
    facts = state(PLAN)
    node = f"{OWN}/citation/implements/gia-lai.tu.ke-hoach.2019.258"
    assert facts.of(node, PIO.nameAsWritten) == [
        "Kế hoạch số 258-KH/TU",
        "Kế hoạch số 258-KH/TU ngày 27/9/2019 của Tỉnh ủy",
    ]
    assert facts.of(node, PIO.citedDate) == ["2019-09-27"]
    assert len(facts.of(node, PIO.evidence)) == 2


def test_what_the_text_says_stays_on_the_citation(state) -> None:
    facts = state(PLAN)
    assert facts.of(KH258, PIO.documentDate) == []
    assert facts.of(NQ20, PIO.documentDate) == []


def test_the_cited_part(state) -> None:
    facts = state(PLAN)
    (node,) = [n for n in facts.a(PIO.Citation) if n.endswith("quyet-dinh.2019.7")]
    assert facts.of(node, PIO.citedPart) == ["từ Điều 3 đến Điều 5"]


def test_one_citation_for_each_pair_and_relation_in_the_samples(samples) -> None:
    for sample in samples.values():
        seen = set()
        for document in sample.reading.captured:
            prefix = f"{document}/citation/"
            for node in sample.facts.a(PIO.Citation):
                if node.startswith(prefix):
                    (cited,), (kind,) = (
                        sample.facts.of(node, PIO.citedDocument),
                        sample.facts.of(node, PIO.citationKind),
                    )
                    (citing,) = [
                        s.subject
                        for s in sample.facts.statements
                        if s.predicate == PIO.hasCitation and s.object.endswith(node)
                    ]
                    assert (document, citing, cited, kind) not in seen
                    seen.add((document, citing, cited, kind))
                    assert cited in sample.facts.of(
                        citing.removeprefix("http://localhost:8000/"), PIO[kind.rsplit("/", 1)[-1]]
                    )


def test_reports_only_cite(samples) -> None:
    for sample in samples.values():
        for document in sample.reading.captured:
            if document.startswith("id/news/"):
                kinds = {
                    k for n in sample.facts.of(document, PIO.hasCitation) for k in sample.facts.of(n, PIO.citationKind)
                }
                assert kinds <= {"citation/cites"}


def test_nothing_names_what_was_issued_after_it(state) -> None:
    """A number in brackets behind an older document is the short name of the decision that the sentence opens with."""
    closed = "ngày 01/11/2012 của Ban Chấp hành Trung ương"
    facts = state(PLAN.replace(closed + ";", closed + " (Kế hoạch số 258-KH/TU);"))
    assert facts.of(NQ20, PIO.hasCitation) == []
    assert facts.of(NQ20, PIO.cites) == []
    assert facts.of(OWN, PIO.implements) == [KH258]
    assert facts.of(KL50, PIO.continues) == [NQ20]


CONCLUSION = """\
TỈNH ỦY GIA LAI

ĐẢNG CỘNG SẢN VIỆT NAM

Số: 15-KL/TU

Gia Lai, ngày 05 tháng 10 năm 2019

KẾT LUẬN

Về tiếp tục thực hiện {cited}

1. Các cấp ủy quán triệt nội dung của Kết luận này.
"""


@pytest.mark.parametrize(
    ("cited", "kind"),
    [
        ("Nghị quyết số 07-NQ/TU ngày 02/5/2016 của Tỉnh ủy về phát triển rừng", "continues"),
        # the resolution of a higher committee it implements
        ("Nghị quyết số 20-NQ/TW ngày 01/11/2012 của Ban Chấp hành Trung ương", "implements"),
        ("Kế hoạch số 258-KH/TU ngày 27/9/2019 của Tỉnh ủy", "implements"),
    ],
)
def test_a_committee_continues_a_resolution_of_its_own(state, cited: str, kind: str) -> None:
    facts = state(CONCLUSION.format(cited=cited))
    own = "id/doc/gia-lai/tu/ket-luan/2019/15"
    assert len(facts.of(own, PIO[kind])) == 1
    assert facts.of(own, PIO["implements" if kind == "continues" else "continues"]) == []
