"""Themes: the codes a passage is cued for, with the words that cue it; three at most."""

import pytest

from kgbuild.mentions.themes import ThemeCues
from kgbuild.model import Span
from kgbuild.text.normalize import normalise

CUES = ThemeCues.of(
    {
        "y-te": ("y tế", "khám chữa bệnh", "dược liệu"),
        "nong-nghiep": ("nông nghiệp", "nông nghiệp công nghệ cao"),
        "cong-nghe-cao": ("công nghệ cao",),
        "moi-truong": ("môi trường", "rác thải"),
        "quan-ly-nha-nuoc": ("quản lý nhà nước",),
        "sang-kien": ("đổi mới sáng tạo", "sáng kiến nông nghiệp"),
        "chan-nuoi": ("sáng kiến nông nghiệp",),
        "": ("khoa học, công nghệ và đổi mới sáng tạo",),
    }
)


def codes(cues: ThemeCues, words: str, limit: int = 3) -> list[tuple[str, str]]:
    text = normalise(words)
    return [(code, text.words(span)) for code, span in cues.find(text, Span(0, len(text.norm)), limit)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Nâng cao chất lượng khám, chữa bệnh và y tế cơ sở", [("y-te", "khám, chữa bệnh")]),
        ("Phát triển nông nghiệp công nghệ cao", [("nong-nghiep", "nông nghiệp công nghệ cao")]),
        (
            "Phát triển nông nghiệp và công nghệ cao",
            [("cong-nghe-cao", "công nghệ cao"), ("nong-nghiep", "nông nghiệp")],
        ),
        ("Thu gom RÁC THẢI sinh hoạt", [("moi-truong", "RÁC THẢI")]),
        # one cue may tell two themes
        (
            "Hội thi sáng kiến nông nghiệp",
            [("chan-nuoi", "sáng kiến nông nghiệp"), ("sang-kien", "sáng kiến nông nghiệp")],
        ),
        # the name of the whole field hides the cue in it
        ("Tổ chức đổi mới sáng tạo", [("sang-kien", "đổi mới sáng tạo")]),
        ("Hoạt động khoa học, công nghệ và đổi mới sáng tạo", []),
        # parts of other words and other words
        ("Quy tế phối hợp", []),
        ("Công nghệ thông tin", []),
        ("", []),
    ],
)
def test_themes_of_a_passage(words: str, expected: list[tuple[str, str]]) -> None:
    assert codes(CUES, words) == expected


def test_the_most_often_cued_stay() -> None:
    words = "Rác thải y tế, y tế cơ sở, nông nghiệp, công nghệ cao"
    assert [code for code, _ in codes(CUES, words, limit=2)] == ["moi-truong", "y-te"]
    assert len(codes(CUES, words)) == 3


def test_state_management_gives_way_to_the_fields_it_is_of() -> None:
    words = "Quản lý nhà nước về y tế, nông nghiệp, rác thải"
    assert [code for code, _ in codes(CUES, words)] == ["moi-truong", "nong-nghiep", "y-te"]
    assert ("quan-ly-nha-nuoc", "Quản lý nhà nước") in codes(CUES, "Quản lý nhà nước về y tế")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Đẩy mạnh đặt hàng nhiệm vụ khoa học và công nghệ", "dat-hang"),
        ("Bảo hộ quyền sở hữu trí tuệ cho nông sản", "so-huu-tri-tue"),
        ("Hỗ trợ khởi nghiệp đổi mới sáng tạo", "khoi-nghiep"),
        ("Đẩy mạnh chuyển đổi số trong cơ quan nhà nước", "chuyen-doi-so"),
        ("Tăng cường tiêu chuẩn, đo lường, chất lượng", "tieu-chuan-do-luong"),
        ("Bảo đảm an toàn bức xạ", "an-toan-buc-xa"),
        ("Đào tạo, thu hút nguồn nhân lực chất lượng cao", "nhan-luc"),
        ("Khoán kinh phí đến sản phẩm cuối cùng", "khoan"),
        ("Chuẩn bị xây dựng nhà máy điện hạt nhân", "an-toan-buc-xa"),
    ],
)
def test_the_cues_of_the_code_list(reader, words: str, code: str) -> None:
    assert code in [found for found, _ in codes(reader.themes, words)]


def test_the_core_of_a_movement_is_no_atom(reader) -> None:
    words = "Có 50 doanh nghiệp trở thành hạt nhân đổi mới công nghệ"
    assert "an-toan-buc-xa" not in [code for code, _ in codes(reader.themes, words)]
