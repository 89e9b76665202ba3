"""The linker: the keys of the documents a source holds, and who cites whom, from file to path."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kgbuild.namespaces import PIO
from kgbuild.reading import Reader, SourceReading
from kgbuild.sources.manifest import Source

Read = Callable[[str], SourceReading]


@pytest.fixture
def read(reader: Reader, tmp_path: Path) -> Read:
    def reading(raw: str) -> SourceReading:
        path = tmp_path / "document.txt"
        path.write_text(raw, encoding="utf-8")
        return reader.read(Source("document", path), 10**6, False)

    return reading


def edges(reading: SourceReading) -> set[tuple[str, str, str]]:
    """List (kind, citing or "", cited)."""
    return {(c.kind, c.citing.path if c.citing else "", c.cited.path) for c in reading.cited}


HEAD = """ỦY BAN NHÂN DÂN
TỈNH {province}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}

{place}, ngày {day}

{form}

Phát triển ngành hàng xoài

"""
PLAN = HEAD.format(
    province="ĐỒNG THÁP", number="351/QĐ-UBND", place="Đồng Tháp", day="05 tháng 4 năm 2022", form="QUYẾT ĐỊNH"
)
ARTICLES = "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển ngành hàng xoài.\n\nĐiều 2. Có hiệu lực.\n\n"
SIGNED = "Nơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Thiện Nghĩa\n\n"
ATTACHED = (
    "KẾ HOẠCH\n\nPhát triển ngành hàng xoài đến năm 2025\n\n(Ban hành kèm theo Quyết định số {number} ngày {day} của "
    "Ủy ban nhân dân tỉnh Đồng Tháp)\n\nI. MỤC TIÊU\n\nTăng sản lượng.\n"
)


def test_a_decision_and_the_plan_it_carries(read: Read) -> None:
    found = read(PLAN + ARTICLES + SIGNED + ATTACHED.format(number="351/QĐ-UBND", day="05/4/2022"))
    carrier = "id/doc/dong-thap/ubnd/quyet-dinh/2022/351"
    assert found.captured == (carrier, f"{carrier}/attached/ke-hoach")
    assert ("promulgates", "", f"{carrier}/attached/ke-hoach") in edges(found)
    assert ("annexOf", "", carrier) in edges(found)


def test_a_plan_belongs_to_its_carrier_though_the_code_of_its_office_is_a_slip(read: Read) -> None:
    carrier = "id/doc/dong-thap/ubnd/quyet-dinh/2022/351"
    found = read(PLAN + ARTICLES + SIGNED + ATTACHED.format(number="351/QĐ-CTUBND", day="05/4/2022"))
    assert ("annexOf", "", carrier) in edges(found)
    another = read(PLAN + ARTICLES + SIGNED + ATTACHED.format(number="531/QĐ-UBND", day="05/4/2022"))
    assert ("annexOf", "", carrier) not in edges(another)


def test_a_plan_is_one_though_its_carrier_names_it_by_its_first_words(read: Read) -> None:
    promulgated = ARTICLES.replace("Kế hoạch phát triển", "Kế hoạch triển khai phát triển")
    found = read(PLAN + promulgated + SIGNED + ATTACHED.format(number="351/QĐ-UBND", day="05/4/2022"))
    carrier = "id/doc/dong-thap/ubnd/quyet-dinh/2022/351"
    assert ("promulgates", "", f"{carrier}/attached/ke-hoach") in edges(found)


def test_a_regulation_is_no_plan_that_the_carrier_promulgates(read: Read) -> None:
    promulgated = ARTICLES.replace("Kế hoạch phát triển", "Quy chế phát triển")
    found = read(PLAN + promulgated + SIGNED + ATTACHED.format(number="351/QĐ-UBND", day="05/4/2022"))
    carrier = "id/doc/dong-thap/ubnd/quyet-dinh/2022/351"
    assert ("promulgates", "", f"{carrier}/attached/quy-che") in edges(found)


@pytest.mark.parametrize(
    ("board", "area"),
    [("Trung ương về chuyển đổi số", "tw"), ("quốc gia về chuyển đổi số", "tw"), ("tỉnh", "dong-thap")],
)
def test_who_helps_a_central_board_is_of_the_centre(read: Read, board: str, area: str) -> None:
    basis = f"Căn cứ Thông báo số 30-TB/TGV ngày 13/6/2021 của Tổ giúp việc Ban chỉ đạo {board};\n\nQUYẾT ĐỊNH:\n\n"
    found = read(PLAN + "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP\n\n" + basis + ARTICLES + SIGNED)
    assert ("legalBasis", "", f"id/doc/{area}/tgv/thong-bao/2021/30") in edges(found)


def test_the_line_below_the_plan_gives_number_and_date_of_a_headless_decision(read: Read) -> None:
    decision = "QUYẾT ĐỊNH\n\nVề việc ban hành Kế hoạch\n\nỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP\n\n" + ARTICLES
    found = read(decision + SIGNED + ATTACHED.format(number="351/QĐ-UBND", day="05 tháng 4 năm 2022"))
    assert found.captured[0] == "id/doc/dong-thap/ubnd/quyet-dinh/2022/351"


def test_a_plan_without_a_number_is_named_by_its_title(read: Read) -> None:
    raw = "KẾ HOẠCH\n\n{}\n\nI. MỤC TIÊU\n\nUBND tỉnh Gia Lai xây chợ.\n\nTM. ỦY BAN NHÂN DÂN TỈNH\nCHỦ TỊCH\n"
    (first,) = read(raw.format("Phát triển chợ")).captured
    (second,) = read(raw.format("Phát triển đường")).captured
    assert first.startswith("id/doc/gia-lai/ubnd/ke-hoach/nd/nn-")
    assert second.startswith("id/doc/gia-lai/ubnd/ke-hoach/nd/nn-")
    assert first != second


@pytest.mark.parametrize(
    ("province", "place", "day", "area"),
    [
        ("GIA LAI", "Gia Lai", "05 tháng 4 năm 2022", "gia-lai"),
        ("GIA LAI", "Gia Lai", "05 tháng 8 năm 2025", "gia-lai-2025"),
        ("CAO BẰNG", "Cao Bằng", "05 tháng 8 năm 2025", "cao-bang"),
    ],
)
def test_the_province_of_the_day(read: Read, province: str, place: str, day: str, area: str) -> None:
    head = HEAD.format(province=province, number="12/KH-UBND", place=place, day=day, form="KẾ HOẠCH")
    (path,) = read(head + "I. MỤC TIÊU\n\nTăng sản lượng.\n").captured
    assert path == f"id/doc/{area}/ubnd/ke-hoach/{day[-4:]}/12"


def test_the_same_number_in_two_provinces_is_two_documents(read: Read) -> None:
    form = {"number": "90/KH-UBND", "day": "30 tháng 5 năm 2013", "form": "KẾ HOẠCH"}
    body = "Thực hiện Nghị quyết số 10-NQ/TU của Tỉnh ủy;\n\nI. MỤC TIÊU\n\nTăng sản lượng.\n"
    here = read(HEAD.format(province="LONG AN", place="Long An", **form) + body)
    there = read(HEAD.format(province="BẾN TRE", place="Bến Tre", **form) + body)
    assert not set(here.captured) & set(there.captured)
    assert not {path for _, _, path in edges(here)} & {path for _, _, path in edges(there)}


def test_a_law_cited_before_the_newer_one_was_passed(read: Read) -> None:
    body = "Căn cứ Luật Đất đai;\n\nI. MỤC TIÊU\n\nGiao đất.\n"
    before = HEAD.format(
        province="LONG AN", number="12/KH-UBND", place="Long An", day="30 tháng 5 năm 2013", form="KẾ HOẠCH"
    )
    after = before.replace("30 tháng 5 năm 2013", "30 tháng 5 năm 2016")
    assert edges(read(before + body)) == {("legalBasis", "", "id/doc/tw/qh/luat/2003/13")}
    assert edges(read(after + body)) == {("legalBasis", "", "id/doc/tw/qh/luat/2013/45")}


def test_the_outer_document_cites_the_inner_one(read: Read) -> None:
    body = (
        "Thực hiện Kế hoạch số 258-KH/TU ngày 27/9/2019 của Tỉnh ủy về thực hiện Kết luận số 50-KL/TW ngày 30/5/2019 "
        "của Ban Bí thư;\n\nI. MỤC TIÊU\n\nTăng sản lượng.\n"
    )
    head = HEAD.format(
        province="GIA LAI", number="12/KH-UBND", place="Gia Lai", day="05 tháng 10 năm 2019", form="KẾ HOẠCH"
    )
    outer = "id/doc/gia-lai/tu/ke-hoach/2019/258"
    assert edges(read(head + body)) == {
        ("implements", "", outer),
        ("implements", outer, "id/doc/tw/tw/ket-luan/2019/50"),
    }


def test_a_document_does_not_cite_itself(read: Read) -> None:
    head = HEAD.format(
        province="LONG AN", number="12/KH-UBND", place="Long An", day="30 tháng 5 năm 2013", form="KẾ HOẠCH"
    )
    assert (
        edges(read(head + "I. MỤC TIÊU\n\nThực hiện Kế hoạch số 12/KH-UBND ngày 30/5/2013 của UBND tỉnh.\n")) == set()
    )


def test_a_report_is_named_by_day_publisher_and_title(read: Read) -> None:
    story = (
        "Sáng 12/3/2025, tại thành phố Vinh, Sở Nông nghiệp và Môi trường tỉnh Nghệ An tổ chức hội nghị triển khai kế "
        "hoạch trồng rừng với hơn một trăm đại biểu."
    )
    raw = f"Nghệ An triển khai kế hoạch trồng rừng\n\nNgày đăng 13/03/2025 | 08:15\n\n{story}\n\nNguồn: Báo Nhân Dân\n"
    (path,) = read(raw).captured
    assert path == "id/news/2025-03-13/bao-nhan-dan/nghe-an-trien-khai-ke-hoach-trong-rung"


LONG = (
    "Sáng 12/3/2025, tại thành phố Vinh, Sở Nông nghiệp và Môi trường tỉnh Nghệ An tổ chức hội nghị triển khai kế "
    "hoạch, hơn một trăm đại biểu tham dự."
)


def test_the_name_of_a_report_has_eight_words_of_its_title(read: Read) -> None:
    raw = f"Nghệ An triển khai kế hoạch trồng rừng ở các huyện miền tây\n\nNgày đăng 13/03/2025\n\n{LONG}\n"
    (path,) = read(raw).captured
    assert path.rsplit("/", 1)[-1] == "nghe-an-trien-khai-ke-hoach-trong-rung"


@pytest.mark.parametrize(
    ("title", "other", "line"),
    [
        # no day and no publisher
        ("Nghệ An triển khai kế hoạch trồng rừng ở các huyện miền tây", "Nghệ An triển khai kế hoạch trồng rừng", ""),
        # who issued what sort of document takes up the first words
        (
            "Thủ tướng Chính phủ phê duyệt Đề án phát triển trung tâm đào tạo",
            "Thủ tướng Chính phủ phê duyệt Đề án chống hàng giả",
            "Ngày đăng 13/03/2025",
        ),
        (
            "Nghị định 226/2025/NĐ-CP: Sửa đổi, bổ sung quy định về giá đất",
            "Nghị định 226/2025/NĐ-CP: Sửa đổi, bổ sung quy định về bồi thường",
            "Ngày đăng 13/03/2025",
        ),
    ],
)
def test_reports_that_begin_alike_are_two(read: Read, title: str, other: str, line: str) -> None:
    paths = {path for name in (title, other) for path in read(f"{name}\n\n{line}\n\n{LONG}\n").captured}
    assert len(paths) == 2


def test_a_national_report_is_of_no_province(read: Read) -> None:
    story = (
        "Thủ tướng Chính phủ yêu cầu các bộ ngành, địa phương tăng cường công tác bảo đảm an ninh, trật tự dịp Lễ Quốc "
        "khánh. Trong đó, Thủ tướng Chính phủ yêu cầu Bộ Công an, Bộ Quốc phòng chỉ đạo các lực lượng chức năng tăng "
        "cường tuần tra. Ủy ban nhân dân thành phố Hà Nội chủ trì, phối hợp với các cơ quan liên quan tuyên truyền."
    )
    agents = {
        str(s.object) for s in read(f"Tăng cường tuần tra\n\n{story}\n").statements if s.predicate == PIO.assignee
    }
    base = "http://localhost:8000/id/agent/"
    assert {f"{base}tw/bo-cong-an", f"{base}tw/bo-quoc-phong", f"{base}ha-noi/ubnd"} <= agents
    assert not any(agent.startswith(f"{base}ha-noi/group") for agent in agents)


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("Cổng Thông tin điện tử tỉnh Nghệ An", "nghe-an/cong-thong-tin-dien-tu"),
        ("Cổng TTĐT Nghệ An", "nghe-an/cong-thong-tin-dien-tu"),
        ("Báo Nhân Dân", "tw/bao-nhan-dan"),
        # whose portal it is does not stand there
        ("Cổng Thông tin điện tử huyện Con Cuông", "tw/cong-thong-tin-dien-tu-huyen-con-cuong"),
    ],
)
def test_a_publisher_that_a_table_knows_is_its_row(read: Read, source: str, path: str) -> None:
    raw = (
        f"Nghệ An triển khai kế hoạch trồng rừng\n\nNgày đăng 13/03/2025\n\n{LONG}\n\n{LONG[:-1]} cả.\n\n"
        f"Nguồn: {source}\n"
    )
    publishers = {str(s.object) for s in read(raw).statements if s.predicate == PIO.issuedBy}
    assert publishers == {f"http://localhost:8000/id/agent/{path}"}


def test_letters_that_say_no_more_than_whom_they_address_are_told_apart(read: Read) -> None:
    letter = "Kính gửi: Các đơn vị thuộc Bộ\n\nThực hiện nhiệm vụ được giao, đề nghị {} trước ngày 05.\n\nNơi nhận:\n"
    first, again, other = (
        read(letter.format(words)).captured for words in ("báo cáo số liệu", "báo cáo  số liệu", "cử đầu mối")
    )
    assert first == again
    assert first
    assert first != other


def test_programmes_of_one_title_whose_province_is_not_known_are_not_one(read: Read) -> None:
    """A portal prints the text without letterhead: every province has a programme of that title."""
    programme = (
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\n\nThực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị\n\nBan Thường vụ "
        "Tỉnh ủy ban hành Chương trình hành động như sau:\n\nI. NHIỆM VỤ\n\n- {}.\n"
    )
    paths = {
        path for words in ("Quán triệt Nghị quyết", "Trồng rừng") for path in read(programme.format(words)).captured
    }
    assert len(paths) == 2


def test_a_body_said_of_its_own_work_did_not_issue_what_that_work_carries_out(read: Read) -> None:
    reading = read(
        PLAN + "Giao Sở Công Thương xây dựng dự thảo Kế hoạch thực hiện Chương trình hành động số 15-CTr/TU của Ủy ban "
        "nhân dân tỉnh theo Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh.\n\n" + SIGNED
    )
    issuers = {c.cited.symbol: c.issuer.path if c.issuer else "" for c in reading.cited}
    assert issuers == {"15-CTr/TU": "", "12/QĐ-UBND": "id/agent/dong-thap/ubnd"}


def test_documents_of_one_number_whose_province_is_not_known_are_not_one(read: Read) -> None:
    head = "ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN LẬP\n\nSố: 15/KH-UBND\n\nTân Lập, ngày 2 tháng 3 năm 2026\n\nKẾ HOẠCH\n\n"
    paths = {
        path
        for title in ("Trồng cây đầu năm", "Dọn kênh mương")
        for path in read(f"{head}{title}\n\nI. NHIỆM VỤ\n\n- Vận động nhân dân.\n").captured
    }
    assert len(paths) == 2
    assert all("phuong-tan-lap/ubnd/ke-hoach/2026/15" in path for path in paths)


def test_a_district_of_no_known_province_issues_as_the_body_that_its_text_names(read: Read) -> None:
    reading = read(
        "HUYỆN ỦY TÂN LẬP\n*\nSố 15-CT/HU\n\nTân Lập, ngày 2 tháng 3 năm 2017\n\nCHỈ THỊ\n\nvề phòng, chống ma túy\n\n"
        "1. Giao Văn phòng Huyện ủy đôn đốc việc thực hiện, báo cáo Huyện ủy.\n"
    )
    committees = {agent.path for agent in reading.agents if agent.path.endswith("huyen-tan-lap/tu")}
    offices = {agent.path for agent in reading.agents if agent.path.endswith("huyen-tan-lap/van-phong-tu")}
    assert {path.removesuffix("tu") for path in committees} == {path.removesuffix("van-phong-tu") for path in offices}


@pytest.mark.parametrize(
    ("number", "document"),
    [
        ("Số 75-KL/TW", "id/doc/tw/tw/ket-luan/2024/75"),  # the place line only tells where the centre sits
        ("Số 75-KL/TU", "id/doc/ha-noi/tu/ket-luan/2024/75"),
    ],
)
def test_a_number_of_the_centre_is_of_the_centre_where_its_issuer_is_misread(
    read: Read, number: str, document: str
) -> None:
    head = f"BẠN CHẬP HÀNH ĐÁNG BỘ\n*\n{number}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Nội, ngày 28 tháng 7 năm 2024\n\n"
    reading = read(head + "KẾT LUẬN\nVề phát triển bến cảng\n\n1. Các cấp ủy tổ chức thực hiện Kết luận này.\n")
    assert list(reading.captured) == [document]


def test_the_plan_of_a_district_that_is_not_named_is_not_the_provinces(read: Read) -> None:
    reading = read(PLAN + "Căn cứ Kế hoạch số 358/KH-UBND ngày 18/01/2022 của UBND huyện về nuôi tôm;\n\n" + SIGNED)
    (path,) = (c.cited.path for c in reading.cited if c.cited.symbol == "358/KH-UBND")
    assert path.startswith("id/doc/nd-")
    reading = read(PLAN + "Căn cứ Kế hoạch số 358/KH-UBND ngày 18/01/2022 của UBND tỉnh về nuôi tôm;\n\n" + SIGNED)
    assert "id/doc/dong-thap/ubnd/ke-hoach/2022/358" in {c.cited.path for c in reading.cited}


@pytest.mark.parametrize(
    ("strategy", "area"),
    [
        ("Chiến lược phát triển Chính phủ điện tử hướng tới Chính phủ số giai đoạn 2021-2025", "tw"),
        ("Quy hoạch tổng thể phát triển kinh tế - xã hội tỉnh Đồng Tháp đến năm 2020", "dong-thap"),
    ],
)
def test_what_a_central_decision_approves_by_name_is_the_countrys(read: Read, strategy: str, area: str) -> None:
    ground = (
        f"Căn cứ Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ phê duyệt điều chỉnh {strategy};\n\n"
    )
    reading = read(PLAN + ground + SIGNED)
    (path,) = (c.cited.path for c in reading.cited if "/nn-" in c.cited.path)
    assert path.startswith(f"id/doc/{area}/nd/")


@pytest.mark.parametrize(
    ("board", "area"),
    [("BAN CHỈ ĐẠO CỦA CHÍNH PHỦ VỀ CHUYỂN ĐỔI SỐ", "tw"), ("BAN CHỈ ĐẠO CỦA TỈNH VỀ CHUYỂN ĐỔI SỐ", "ha-noi")],
)
def test_the_seat_of_a_board_of_the_government_is_not_its_province(read: Read, board: str, area: str) -> None:
    head = f"{board}\n\nSố: 47/KH-BCĐ\n\nHà Nội, ngày 24 tháng 9 năm 2025\n\n"
    (path,) = read(f"{head}KẾ HOẠCH\n\nTrồng cây\n\nI. NHIỆM VỤ\n\n- Trồng cây.\n").captured
    assert path.startswith(f"id/doc/{area}/")


CONGRESS = """NGHỊ QUYẾT

ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH {province} LẦN THỨ XIX, NHIỆM KỲ 2020 - 2025

