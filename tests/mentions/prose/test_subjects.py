"""Sentences that say who acts, at their beginning or behind an opening; near misses keep their bodies."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.prose.subjects import read_subjects
from kgbuild.model import Span


@pytest.fixture
def subjects(document) -> Callable[[str], list[tuple[list[str], str, str]]]:
    """List (bodies, words before them, first words of the duty) of each sentence."""

    def read(words: str):
        found = document(f"KẾ HOẠCH\n\nPhát triển chợ\n\n{words}\n", "hai-duong")
        start = found.text.norm.index(words[:20])
        content = Span(start, start + len(words))
        return [
            (
                [agent.record or f"group:{agent.group}" for agent in subject.agents],
                found.words(subject.opening),
                " ".join(found.words(subject.duty).split()[:2]),
            )
            for subject in read_subjects(found.text, content, found.agencies)
        ]

    return read


def test_the_time_or_the_ground_may_stand_before_the_body(subjects) -> None:
    assert subjects("Định kỳ 6 tháng, hàng năm, Sở Công Thương tổ chức sơ kết.") == [
        (["prov:sct"], "Định kỳ 6 tháng, hàng năm", "tổ chức")
    ]
    assert subjects("Căn cứ nhiệm vụ được giao, các sở, ban, ngành xây dựng kế hoạch.") == [
        (["group:so-ban-nganh"], "Căn cứ nhiệm vụ được giao", "xây dựng")
    ]


def test_each_sentence_has_a_subject_of_its_own(subjects) -> None:
    assert subjects("Sở Tài chính bố trí kinh phí. Trước ngày 15/12 hằng năm, Sở Nội vụ báo cáo kết quả.") == [
        (["prov:stc"], "", "bố trí"),
        (["prov:snv"], "Trước ngày 15/12 hằng năm", "báo cáo"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Căn cứ kế hoạch của Sở Tài chính, Sở Nội vụ xây dựng đề án.",  # two bodies side by side: whose duty?
        "Kinh phí năm 2026, Sở Tài chính xây dựng.",  # no opening that a sentence can have
        "Hằng năm, kinh phí của Sở Tài chính bố trí cho chợ.",  # the body is not the subject
        "Hằng năm, Sở Tài chính.",  # no verb
    ],
)
def test_what_is_no_subject(words: str, subjects) -> None:
    assert subjects(words) == []


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        (
            "Trên cơ sở ý kiến của cấp ủy, tổ chức đảng, cơ quan, đơn vị, Ban Tổ chức Trung ương tổng hợp ý kiến.",
            ["btctw"],
        ),
        ("Căn cứ kết quả của đơn vị, các sở, ngành tổng hợp báo cáo.", ["group:so-ban-nganh"]),
        ("Trên cơ sở ý kiến của cơ quan, các sở và Sở Nội vụ tổng hợp báo cáo.", None),
    ],
)
def test_a_list_may_begin_with_whose_opinion_it_is(subjects, words: str, bodies: list[str] | None) -> None:
    assert [found[0] for found in subjects(words)] == ([bodies] if bodies else [])
