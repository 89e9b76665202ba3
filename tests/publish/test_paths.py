"""Where every node is shown: its own page, or its place on the page of what holds it."""

import pytest

from kgbuild.publish.paths import in_language, page_of, url

BASE = "https://w3id.org/vnpolicy/"
PAGES = {
    "page/doc/ha-noi/ubnd/ke-hoach/2013/90.html",
    "page/doc/ha-noi/ubnd/ke-hoach/2013/90/task/12.html",
    "page/agent/ha-noi/so-noi-vu.html",
    "page/person/ha-noi/ubnd/nguyen-thi-bich-ngoc.html",
    "page/text/ab12.html",
}
PLAN = "page/doc/ha-noi/ubnd/ke-hoach/2013/90"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("doc/ha-noi/ubnd/ke-hoach/2013/90", (PLAN + ".html", "")),
        ("doc/ha-noi/ubnd/ke-hoach/2013/90/s/III.1.a", (PLAN + ".html", "s.III.1.a")),
        ("doc/ha-noi/ubnd/ke-hoach/2013/90/measure/II.a-1a2b3c4d", (PLAN + ".html", "measure.II.a-1a2b3c4d")),
        ("doc/ha-noi/ubnd/ke-hoach/2013/90/signature", (PLAN + ".html", "signature")),
        ("doc/ha-noi/ubnd/ke-hoach/2013/90/task/12", (PLAN + "/task/12.html", "")),
        (
            "doc/ha-noi/ubnd/ke-hoach/2013/90/task/12/lead/ha-noi.so-noi-vu",
            (PLAN + "/task/12.html", "lead.ha-noi.so-noi-vu"),
        ),
        ("doc/ha-noi/ubnd/ke-hoach/2013/90/task/12/schedule", (PLAN + "/task/12.html", "schedule")),
        ("text/ab12/10-20", ("page/text/ab12.html", "c10-20")),
        ("post/ha-noi/so-noi-vu/giam-doc", ("page/agent/ha-noi/so-noi-vu.html", "post.giam-doc")),
        ("finding/0a1b", ("quality.html", "0a1b")),
        ("issue/1", ("quality.html", "issue.1")),
        ("catalog/publisher", ("dataset.html", "")),
        ("doc/ha-noi/ubnd/ke-hoach/2013/91", None),
        ("doc/../../etc/passwd", None),
        ("", None),
    ],
)
def test_page_of(path: str, expected: tuple[str, str] | None) -> None:
    assert page_of(f"{BASE}id/{path}", BASE, PAGES.__contains__) == expected


def test_a_membership_is_read_on_the_page_of_its_person() -> None:
    page = "page/person/ha-noi/ubnd/nguyen-thi-bich-ngoc.html"
    iri = BASE + "id/membership/ha-noi.ubnd.nguyen-thi-bich-ngoc/ha-noi.ubnd.pho-chu-tich"
    assert page_of(iri, BASE, PAGES.__contains__) == (page, "membership.ha-noi.ubnd.pho-chu-tich")
    district = "page/person/ha-noi.quan-cau-giay/ubnd/tran-b.html"
    iri = BASE + "id/membership/ha-noi.quan-cau-giay.ubnd.tran-b/ha-noi.quan-cau-giay.ubnd.chu-tich"
    assert page_of(iri, BASE, {district}.__contains__) == (district, "membership.ha-noi.quan-cau-giay.ubnd.chu-tich")


def test_foreign_iris_have_no_page() -> None:
    assert page_of("https://example.org/id/text/ab12", BASE, PAGES.__contains__) is None


def test_english_files_carry_their_tag_and_links_are_escaped() -> None:
    assert in_language("page/text/ab12.html", "en") == "page/text/ab12.en.html"
    assert url("page/a b.html", 'x"y') == "page/a%20b.html#x%22y"
