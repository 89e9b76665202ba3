"""Documents by name: which words of a name tell nothing, and whose a name is."""

import pytest

from kgbuild.resolution.document_names import described_key, drop_term, is_national


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
    ],
)
def test_wordings_of_described_documents(one: str, two: str, same: bool) -> None:
    assert (described_key(one) == described_key(two)) is same


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
