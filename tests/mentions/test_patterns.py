"""The verbs that open a duty, and words that only begin like one."""

import pytest

from kgbuild.language import place_tones
from kgbuild.mentions.patterns import OPENS_DUTY, TASK_VERB


@pytest.mark.parametrize(
    "words",
    [
        "chủ trì, phối hợp",
        "phối hợp với",
        "xây dựng kế hoạch",
        "tổ chức hội nghị",
        "bố trí kinh phí",
        "tăng cường kiểm tra",
        "rà soát, sửa đổi",
        "số hóa hồ sơ",
        "có trách nhiệm",
        "theo dõi, đôn đốc",
        "quán triệt sâu sắc",
    ],
)
def test_verbs_that_open_a_duty(words: str) -> None:
    assert TASK_VERB.match(words)


@pytest.mark.parametrize("words", ["sở tài chính", "các đơn vị", "giám đốc sở", "nămg", "lậpp kế hoạch", "và", ""])
def test_what_opens_no_duty(words: str) -> None:
    assert TASK_VERB.match(words) is None


def test_the_longest_verb_wins() -> None:
    match = TASK_VERB.match("chịu trách nhiệm thi hành")
    assert match is not None
    assert match.group() == "chịu trách nhiệm"


def test_the_verbs_are_spelled_as_the_normal_form_is() -> None:
    verbs = TASK_VERB.pattern.split("(?:", 1)[1].split(")(?!", 1)[0].split("|")
    assert len(verbs) == len(set(verbs)) > 80
    assert all(verb == place_tones(verb.lower()).strip() for verb in verbs)


@pytest.mark.parametrize(
    ("words", "opens"),
    [("thống nhất phương án với sở", True), ("thống nhất khẳng định quan điểm", False), ("thống nhất đánh giá", False)],
)
def test_who_agrees_on_a_view_is_told_nothing(words: str, opens: bool) -> None:
    assert (OPENS_DUTY.match(words) is not None) is opens