-----

Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX họp từ ngày 13/10/2020 đến ngày 15/10/2020; trên cơ sở đó:

QUYẾT NGHỊ

I. Nhất trí những nội dung cơ bản về đánh giá kết quả 5 năm 2015-2020.
"""
PROGRAMME = """TỈNH ỦY BẮC GIANG

Số 12-CTr/TU

Bắc Giang, ngày 12 tháng 3 năm 2021

CHƯƠNG TRÌNH

thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020 - 2025

I. MỤC TIÊU

Tăng sản lượng.
"""


def test_the_resolution_of_a_congress_is_what_others_cite(read: Read) -> None:
    held = read(CONGRESS.format(province="BẮC GIANG")).captured
    cited = {path for kind, _citing, path in edges(read(PROGRAMME)) if kind == "implements"}
    assert cited == set(held) == {"id/doc/bac-giang/tu/nghi-quyet/nd/dai-hoi-xix"}


def test_a_resolution_on_another_congress_is_not_that_of_the_party(read: Read) -> None:
    union = CONGRESS.format(province="BẮC GIANG").replace("ĐẢNG BỘ TỈNH", "CÔNG ĐOÀN TỈNH")
    assert not any("dai-hoi-xix" in path for path in read(union).captured)


ALONE = """{above}CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ

