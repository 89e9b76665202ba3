"""Numbers without a symbol: a document where its issuer is said, nothing where it is not."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.citing.anchors import find_anchors
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.reading import Reader
from kgbuild.text.normalize import normalise

Find = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def find(reader: Reader) -> Find:
    def finder(words: str) -> list[str]:
        text = normalise(words)
        agencies = AgencyReader.of(reader.lexicon, "yen-bai")
        found = find_anchors(text, Span(0, len(text.norm)), reader.names, agencies)
        return [str(a.symbol) if a.symbol else a.name for a in found]

    return finder


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Nghị quyết số 70 của Bộ Chính trị về bảo đảm an ninh năng lượng quốc gia", ["70-NQ/TW"]),
        ("Chỉ thị 35 của Bộ Chính trị về Đại hội Đảng các cấp", ["35-CT/TW"]),
        ("Nghị quyết số 18 ngày 25-10-2017 của Ban Chấp hành Trung ương Đảng khóa XII", ["18-NQ/TW"]),
        ("Thông báo Kết luận số 159-TB của Bộ Chính trị về việc thảo luận các văn kiện", ["159-TB/TW"]),
        ("Ban Thường vụ Tỉnh ủy Yên Bái đã ban hành Chỉ thị số 17 về việc tăng cường", ["17-CT/TU"]),
        ("Nghị quyết số 11 của Chính phủ", ["11/NQ-CP"]),
        ("Chỉ thị 16 của Thủ tướng Chính phủ", ["16/CT-TTg"]),
        ("Kế hoạch 11 của UBND tỉnh", ["11/KH-UBND"]),
        ("các Nghị quyết 57, 59, 66 và 68 của Bộ Chính trị", ["57-NQ/TW", "59-NQ/TW", "66-NQ/TW", "68-NQ/TW"]),
        (
            "Nghị quyết số 70 của Bộ Chính trị về năng lượng, Nghị quyết số 71 về đột phá phát triển giáo dục",
            ["70-NQ/TW", "71-NQ/TW"],
        ),
        # a decree bears its year, and a resolution of the National Assembly its term: neither is said
        ("Nghị quyết 226 của Quốc hội về cơ chế đặc thù", ["Nghị quyết 226"]),
        ("Nghị định 116 của Chính phủ", ["Nghị định 116"]),
        # so did the directives of the Government once
        ("Chỉ thị số 17 ngày 25/7/2005 của Thủ tướng Chính phủ", ["Chỉ thị số 17"]),
        ("Tờ trình số 78 ngày 10 tháng 5 năm 1999", ["Tờ trình số 78"]),
    ],
)
def test_type_number_and_issuer_name_a_document(find: Find, words: str, expected: list[str]) -> None:
    assert find(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Chỉ thị số 05 về đẩy mạnh học tập",
        "Nghị quyết 57 và 3 nhiệm vụ của Bộ Chính trị",
        "Quyết định số 5 thành viên của Chính phủ",
        "Điều 5 của Chính phủ",
        "Đề án 06 của Chính phủ",
        "Chương trình 135 của Chính phủ",
        "theo Nghị quyết 30 tỷ đồng của Hội đồng nhân dân tỉnh",
        "Quyết định 35 của Ủy ban nhân dân tỉnh",
        "Nghị quyết của Bộ Chính trị năm 2024",
    ],
)
def test_a_number_whose_issuer_numbers_otherwise_is_none(find: Find, words: str) -> None:
    assert find(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chỉ thị của Ban Thường vụ Tỉnh ủy ngày 20/8/2025 về chuyển đổi số", ["2025-08-20"]),
        ("Kết luận của Ban Thường vụ Tỉnh ủy, ngày 5/3/2024", ["2024-03-05"]),
        ("Công điện của Thủ tướng Chính phủ ngày 05 tháng 9 năm 2024", ["2024-09-05"]),
        # many on one day, or said at a meeting of the day
        ("Quyết định của Giám đốc Sở Y tế ngày 5/3/2024", []),
        ("Nghị quyết của Hội đồng nhân dân tỉnh ngày 5/3/2024", []),
        ("kết luận của Thủ tướng Chính phủ ngày 5/3/2024", []),
        ("các chỉ thị của Ban Bí thư ngày 22/12/2024", []),
        ("thực hiện chỉ thị của Thủ tướng Chính phủ trước ngày 5/3/2024", []),
    ],
)
def test_type_issuer_and_day_name_what_is_issued_once_a_day(reader: Reader, words: str, expected: list[str]) -> None:
    text = normalise(words)
    agencies = AgencyReader.of(reader.lexicon, "yen-bai")
    assert [a.date for a in find_anchors(text, Span(0, len(text.norm)), reader.names, agencies)] == expected
