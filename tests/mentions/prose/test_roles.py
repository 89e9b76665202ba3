"""Roles: what the verb of a duty gives to its subject and its partners, and verbs that only look like one."""

import pytest

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.prose.roles import lines_of, modality_of, partners, roles_of
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.text.normalize import normalise


def whole(words: str):
    text = normalise(words)
    return text, Span(0, len(text.norm))


@pytest.mark.parametrize(
    ("duty", "roles"),
    [
        ("Chủ trì, phối hợp với Sở Tài chính xây dựng đề án", ("lead",)),
        ("chủ trì phối hợp với các sở, ngành tham mưu", ("lead",)),
        ("chủ trì xây dựng kế hoạch", ("lead",)),
        ("Có trách nhiệm chủ trì tổ chức thực hiện", ("lead",)),
        ("Là cơ quan đầu mối tổng hợp", ("lead",)),
        ("Là cơ quan thường trực, theo dõi thực hiện", ("lead", "standingBody")),
        ("Phối hợp với Sở Y tế kiểm tra", ("coordinate",)),
        ("phối hợp chặt chẽ với Công an tỉnh", ("coordinate",)),
        ("Chủ động phối hợp với các địa phương", ("coordinate",)),
        ("Hàng năm, phối hợp với Sở Y tế tổng hợp nhu cầu", ("coordinate",)),
        ("Theo dõi, đôn đốc việc thực hiện", ("perform", "monitor")),
        ("Kiểm tra, giám sát các cơ sở giết mổ", ("perform", "monitor")),
        ("Báo cáo kết quả về Ủy ban nhân dân tỉnh", ("perform", "report")),
        ("Định kỳ báo cáo UBND tỉnh", ("perform", "report")),
        ("Định kỳ 6 tháng báo cáo UBND tỉnh kết quả thực hiện", ("perform", "report")),
        ("Định kỳ hàng quý, 6 tháng và hàng năm báo cáo Bộ Nội vụ", ("perform", "report")),
        ("Hàng năm xây dựng báo cáo chuyên đề", ("perform",)),
        ("báo cáo UBND tỉnh trước ngày 15 hằng tháng", ("perform", "report")),
        ("Tổng hợp, báo cáo Tỉnh ủy", ("perform", "report")),
        ("Tham mưu UBND tỉnh ban hành cơ chế", ("perform", "advise")),
        ("Xây dựng dự toán kinh phí", ("perform",)),
        ("Bố trí kinh phí hàng năm", ("perform",)),
        ("chịu trách nhiệm theo dõi, đôn đốc, tổng hợp", ("perform", "monitor")),
        ("có trách nhiệm phối hợp với Sở Y tế", ("coordinate",)),
        ("căn cứ theo chức năng, nhiệm vụ, phối hợp với Sở Y tế", ("coordinate",)),
        ("căn cứ vào nhiệm vụ được giao chủ trì, phối hợp với Sở Y tế", ("lead",)),
        ("chịu trách nhiệm tham mưu UBND tỉnh", ("perform", "advise")),
        ("Chịu trách nhiệm trước Chủ tịch UBND tỉnh", ("perform",)),
        # "chủ trì" in a noun phrase is no role: hosts of projects, people who direct research
        ("Hướng dẫn cơ quan chủ trì nhiệm vụ khoa học lập hồ sơ", ("perform", "monitor")),
        ("được giao chủ trì bảo đảm an toàn, an ninh mạng", ("lead",)),
        ("được phân công chủ trì, phối hợp với Sở Tài chính lập đề án", ("lead",)),
        ("được giao chủ trì nhiệm vụ báo cáo kết quả hằng quý", ("perform",)),  # whoever leads one
        ("Lựa chọn tổ chức, cá nhân chủ trì đề tài", ("perform",)),
        ("Thanh toán cho đơn vị chủ trì thực hiện dự án", ("perform",)),
        ("Thuê chuyên gia làm “Tổng công trình sư” chủ trì các hướng nghiên cứu", ("perform",)),
        ("Hỗ trợ chủ nhiệm nhiệm vụ", ("perform",)),
        # nor does one lead what it asks to be given to another
        ("báo cáo Thủ tướng Chính phủ về việc giao Bộ Tài chính chủ trì thẩm định", ("perform", "report")),
        ("trình cấp trên xem xét giao cho Sở Y tế chủ trì dự án", ("perform",)),
        ("rà soát việc giao chỉ tiêu và chủ trì tổng hợp", ("lead",)),
        ("theo dõi việc giao chỉ tiêu, chủ trì tổng hợp", ("lead",)),
        # what is handed over, transferred or reported on is not what the subject does
        ("Đẩy mạnh chuyển giao công nghệ", ("perform",)),
        ("Xây dựng báo cáo chuyên đề", ("perform",)),
        ("Nâng cao năng lực kiểm tra", ("perform",)),
    ],
)
def test_the_main_verb_gives_the_role(duty: str, roles: tuple[str, ...]) -> None:
    text, span = whole(duty)
    assert roles_of(text, span) == roles


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        ("Chủ trì, phối hợp với Sở Tài chính, Sở Nội vụ xây dựng đề án", ["prov:stc", "prov:snv"]),
        (
            "chủ trì, phối hợp với Sở Tài chính, Nội vụ và Công an tỉnh tổ chức thi",
            ["prov:stc", "prov:snv", "prov:cong-an"],
        ),
        ("phối hợp chặt chẽ với Công an tỉnh tuần tra", ["prov:cong-an"]),
        ("Hợp tác với Đại học Huế đào tạo", ["dhhue"]),
        ("phối hợp với các sở, ngành liên quan thẩm định", ["so-ban-nganh-lien-quan"]),
        ("phối hợp tổ chức hội nghị", []),
        ("phối hợp thực hiện các giải pháp", []),
        ("xây dựng quy chế phối hợp giữa Sở Y tế và Công an tỉnh", []),
        ("tăng cường phối hợp giữa các cấp, các ngành", []),
        ("bố trí kinh phí", []),
        # a co-operative is a firm, no co-operation
        ("hỗ trợ doanh nghiệp, hợp tác xã, hộ kinh doanh vay vốn", []),
        ("hỗ trợ tổ hợp tác, doanh nghiệp, hộ kinh doanh", []),
        ("Hợp tác các sở, ngành liên quan đào tạo", ["so-ban-nganh-lien-quan"]),
    ],
)
def test_partners_are_those_after_phoi_hop_voi(reader, duty: str, expected: list[str]) -> None:
    text, span = whole(duty)
    found = partners(text, span, AgencyReader.of(reader.lexicon, "hue"))
    assert [m.record or m.group for m in found] == expected