THỰC HIỆN NGHỊ QUYẾT SỐ 15-NQ/TW NGÀY 05 THÁNG 5 NĂM 2022 CỦA BỘ CHÍNH TRỊ

(Ban hành kèm theo Nghị quyết số 12/NQ-CP ngày 07 tháng 02 năm 2023 của Chính phủ)

I. MỤC ĐÍCH

Tăng sản lượng.
"""
ABOVE = "CHÍNH PHỦ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: {number}\n\nHà Nội, ngày 07 tháng 02 năm 2023\n\n"


@pytest.mark.parametrize("above", ["", ABOVE.format(number="12/NQ-CP")])
def test_an_attached_plan_alone_in_its_file_is_that_of_its_carrier(read: Read, above: str) -> None:
    carrier = "id/doc/tw/cp/nghi-quyet/2023/12"
    found = read(ALONE.format(above=above))
    assert found.captured == (f"{carrier}/attached/chuong-trinh-hanh-dong",)
    assert ("annexOf", "", carrier) in edges(found)


def test_a_programme_with_a_number_of_its_own_is_none_of_the_documents_it_names(read: Read) -> None:
    found = read(ALONE.format(above=ABOVE.format(number="9/CTr-CP")))
    assert found.captured == ("id/doc/tw/cp/chuong-trinh-hanh-dong/2023/9",)


def test_a_plan_of_another_body_than_the_line_names_is_not_attached(read: Read) -> None:
    other = ABOVE.format(number="").replace("CHÍNH PHỦ", "BỘ NỘI VỤ", 1)
    assert "attached" not in read(ALONE.format(above=other)).captured[0]
