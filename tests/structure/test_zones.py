"""What headings announce, in the wordings of several provinces, and headings that announce nothing."""

import pytest

from kgbuild.language import fold
from kgbuild.model.structure import Zone
from kgbuild.structure.zones import zone_of


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("TỔ CHỨC THỰC HIỆN", Zone.ORGANISATION),
        ("Tổ chức triển khai thực hiện", Zone.ORGANISATION),
        ("PHÂN CÔNG NHIỆM VỤ", Zone.ORGANISATION),
        ("Phân công trách nhiệm cho các đơn vị", Zone.ORGANISATION),
        ("TRÁCH NHIỆM CỦA CÁC CƠ QUAN, ĐƠN VỊ", Zone.ORGANISATION),
        ("Trách nhiệm thi hành", Zone.ORGANISATION),
        ("CĂN CỨ PHÁP LÝ", Zone.BASIS),
        ("Cơ sở pháp lý", Zone.BASIS),
        ("KINH PHÍ THỰC HIỆN", Zone.FUNDING),
        ("Nguồn kinh phí", Zone.FUNDING),
        ("NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU", Zone.MEASURE),
        ("CÁC NHIỆM VỤ TRỌNG TÂM", Zone.MEASURE),
        ("Biện pháp thực hiện", Zone.MEASURE),
        ("NỘI DUNG THỰC HIỆN", Zone.MEASURE),
        ("MỤC ĐÍCH, YÊU CẦU", Zone.OBJECTIVE),
        ("Mục tiêu cụ thể đến năm 2030", Zone.OBJECTIVE),
        ("QUAN ĐIỂM CHỈ ĐẠO", Zone.OBJECTIVE),
        ("Chỉ tiêu", Zone.OBJECTIVE),
        ("ĐÁNH GIÁ TÌNH HÌNH NĂM 2022", Zone.SITUATION),
        ("Thực trạng", Zone.SITUATION),
        ("Kết quả đạt được", Zone.SITUATION),
        ("Hạn chế và nguyên nhân", Zone.SITUATION),
        # names and matters, which let the zone above go on
        ("Sở Tài chính", None),
        ("Lĩnh vực y tế", None),
        ("Yên Bái", None),
        ("Chuyển đổi số trong nông nghiệp", None),
        ("Tổ chức hội nghị tập huấn", None),
        ("", None),
    ],
)
def test_zones(heading: str, zone: Zone | None) -> None:
    assert zone_of(fold(heading)) is zone


def test_a_sentence_is_no_heading() -> None:
    assert zone_of(fold("Mục tiêu " + "của công tác này là nâng cao đời sống " * 4)) is None


@pytest.mark.parametrize("heading", ["Yêu cầu Chủ tịch UBND các huyện", "Yêu cầu Giám đốc các sở", "Yêu cầu các ngành"])
def test_who_is_told_to_act_is_no_goal(heading: str) -> None:
    assert zone_of(fold(heading)) is None