@pytest.mark.parametrize(
    ("record", "group", "asked", "modality"),
    [
        # an order, in polite words or not, to one's own departments and districts
        ("prov:stc", "", False, "mandated"),
        ("prov:stc", "", True, "mandated"),
        ("prov:ubnd", "", True, "mandated"),
        ("", "cap-huyen", True, "mandated"),
        ("", "so-ban-nganh", True, "mandated"),
        # a request to the Party, the Front, the courts and mass organisations
        ("prov:mttq", "", True, "requested"),
        ("prov:btg", "", True, "requested"),
        ("prov:ldld", "", True, "requested"),
        ("prov:tand", "", True, "requested"),
        ("", "doan-the", True, "requested"),
        ("", "cac-ban-dang", True, "requested"),
        ("prov:mttq", "", False, "mandated"),
    ],
)
def test_modality_is_told_by_who_is_asked(reader, record: str, group: str, asked: bool, modality: str) -> None:
    agent = AgencyMention(Span(0, 1), record=record, group=group)
    assert modality_of(agent, reader.knowledge, asked) == modality


@pytest.mark.parametrize(
    ("duty", "line", "expected"),
    [
        ("định kỳ báo cáo UBND tỉnh kết quả", "reports_to", ["prov:ubnd"]),
        ("tổng hợp, báo cáo kết quả cho Tỉnh ủy", "reports_to", ["prov:tu"]),
        ("báo cáo kết quả thực hiện về Bộ Tài chính", "reports_to", ["btc"]),
        ("xây dựng báo cáo chuyên đề", "reports_to", []),
        # whoever gathers passes it on: that is not the line of the duty
        ("báo cáo kết quả, gửi Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh", "reports_to", ["prov:snv"]),
        ("báo cáo UBND tỉnh (qua Sở Nội vụ để tổng hợp báo cáo Tỉnh ủy)", "reports_to", ["prov:ubnd"]),
        ("lập dự toán gửi Sở Tài chính để tổng hợp, báo cáo UBND tỉnh", "reports_to", []),
        ("trình UBND tỉnh phê duyệt", "submits_to", ["prov:ubnd"]),
        ("trình HĐND tỉnh ban hành nghị quyết", "submits_to", ["prov:hdnd"]),
        ("theo lộ trình đề ra", "submits_to", []),
        ("báo cáo UBND tỉnh qua Sở Nội vụ để tổng hợp", "via", ["prov:snv"]),
        ("gửi Sở Tài chính tổng hợp", "via", ["prov:stc"]),
        ("thông qua hội nghị trực tuyến", "via", []),
        ("gửi Sở Tư pháp thẩm định trước khi trình", "appraised_by", ["prov:stp"]),
        ("chỉ đạo, hướng dẫn UBND các huyện rà soát", "directs", ["cap-huyen"]),
        ("hướng dẫn người dân kê khai", "directs", []),
    ],
)
def test_lines_of_reporting(reader, duty: str, line: str, expected: list[str]) -> None:
    text, span = whole(duty)
    found = lines_of(text, span, AgencyReader.of(reader.lexicon, "hue"))[line]  # type: ignore[literal-required]  # a key
    assert [m.record or m.group.split("-lien-quan")[0] for m in found] == expected
