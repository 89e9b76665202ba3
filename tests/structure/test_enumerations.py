"""Lists within a paragraph: what is one, and what only looks like it."""

import pytest

from kgbuild.model import Span
from kgbuild.structure.enumerations import split_enumerations
from kgbuild.text.normalize import normalise


def pieces(line: str) -> list[str]:
    text = normalise(line)
    return [text.words(span) for span in split_enumerations(text, [Span(0, len(text.norm))])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "a) Bộ Công an: (1) Ban hành hướng dẫn; (2) chủ trì, phối hợp với các bộ lập đề án.",
            ["a) Bộ Công an:", "(1) Ban hành hướng dẫn;", "(2) chủ trì, phối hợp với các bộ lập đề án."],
        ),
        (
            "3. Khẩn trương ban hành chiến lược: (i) Bộ Công an hướng dẫn; (ii) Bộ Nội vụ rà soát.",
            ["3. Khẩn trương ban hành chiến lược:", "(i) Bộ Công an hướng dẫn;", "(ii) Bộ Nội vụ rà soát."],
        ),
        (  # a list within an entry stays there
            "b) Bộ Y tế: (1) Lập đề án: (i) mục tiêu; (ii) lộ trình; (2) trình Chính phủ.",
            ["b) Bộ Y tế:", "(1) Lập đề án: (i) mục tiêu; (ii) lộ trình;", "(2) trình Chính phủ."],
        ),
    ],
)
def test_the_list_of_a_point_is_parted(line: str, expected: list[str]) -> None:
    assert pieces(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "a) Bộ Công an: (1) Ban hành hướng dẫn.",  # one is no list
        "a) Bộ Công an: (3) Ban hành hướng dẫn; (4) rà soát.",  # begins elsewhere
        "a) Bộ Công an rà soát theo mục (1) và (2) của Phụ lục.",
        "a) Bộ Công an rà soát. Kết quả đạt được: (1) ban hành văn bản; (2) lập đề án.",  # a sentence of its own
        "Kết quả đạt được: (1) ban hành văn bản; (2) lập đề án.",  # no point
        "- Gồm ba nội dung: (1) định danh; (2) xác thực.",
    ],
)
def test_what_only_looks_like_a_list_of_a_point_stays_whole(line: str) -> None:
    assert pieces(line) == [line]
