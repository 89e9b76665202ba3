"""Documents by name: which words of a name tell nothing, and whose a name is."""

from collections.abc import Callable

import pytest

from kgbuild.model.entities import DocumentRef
from kgbuild.resolution.document_names import described_key, drop_term, is_national

Cited = Callable[..., list[DocumentRef]]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (
            "Quy hoạch tổng thể phát triển kinh tế - xã hội",
            "quy hoạch tổng thể phát triển kinh tế xã hội của tỉnh",
            True,
        ),
        (
            "Chiến lược phát triển thủy sản đến năm 2030",
            "Chiến lược phát triển thủy sản đến năm 2030, tầm nhìn 2045",
            True,
        ),
        ("Chiến lược phát triển thủy sản", "Chiến lược phát triển du lịch", False),
        ("Kế hoạch phát triển chợ năm 2023", "Kế hoạch phát triển chợ năm 2024", False),
        # the place whose document it is says nothing, another one does
        ("Kế hoạch phát triển chợ tỉnh Điện Biên năm 2023", "kế hoạch phát triển chợ của tỉnh năm 2023", True),
        ("Kế hoạch phát triển chợ Hà Nội năm 2023", "Kế hoạch phát triển chợ năm 2023", False),
        ("Kế hoạch của Bộ Khoa học và Công nghệ năm 2023", "Kế hoạch năm 2023", False),
    ],
)
def test_wordings_of_described_documents(one: str, two: str, same: bool) -> None:
    assert (described_key(one, ("Điện Biên",)) == described_key(two, ("Điện Biên",))) is same


@pytest.mark.parametrize(
    ("name", "national"),
    [
        ("Chiến lược quốc gia phát triển kinh tế số", True),
        ("Quy hoạch tổng thể phát triển du lịch Việt Nam", True),
        ("Kế hoạch thực hiện Chiến lược quốc gia về bình đẳng giới", False),
        ("Chương trình bảo tồn vườn quốc gia trên địa bàn tỉnh", False),
        ("Chiến lược phát triển thủy sản", False),
    ],
)
def test_national_names(name: str, national: bool) -> None:
    assert is_national(name) is national


def test_a_name_without_its_term() -> None:
    assert drop_term("nghị quyết trung ương 6 khóa xi") == "nghị quyết trung ương 6"
    assert drop_term("khóa xi họp kỳ đầu") == "khóa xi họp kỳ đầu"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (
            "Biên bản ghi nhớ giữa UBND tỉnh và Bộ Y tế",
            "biên bản ghi nhớ giữa Bộ Y tế và Ủy ban nhân dân tỉnh Điện Biên",
            True,
        ),
        (
            "Biên bản hợp tác giữa Sở Y tế và Sở KH&CN về đào tạo",
            "Biên bản hợp tác giữa Sở Y tế và Sở Khoa học và Công nghệ",
            False,
        ),
        ("Biên bản hợp tác giữa Sở Y tế và Sở Nội vụ", "Biên bản hợp tác giữa Sở Y tế và Sở Tài chính", False),
        ("Biên bản hợp tác giữa Sở Y tế và Sở Nội vụ", "Biên bản ghi nhớ giữa Sở Y tế và Sở Nội vụ", False),
        (
            "Biên bản hợp tác giữa Sở Y tế và Sở Nội vụ",
            "Biên bản hợp tác giữa Sở Y tế và Sở Nội vụ được ký tại hội nghị",
            True,
        ),
    ],
)
def test_minutes_are_told_by_their_parties(cited: Cited, one: str, two: str, same: bool) -> None:
    (first,), (second,) = cited(one), cited(two)
    assert (first.path == second.path) is same
