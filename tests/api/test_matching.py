"""Names from elsewhere: the right thing first, sure only when nothing else fits as well."""

import pytest

from kgbuild.api.matching import Candidate, Names
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import ORG, PIO, RDF, SKOS, Iri
from kgbuild.store import Store

G = Iri("http://x/g")
AGENCIES = {
    "hn/skhcn": ("Sở Khoa học và Công nghệ thành phố Hà Nội", "Sở Khoa học và Công nghệ"),
    "gl/skhcn": ("Sở Khoa học và Công nghệ tỉnh Gia Lai", "Sở Khoa học và Công nghệ"),
    "hn/skhdt": ("Sở Kế hoạch và Đầu tư thành phố Hà Nội", "Sở Kế hoạch và Đầu tư"),
    "hn/snv": ("Sở Nội vụ thành phố Hà Nội", "Sở Nội vụ"),
    "hn/sngv": ("Sở Ngoại vụ thành phố Hà Nội", "Sở Ngoại vụ"),
    "hn/ubnd": ("Ủy ban nhân dân thành phố Hà Nội", "Ủy ban nhân dân"),
    "tw/bkhcn": ("Bộ Khoa học và Công nghệ", ""),
    "tw/bo": ("Bộ Y tế", ""),
    "tw/bo2": ("Bò Y tế", ""),
}
DOCUMENTS = {
    "tw/nq20": ("Về phát triển khoa học và công nghệ", "20-NQ/TW", "Nghị quyết"),
    "hn/kh90": ("Kế hoạch số 90/KH-UBND ngày 30/05/2013", "90/KH-UBND", "Kế hoạch"),
    "gl/kh90": ("Kế hoạch số 90/KH-UBND ngày 01/01/2020", "90/KH-UBND", "Kế hoạch"),
    "hn/ct7": ("Chương trình hành động số 07-CTr/TU", "07-CTr/TU", "Chương trình"),
}


@pytest.fixture(scope="module")
def names() -> Names:
    store = Store.memory()
    found: list[tuple[str, Iri, Iri | Literal]] = []
    for path, (label, short) in AGENCIES.items():
        found += [(path, RDF.type, ORG.Organization), (path, SKOS.prefLabel, Literal(label, None, "vi"))]
        found += [(path, SKOS.altLabel, Literal(short, None, "vi"))] if short else []
    for path, (label, symbol, kind) in DOCUMENTS.items():
        found += [(path, RDF.type, PIO.PolicyDocument), (path, SKOS.prefLabel, Literal(label, None, "vi"))]
        found += [(path, PIO.symbol, Literal(symbol)), (path, PIO.documentType, Iri(f"http://x/{kind[0]}"))]
        found += [(f"../{kind[0]}", SKOS.prefLabel, Literal(kind, None, "vi"))]
    store.add(Statement(Iri(f"http://x/id/{s}".replace("id/../", "")), p, o, G) for s, p, o in found)
    return Names(store)


def path(candidate: Candidate) -> str:
    return candidate.iri.removeprefix("http://x/id/")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Sở Nội vụ Hà Nội", "hn/snv"),
        ("so noi vu ha noi", "hn/snv"),
        ("SỞ NỘI VỤ THÀNH PHỐ HÀ NỘI", "hn/snv"),
        ("So\u031b\u0309 No\u0323\u0302i vu\u0323", "hn/snv"),
        ("Sở KH&CN Hà Nội", "hn/skhcn"),
        ("SKHCN Hà Nội", "hn/skhcn"),
        ("Sở KHCN tỉnh Gia Lai", "gl/skhcn"),
        ("Sở KH&ĐT", "hn/skhdt"),
        ("UBND TP Hà Nội", "hn/ubnd"),
        ("Uỷ ban nhân dân thành phố Hà Nội", "hn/ubnd"),
        ("Bộ KHCN", "tw/bkhcn"),
        ("Bộ Y tế", "tw/bo"),
        ("20-NQ/TW", "tw/nq20"),
        ("20 nq tw", "tw/nq20"),
        ("Nghị quyết số 20-NQ/TW", "tw/nq20"),
        ("nghị quyết 20-NQ-TW", "tw/nq20"),
        ("7-CTr/TU", "hn/ct7"),
        ("Kế hoạch số 90/KH-UBND ngày 30/5/2013", "hn/kh90"),
    ],
)
def test_the_right_thing_is_sure(names: Names, query: str, first: str) -> None:
    found = names.find(query)
    assert (path(found[0]), found[0].match) == (first, True)
    assert not any(candidate.match for candidate in found[1:])


@pytest.mark.parametrize(
    ("query", "either"),
    [
        ("Sở Khoa học và Công nghệ", {"hn/skhcn", "gl/skhcn"}),
        ("90/KH-UBND", {"hn/kh90", "gl/kh90"}),
        ("bo y te", {"tw/bo", "tw/bo2"}),
        ("Sở Hà Nội", None),
        ("Sở Nội vụ tỉnh Lâm Đồng", None),
        ("Hà Nội", None),
        ("21-NQ/TW", None),
    ],
)
def test_what_may_be_several_or_none_is_never_sure(names: Names, query: str, either: set[str] | None) -> None:
    found = names.find(query)
    assert not any(candidate.match for candidate in found)
    if either:
        assert {path(candidate) for candidate in found[: len(either)]} == either


@pytest.mark.parametrize("query", ["", " ", "xyz", "!!!", "\x00"])
def test_nothing_is_found_for_nothing(names: Names, query: str) -> None:
    assert names.find(query) == []


def test_kinds_and_limit_narrow(names: Names) -> None:
    for kind in (PIO.PolicyDocument, "PolicyDocument"):
        assert {candidate.kind for candidate in names.find("khoa học công nghệ", [kind])} == {PIO.PolicyDocument}
    assert names.find("Hà Nội", ["Person"]) == []
    assert len(names.find("Hà Nội", limit=2)) == 2
