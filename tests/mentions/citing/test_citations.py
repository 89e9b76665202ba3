"""Citations: who cites whom, in what relation, and what is no citation at all."""

from collections.abc import Callable

import pytest

from kgbuild.model.mentions import CitationMention

Cite = Callable[..., list[tuple[str, str, str]]]
HEAD = "KẾ HOẠCH\n\n{title}\n\n"
BODY = "I. NHIỆM VỤ\n\n1. {body}\n"


def core(mention: CitationMention) -> str:
    return str(mention.symbol) if mention.symbol else mention.name


@pytest.fixture(scope="module")
def cite(document) -> Cite:
    """List (kind, cited, citing or "") of a document."""

    def citer(raw: str, area: str = "ha-noi", at: int = 0) -> list[tuple[str, str, str]]:
        found = document(raw, area, at).citations()
        return [(m.kind, core(m), core(found[m.subject]) if m.subject >= 0 else "") for m in found]

    return citer


def preamble(*lines: str, title: str = "Phát triển du lịch năm 2024") -> str:
    return HEAD.format(title=title) + "\n\n".join(lines) + "\n\n" + BODY.format(body="Quảng bá du lịch.")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Căn cứ Nghị định số 24/2014/NĐ-CP ngày 04/4/2014 của Chính phủ;", [("legalBasis", "24/2014/NĐ-CP", "")]),
        ("Căn cứ Luật Du lịch ngày 19 tháng 6 năm 2017;", [("legalBasis", "Luật Du lịch", "")]),
        ("Thực hiện Nghị quyết số 08-NQ/TW ngày 16/01/2017 của Bộ Chính trị;", [("implements", "08-NQ/TW", "")]),
        ("Triển khai thực hiện Chỉ thị số 06/CT-TTg của Thủ tướng Chính phủ;", [("implements", "06/CT-TTg", "")]),
        (
            "Xét đề nghị của Giám đốc Sở Du lịch tại Tờ trình số 40/TTr-SDL ngày 12/3/2024;",
            [("onSubmission", "40/TTr-SDL", "")],
        ),
        ("Theo đề nghị của Sở Du lịch tại Công văn số 120/SDL-QLLH;", [("onSubmission", "120/SDL-QLLH", "")]),
        (
            "Xét đề nghị của Trưởng phòng Nội vụ (Công văn số 12/TTr-PNV ngày 12/3/2024) về bổ nhiệm;",
            [("onSubmission", "12/TTr-PNV", "")],
        ),
        (
            "Xét đề nghị của Sở Du lịch (văn bản số 12/SDL-VP), ý kiến của Sở Tư pháp (các văn bản: số 7/STP-VP, "
            "số 9/STP-VP) về lập quy hoạch;",
            [("onSubmission", "12/SDL-VP", ""), ("onSubmission", "7/STP-VP", ""), ("onSubmission", "9/STP-VP", "")],
        ),
        ("Về đề nghị của Sở Du lịch (Công văn số 12/SDL-VP) về lập quy hoạch;", [("onSubmission", "12/SDL-VP", "")]),
        ("Đề nghị Sở Du lịch thực hiện chỉ đạo tại văn bản số 12/SDL-VP;", [("cites", "12/SDL-VP", "")]),
        ("Trả lời đề nghị của Sở Du lịch tại Nghị định số 12/2020/NĐ-CP;", [("cites", "12/2020/NĐ-CP", "")]),
        (
            "Qua xem xét Báo cáo số 18/BC-UBND của UBND tỉnh; Báo cáo thẩm tra số 4/BC-HĐND của Ban Pháp chế;",
            [("onSubmission", "18/BC-UBND", ""), ("onSubmission", "4/BC-HĐND", "")],
        ),
        # what was done to one document says nothing of the next one once the bracket is closed
        (
            "Căn cứ Bộ luật Lao động ngày 23 tháng 6 năm 1994 (đã được sửa đổi, bổ sung năm 2002); Nghị định số "
            "39/2003/NĐ-CP ngày 18/4/2003 của Chính phủ;",
            [("legalBasis", "Bộ luật Lao động", ""), ("legalBasis", "39/2003/NĐ-CP", "")],
        ),
        # a basis named in the middle of a paragraph: the list goes on behind it
        (
            "Các sở đã có nhiều cố gắng. Căn cứ Nghị quyết số 10/NQ-HĐND của HĐND tỉnh về thu hút khách; Kế hoạch số "
            "12/KH-UBND của UBND tỉnh;",
            [("legalBasis", "10/NQ-HĐND", ""), ("legalBasis", "12/KH-UBND", "")],
        ),
        (
            "Thực hiện Nghị quyết số 10/NQ-HĐND của HĐND tỉnh, UBND tỉnh đã ban hành Kế hoạch số 12/KH-UBND;",
            [("implements", "10/NQ-HĐND", ""), ("cites", "12/KH-UBND", "")],
        ),
        # the cue that opens a paragraph holds for its first sentence
        (
            "Thực hiện Nghị quyết số 10/NQ-HĐND của HĐND tỉnh, các sở đã có nhiều cố gắng. HĐND tỉnh đã thông qua "
            "Nghị quyết số 12/NQ-HĐND.",
            [("implements", "10/NQ-HĐND", ""), ("cites", "12/NQ-HĐND", "")],
        ),
        (
            "Sở Du lịch đã làm việc về chương trình mục tiêu và đầu tư theo phân công tại Công văn số 120/SDL-QLLH;",
            [("cites", "120/SDL-QLLH", "")],
        ),
        (
            "Căn cứ Nghị quyết số 10/NQ-HĐND và Nghị quyết số 12/NQ-HĐND của HĐND tỉnh;",
            [("legalBasis", "10/NQ-HĐND", ""), ("legalBasis", "12/NQ-HĐND", "")],
        ),
    ],
)
def test_recitals(cite: Cite, line: str, expected: list[tuple[str, str, str]]) -> None:
    assert cite(preamble(line)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Căn cứ Luật Ban hành văn bản số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15;",
            [("legalBasis", "64/2025/QH15", ""), ("cites", "87/2025/QH15", "")],
        ),
        (
            "Căn cứ Luật Đầu tư công ngày 13 tháng 6 năm 2019; Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công "
            "ngày 11 tháng 01 năm 2022;",
            [
                ("legalBasis", "Luật Đầu tư công", ""),
                ("legalBasis", "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công", ""),
            ],
        ),
        (
            "Căn cứ Nghị định số 24/2014/NĐ-CP ngày 04/4/2014 và Nghị định số 107/2020/NĐ-CP ngày 14/9/2020 của Chính "
            "phủ sửa đổi, bổ sung một số điều của Nghị định số 24/2014/NĐ-CP;",
            [
                ("legalBasis", "24/2014/NĐ-CP", ""),
                ("legalBasis", "107/2020/NĐ-CP", ""),
                ("amends", "24/2014/NĐ-CP", "107/2020/NĐ-CP"),
            ],
        ),
        (
            "Xét Tờ trình số 426/TTr-UBND ngày 21/11/2025 của tỉnh; Báo cáo thẩm tra số 117/BC-BPC ngày 22/11/2025;",
            [("onSubmission", "426/TTr-UBND", ""), ("onSubmission", "117/BC-BPC", "")],
        ),
        (
            "Thực hiện Công văn số 1234/BKHCN-KHTC ngày 05/3/2024 V/v xây dựng kế hoạch;",
            [("implements", "1234/BKHCN-KHTC", "")],
        ),
        (
            "Thực hiện Thông tri số 02-TT/TU ngày 03/10/2025 của Thành ủy về “Tháng cùng phụ nữ hành động” và "
            "hướng dẫn của Bộ Nội vụ tại Công văn số 8935/BNV-CTTN ngày 03/10/2025;",
            [("implements", "02-TT/TU", ""), ("implements", "8935/BNV-CTTN", "")],
        ),
        (  # here it is what the title speaks of
            "Thực hiện Thông tri số 02-TT/TU ngày 03/10/2025 của Thành ủy về thực hiện Công văn số 8935/BNV-CTTN ngày "
            "03/10/2025;",
            [("implements", "02-TT/TU", ""), ("implements", "8935/BNV-CTTN", "02-TT/TU")],
        ),
        ("Căn cứ Nghị quyết số 202/2025/QH15 của Quốc hội;", [("legalBasis", "202/2025/QH15", "")]),
        # numbers that share a symbol, numbers that name only the organ
        (
            "Căn cứ các Nghị quyết số 10, 11 và 12/NQ-HĐND ngày 05/7/2024 của Hội đồng nhân dân tỉnh;",
            [("legalBasis", "10/NQ-HĐND", ""), ("legalBasis", "11/NQ-HĐND", ""), ("legalBasis", "12/NQ-HĐND", "")],
        ),
        (
            "Theo đề nghị của Sở Kế hoạch và Đầu tư tại Tờ trình số 126/SKHĐT ngày 23/01/2007;",
            [("onSubmission", "126/SKHĐT", "")],
        ),
        # laws named with their year
        (
            "Căn cứ Luật Thú y năm 2015; Luật Cảnh vệ năm 2017; Luật Thú y;",
            [
                ("legalBasis", "Luật Thú y năm 2015", ""),
                ("legalBasis", "Luật Cảnh vệ năm 2017", ""),
                ("legalBasis", "Luật Thú y", ""),
            ],
        ),
        ("Căn cứ Luật Tình trạng khẩn cấp;", [("legalBasis", "Luật Tình trạng khẩn cấp", "")]),
    ],
)
def test_recitals_with_several_documents(cite: Cite, line: str, expected: list[tuple[str, str, str]]) -> None:
    assert cite(preamble(line)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # the inner document is cited by the outer one
        (
            "Thực hiện Kế hoạch số 258-KH/TU ngày 27/9/2019 của Tỉnh ủy về thực hiện Kết luận số 50-KL/TW ngày "
            "30/5/2019 của Ban Bí thư;",
            [("implements", "258-KH/TU", ""), ("implements", "50-KL/TW", "258-KH/TU")],
        ),
        (
            "Căn cứ Quyết định số 738/QĐ-UBND ngày 14/02/2015 của UBND tỉnh về ban hành Kế hoạch hành động triển khai "
            "thực hiện Nghị quyết số 46/NQ-CP ngày 29/3/2013 của Chính phủ;",
            [("legalBasis", "738/QĐ-UBND", ""), ("implements", "46/NQ-CP", "738/QĐ-UBND")],
        ),
        # three deep
        (
            "Thực hiện Kế hoạch số 30-KH/TU của Tỉnh ủy về thực hiện Kết luận số 50-KL/TW của Ban Bí thư về tiếp tục "
            "thực hiện Nghị quyết số 20-NQ/TW của Ban Chấp hành Trung ương;",
            [
                ("implements", "30-KH/TU", ""),
                ("implements", "50-KL/TW", "30-KH/TU"),
                ("continues", "20-NQ/TW", "50-KL/TW"),
            ],
        ),
        # what takes away hindrances in carrying out a law does not itself carry it out
        (
            "Căn cứ Nghị quyết số 5/NQ-CP của Chính phủ quy định về tháo gỡ khó khăn, vướng mắc trong tổ chức thi hành "
            "Luật số 55/2010/QH12;",
            [("legalBasis", "5/NQ-CP", ""), ("cites", "55/2010/QH12", "5/NQ-CP")],
        ),
        # an amending document and the one amended
        (
            "Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định "
            "số 63/2010/NĐ-CP;",
            [("legalBasis", "92/2017/NĐ-CP", ""), ("amends", "63/2010/NĐ-CP", "92/2017/NĐ-CP")],
        ),
        # what changed a law amends it; the law amends nothing
        (
            "Căn cứ Luật Biển số 18/2012/QH13 (sửa đổi, bổ sung tại Luật số 72/2025/QH15);",
            [("legalBasis", "18/2012/QH13", ""), ("cites", "72/2025/QH15", "")],
        ),
        (
            "Căn cứ Thông tư số 6/2008/TT-BNV ngày 21/8/2008 hướng dẫn sửa đổi, bổ sung Khoản 2 Mục III, Thông tư số "
            "4/2008/TT-BNV;",
            [("legalBasis", "6/2008/TT-BNV", ""), ("amends", "4/2008/TT-BNV", "6/2008/TT-BNV")],
        ),
        # numbers of old times, papers of which type, number and day are said, a paper that only looks like a circular
        (
            "Căn cứ Nghị định của Chính phủ số 11-CP ngày 20/2/1993 về miền núi;",
            [("legalBasis", "11/CP", "")],
        ),
        (
            "Xét đề nghị của Giám đốc Sở Công nghiệp tại Tờ trình số 78 ngày 10 tháng 5 năm 1999,",
            [("onSubmission", "Tờ trình số 78", "")],
        ),
        (
            "Xét đề nghị của Sở Công nghiệp tại văn bản số 54/TT-SCN ngày 28/10/1998,",
            [("onSubmission", "54/TT-SCN", "")],
        ),
        ("Xét báo cáo của tổ công tác số 3 ngày 5 tháng 6 năm 2009;", []),
        # no title names what was issued later: the second decree stands beside the first
        (
            "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ quy định chi tiết một số điều của Luật "
            "Du lịch và Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ sửa đổi, bổ sung một số điều của Nghị "
            "định số 63/2010/NĐ-CP;",
            [
                ("legalBasis", "63/2010/NĐ-CP", ""),
                ("cites", "Luật Du lịch", "63/2010/NĐ-CP"),
                ("legalBasis", "92/2017/NĐ-CP", ""),
                ("amends", "63/2010/NĐ-CP", "92/2017/NĐ-CP"),
            ],
        ),
        # an earlier one that stands behind "và" belongs to the title
        (
            "Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định "
            "số 63/2010/NĐ-CP và Nghị định số 48/2013/NĐ-CP;",
            [
                ("legalBasis", "92/2017/NĐ-CP", ""),
                ("amends", "63/2010/NĐ-CP", "92/2017/NĐ-CP"),
                ("amends", "48/2013/NĐ-CP", "92/2017/NĐ-CP"),
            ],
        ),
        # what a province issued is none of the title of a resolution of the Government: the recital goes on
        (
            "Thực hiện Nghị quyết số 01/NQ-CP ngày 06/01/2023 của Chính phủ về nhiệm vụ, giải pháp chủ yếu thực hiện "
            "Kế hoạch phát triển kinh tế - xã hội năm 2023, Nghị quyết số 131/NQ-HĐND ngày 09/12/2022 của Hội đồng "
            "nhân dân tỉnh về nhiệm vụ năm 2023, Ủy ban nhân dân tỉnh báo cáo như sau:",
            [
                ("implements", "01/NQ-CP", ""),
                ("implements", "Kế hoạch phát triển kinh tế - xã hội năm 2023", "01/NQ-CP"),
                ("implements", "131/NQ-HĐND", ""),
            ],
        ),
        # each law of a list has its own number
        (
            "Căn cứ Luật Du lịch số 09/2017/QH14 được sửa đổi, bổ sung bởi các Luật số 43/2024/QH15, số 47/2024/QH15 "
            "và số 58/2024/QH15;",
            [
                ("legalBasis", "09/2017/QH14", ""),
                ("cites", "43/2024/QH15", ""),
                ("cites", "47/2024/QH15", ""),
                ("cites", "58/2024/QH15", ""),
            ],
        ),
        (
            "Sau khi xem xét Tờ trình số 40/TTr-UBND ngày 12/3/2024 của UBND tỉnh về “Phát triển du lịch” và Báo cáo "
            "thẩm tra số 18/BC-VHXH ngày 20/3/2024 của Ban Văn hóa - Xã hội;",
            [("onSubmission", "40/TTr-UBND", ""), ("onSubmission", "18/BC-VHXH", "")],
        ),
    ],
)
def test_the_inner_document_is_cited_by_the_outer(cite: Cite, line: str, expected: list[tuple[str, str, str]]) -> None:
    assert cite(preamble(line)) == expected


@pytest.mark.parametrize(
    ("outer", "kind", "renews"),
    [
        # the centre continues what the centre resolved
        ("Kết luận số 50-KL/TW ngày 30/5/2019 của Ban Bí thư", "continues", False),
        # a province carries it out anew
        ("Chỉ thị số 29-CT/TU ngày 27/02/2015 của Tỉnh ủy", "implements", True),
        ("Kế hoạch số 85/KH-UBND ngày 12/4/2021 của UBND tỉnh", "implements", True),
    ],
)
def test_who_may_continue(document, outer: str, kind: str, renews: bool) -> None:
    line = f"Căn cứ {outer} về tiếp tục đẩy mạnh thực hiện Nghị quyết số 20-NQ/TW của Ban Chấp hành Trung ương khóa XI;"
    inner = document(preamble(line)).citations()[1]
    assert (core(inner), inner.kind, inner.renews) == ("20-NQ/TW", kind, renews)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Thực hiện Nghị quyết số 08-NQ/TW ngày 16/01/2017 của Bộ Chính trị về phát triển du lịch",
            [("implements", "08-NQ/TW", "")],
        ),
        ("Triển khai Kết luận số 82-KL/TW của Bộ Chính trị", [("implements", "82-KL/TW", "")]),
        ("Sửa đổi Quyết định số 12/QĐ-UBND ngày 05/01/2020", [("amends", "12/QĐ-UBND", "")]),
        (
            "Về việc sửa đổi Quy định quản lý chợ ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2020",
            [("amends", "12/QĐ-UBND", "")],
        ),
        (
            "Về việc sửa đổi Quy định quản lý chợ theo Nghị định số 60/2024/NĐ-CP",
            [("cites", "60/2024/NĐ-CP", "")],
        ),
        ("Bãi bỏ Quyết định số 12/QĐ-UBND", [("repeals", "12/QĐ-UBND", "")]),
        ("Bãi bỏ một phần khoản 2 Điều 1 của Quyết định số 12/QĐ-UBND", [("repeals", "12/QĐ-UBND", "")]),
        (
            "Tiếp tục thực hiện Nghị quyết số 08-NQ/TW của Bộ Chính trị",
            [("implements", "08-NQ/TW", "")],
        ),
        ("Phát triển du lịch năm 2024", []),
    ],
)
def test_titles(cite: Cite, title: str, expected: list[tuple[str, str, str]]) -> None:
    assert cite(HEAD.format(title=title) + BODY.format(body="Quảng bá du lịch.")) == expected


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Tổng kết thi hành Luật Tài nguyên nước ngày 27 tháng 11 năm 2023", "cites"),
        ("Sơ kết 02 năm thi hành Luật Tài nguyên nước ngày 27 tháng 11 năm 2023", "cites"),
        ("Triển khai thi hành Luật Tài nguyên nước ngày 27 tháng 11 năm 2023", "implements"),
        ("Thi hành Luật Tài nguyên nước ngày 27 tháng 11 năm 2023", "implements"),
    ],
)
def test_who_looks_back_on_a_law_does_not_carry_it_out(cite: Cite, title: str, kind: str) -> None:
    ((found, _, _),) = cite(HEAD.format(title=title) + BODY.format(body="Quảng bá du lịch."))
    assert found == kind


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Thực hiện các chỉ tiêu tại Kế hoạch số 185/KH-UBND ngày 11/8/2021.", [("cites", "185/KH-UBND", "")]),
        ("Áp dụng mức chi theo Thông tư số 40/2017/TT-BTC.", [("cites", "40/2017/TT-BTC", "")]),
        ("Quản lý theo dự thảo Luật Thủ đô (sửa đổi).", [("cites", "Luật Thủ đô (sửa đổi)", "")]),
        ("Kế hoạch này được phổ biến đến từng thôn.", []),
        ("Quyết định này có hiệu lực từ ngày ký.", []),
        ("Thực hiện đúng quy định của pháp luật.", []),
        ("Tuân thủ pháp luật đầu tư công, pháp luật doanh nghiệp.", []),
        ("Rà soát việc xử lý kỷ luật cán bộ, công chức.", []),
        ("Thi hành kỷ luật cán bộ vi phạm nghiêm trọng, ngày 12/3/2020.", []),
        ("Thực hiện Luật Cán bộ, công chức.", [("cites", "Luật Cán bộ, công chức", "")]),
    ],
)
def test_the_body_only_cites(cite: Cite, body: str, expected: list[tuple[str, str, str]]) -> None:
    assert cite(HEAD.format(title="Phát triển du lịch") + BODY.format(body=body)) == expected


DECISION = """QUYẾT ĐỊNH

Về việc ban hành Quy chế quản lý chợ

ỦY BAN NHÂN DÂN TỈNH TÂY NINH

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

QUYẾT ĐỊNH:

Điều 1. {first}

Điều 2. {second}

Điều 3. Chánh Văn phòng UBND tỉnh chịu trách nhiệm thi hành Quyết định này.
"""


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Quyết định này thay thế Quyết định số 15/2010/QĐ-UBND ngày 05/4/2010.", ("replaces", "15/2010/QĐ-UBND")),
        (
            "Quyết định này thay thế Quy định quản lý bến đò ban hành kèm theo Quyết định số 15/2010/QĐ-UBND.",
            ("replaces", "15/2010/QĐ-UBND"),
        ),
        (
            "Thay thế Danh mục bến đò được Chủ tịch UBND tỉnh công bố tại các Quyết định: Số 15/2010/QĐ-UBND.",
            ("replaces", "15/2010/QĐ-UBND"),
        ),
        # what is replaced by it, and what only tells how
        (
            "Danh mục thay thế lập trong quý I. Lệ phí thu theo mức ban hành kèm theo Quyết định số 15/2010/QĐ-UBND.",
            ("cites", "15/2010/QĐ-UBND"),
        ),
        ("Vật tư thay thế được cấp theo Quyết định số 15/2010/QĐ-UBND.", ("cites", "15/2010/QĐ-UBND")),
        ("Bãi bỏ Quyết định số 15/2010/QĐ-UBND.", ("repeals", "15/2010/QĐ-UBND")),
        ("Sửa đổi, bổ sung một số điều của Quyết định số 15/2010/QĐ-UBND.", ("amends", "15/2010/QĐ-UBND")),
        ("Sửa đổi khoản 2, Điều 4 Quyết định số 15/2010/QĐ-UBND.", ("amends", "15/2010/QĐ-UBND")),
        (
            "Sửa đổi Điều 4 Quy định quản lý chợ ban hành kèm theo Quyết định số 15/2010/QĐ-UBND.",
            ("amends", "15/2010/QĐ-UBND"),
        ),
        ("Các nội dung khác thực hiện theo Quyết định số 15/2010/QĐ-UBND.", ("cites", "15/2010/QĐ-UBND")),
        ("Quy chế được sửa đổi tại Quyết định số 15/2010/QĐ-UBND.", ("cites", "15/2010/QĐ-UBND")),
    ],
)
def test_articles_replace_repeal_amend(cite: Cite, second: str, expected: tuple[str, str]) -> None:
    raw = DECISION.format(first="Ban hành kèm theo Quyết định này Quy chế quản lý chợ.", second=second)
    assert (*expected, "") in cite(raw)


def test_a_decision_promulgates_what_it_carries(document) -> None:
    raw = DECISION.format(
        first="Ban hành kèm theo Quyết định này Quy chế quản lý chợ.", second="Có hiệu lực từ ngày ký."
    )
    (found,) = [m for m in document(raw).citations() if m.kind == "promulgates"]
    assert (found.form, found.name) == ("quy-che", "Quy chế quản lý chợ")


def test_the_line_below_a_title_names_the_carrier(cite: Cite) -> None:
    raw = (
        "QUY CHẾ\n\nQuản lý chợ trên địa bàn tỉnh\n\n(Ban hành kèm theo Quyết định số 20/2021/QĐ-UBND ngày 05/5/2021 "
        "của Ủy ban nhân dân tỉnh Tây Ninh)\n\nĐiều 1. Phạm vi điều chỉnh\n"
    )
    assert cite(raw) == [("annexOf", "20/2021/QĐ-UBND", "")]


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("Thực hiện từ Điều 18 đến Điều 26 của Quyết định 05/2021/QĐ-UBND.", "từ Điều 18 đến Điều 26"),
        ("Theo khoản 2 Điều 7 Nghị định số 24/2014/NĐ-CP.", "khoản 2 Điều 7"),
        ("Theo điểm b khoản 4 Điều 24 Luật Thủ đô.", "điểm b khoản 4 Điều 24"),
        ("Theo Điều 5, 6 và 7 Thông tư số 40/2017/TT-BTC.", "Điều 5, 6 và 7"),
        ("Theo Thông tư số 40/2017/TT-BTC.", ""),
    ],
)
def test_the_articles_that_are_cited(document, body: str, part: str) -> None:
    read = document(HEAD.format(title="Phát triển du lịch") + BODY.format(body=body))
    (found,) = read.citations()
    assert read.words(found.part).casefold() == part.casefold()


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        ("Góp ý dự thảo Luật Thủ đô.", True),
        ("Góp ý Luật Thủ đô (sửa đổi).", True),
        ("Thi hành Luật Thủ đô.", False),
    ],
)
def test_drafts(document, line: str, draft: bool) -> None:
    (found,) = document(HEAD.format(title="Phát triển du lịch") + BODY.format(body=line)).citations()
    assert found.draft is draft


DECLARES = (
    "Căn cứ Kết luận số 50-KL/TW ngày 30/5/2019 của Ban Bí thư về phát triển khoa học và công nghệ "
    "(sau đây gọi tắt là {name});"
)


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("Kết luận 50", "Quán triệt Kết luận 50 đến cán bộ.", ["50-KL/TW"]),
        ("Kết luận số 50", "Quán triệt Kết luận số 50 đến cán bộ.", ["50-KL/TW"]),
        ("Kết luận của Ban Bí thư", "Quán triệt Kết luận của Ban Bí thư.", ["50-KL/TW"]),
        # another number, a bare type word
        ("Kết luận 50", "Quán triệt Kết luận 501 đến cán bộ.", []),
        ("Kết luận 50", "Kết luận hội nghị, lãnh đạo tỉnh nhấn mạnh.", []),
    ],
)
def test_names_that_the_text_declares(document, name: str, body: str, expected: list[str]) -> None:
    raw = HEAD.format(title="Phát triển khoa học") + DECLARES.format(name=name) + "\n\n" + BODY.format(body=body)
    found = [m for m in document(raw).citations() if m.rule == "short-name" and m.section]
    assert [core(m) for m in found] == expected
    assert all((m.kind, m.date, m.issuer) == ("cites", None, None) for m in found)


def test_a_short_name_that_fits_two_documents_is_none(document) -> None:
    raw = preamble(
        "Căn cứ Kế hoạch số 20/KH-UBND ngày 05/01/2022 của UBND tỉnh;",
        "Căn cứ Kế hoạch số 20-KH/TU ngày 09/02/2022 của Tỉnh ủy;",
    ).replace("Quảng bá du lịch.", "Thực hiện Kế hoạch 20.")
    assert [m for m in document(raw).citations() if m.rule == "short-name"] == []


def test_a_document_never_cites_itself_by_this(cite: Cite) -> None:
    raw = preamble("Căn cứ Luật Du lịch ngày 19/6/2017;").replace(
        "Quảng bá du lịch.", "Kế hoạch này, Kế hoạch của UBND tỉnh và Quyết định này được công khai."
    )
    assert cite(raw) == [("legalBasis", "Luật Du lịch", "")]


def test_a_report_only_cites(cite: Cite) -> None:
    lead = (
        "Thực hiện Chương trình số 07-CTr/TU của Thành ủy, căn cứ Kế hoạch số 345/KH-UBND của UBND thành phố, sáng nay "
        "Sở Khoa học và Công nghệ tổ chức hội nghị triển khai nhiệm vụ với sự tham gia của nhiều đại biểu."
    )
    raw = f"Hà Nội triển khai nhiệm vụ khoa học và công nghệ\n\n{lead}\n"
    assert cite(raw) == [("cites", "07-CTr/TU", ""), ("cites", "345/KH-UBND", "")]


def test_titles_of_cited_documents(document) -> None:
    read = document(
        preamble(
            "Thực hiện Kết luận số 50-KL/TW ngày 30/5/2019 của Ban Bí thư về phát triển khoa học và công nghệ;",
            "Thực hiện Chương trình số 07-CTr/TU của Thành ủy về “Đẩy mạnh phát triển khoa học; công nghệ”, Sở X;",
            "Căn cứ Nghị quyết số 10/NQ-HĐND;",
        )
    )
    assert [read.words(m.title) for m in read.citations()] == [
        "về phát triển khoa học và công nghệ",
        "về “Đẩy mạnh phát triển khoa học; công nghệ”",
        "",
    ]


def test_cells_of_tables_cite_too(cite: Cite) -> None:
    raw = HEAD.format(title="Phát triển du lịch") + (
        "I. NHIỆM VỤ\n\n| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n"
        "| 1 | Sơ kết Nghị quyết số 08-NQ/TW | Sở Du lịch | 2024 |\n"
    )
    assert cite(raw) == [("cites", "08-NQ/TW", "")]


@pytest.mark.parametrize("body", ["Tổng kết Nghị quyết số 29-NQ/TW.", "Theo Quy định số 08-QĐ/TW. Báo cáo cấp trên."])
def test_a_full_stop_is_no_part_of_a_symbol(document, body: str) -> None:
    read = document(HEAD.format(title="Phát triển du lịch") + BODY.format(body=body))
    (found,) = read.citations()
    assert read.words(found.span)[-1] == "W"
    assert read.words(found.symbol_span)[-1] == "W"


def test_the_next_document_of_a_list_is_no_title(document) -> None:
    body = "Theo Hướng dẫn số 05-HD/BTGTW, Quy định số 08-QĐ/TW, Hướng dẫn số 12-HD/VPTW của cấp trên."
    read = document(HEAD.format(title="Phát triển du lịch") + BODY.format(body=body))
    assert [read.words(m.title) for m in read.citations()] == ["", "", ""]


@pytest.mark.parametrize(
    ("closing", "kind"),
    [
        ("Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 20/5/2015 của UBND tỉnh.", "replaces"),
        ("(Kế hoạch này thay Kế hoạch số 12/KH-UBND ngày 20/5/2015 của UBND tỉnh).", "replaces"),
        ("Cách làm này thay đổi theo Kế hoạch số 12/KH-UBND ngày 20/5/2015 của UBND tỉnh.", "cites"),
        ("Bãi bỏ Kế hoạch số 12/KH-UBND ngày 20/5/2015 của UBND tỉnh.", "repeals"),
        ("Công tác này đã thay thế cách làm cũ theo Kế hoạch số 12/KH-UBND.", "cites"),
    ],
)
def test_a_closing_may_replace_an_older_document(cite: Cite, closing: str, kind: str) -> None:
    raw = HEAD.format(title="Phát triển du lịch") + BODY.format(body="Quảng bá.") + f"\n{closing}\n"
    assert cite(raw) == [(kind, "12/KH-UBND", "")]


def test_a_decision_does_not_cite_the_plan_that_it_carries_by_its_name(cite: Cite) -> None:
    raw = (
        "QUYẾT ĐỊNH\n\nVề việc ban hành Kế hoạch phát triển du lịch năm 2023\n\nỦY BAN NHÂN DÂN TỈNH TÂY NINH\n\nĐiều "
        "1. Ban hành kèm theo Quyết định này Kế hoạch phát triển du lịch năm 2023.\n\nĐiều 2. Có hiệu lực từ ngày ký.\n"
    )
    assert [kind for kind, _, _ in cite(raw)] == ["promulgates"]


@pytest.mark.parametrize(
    "title", ["Về kế hoạch phát triển kinh tế tỉnh 5 năm 2016 - 2020", "Kế hoạch kinh tế tỉnh 5 năm"]
)
def test_a_resolution_on_a_plan_sets_it_out_and_does_not_cite_it(cite: Cite, title: str) -> None:
    plan = title.removeprefix("Về ").lower()
    raw = (
        f"HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN LA\n\nSố: 9/NQ-HĐND\n\nSơn La, ngày 31 tháng 8 năm 2016\n\nNGHỊ QUYẾT\n\n{title}"
        "\n\nSau khi xem xét Báo cáo của Ủy ban nhân dân tỉnh về tình hình thực hiện Kế hoạch phát triển giáo dục tỉnh "
        f"5 năm 2010 - 2015 và Tờ trình số 515/TTr-UBND ngày 10 tháng 7 năm 2016 về {plan},\n\n"
        f"QUYẾT NGHỊ:\n\nĐiều 1. Thông qua {plan}.\n"
    )
    assert cite(raw) == [
        ("cites", "Kế hoạch phát triển giáo dục tỉnh 5 năm 2010 - 2015", ""),
        ("onSubmission", "515/TTr-UBND", ""),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển du lịch biển đảo năm 2024 như sau.",
        "Giao Sở Du lịch theo dõi Kế hoạch phát triển du lịch biển đảo tỉnh Kiên Giang năm 2024.",
        "Sở Du lịch xây dựng Chiến lược phát triển thương hiệu du lịch đến năm 2030.",
    ],
)
def test_a_document_does_not_cite_itself_or_what_is_still_to_be_made(cite: Cite, body: str) -> None:
    title = "Phát triển du lịch biển đảo tỉnh Kiên Giang năm 2024"
    assert cite(HEAD.format(title=title) + BODY.format(body=body)) == []


def test_another_plan_of_the_same_sort_is_cited(cite: Cite) -> None:
    body = "Lồng ghép với Kế hoạch phát triển du lịch biển đảo năm 2023."
    title = "Phát triển du lịch cộng đồng năm 2024"
    assert [kind for kind, _, _ in cite(HEAD.format(title=title) + BODY.format(body=body))] == ["cites"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Thực hiện Chỉ thị số 19/CT-TTg về thi đua 5 năm (2021 - 2025) theo Nghị quyết Đại hội XIII của Đảng;",
            "về thi đua 5 năm (2021 - 2025) theo Nghị quyết Đại hội XIII của Đảng",
        ),
        (
            "Thực hiện Chỉ thị số 19/CT-TTg về phòng cháy và Quyết định số 7/QĐ-BYT về phòng dịch;",
            "về phòng cháy",
        ),
        (
            "Thực hiện Chỉ thị số 19/CT-TTg về phòng cháy, chữa cháy, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
            "về phòng cháy, chữa cháy",
        ),
        ("Thực hiện Chỉ thị số 19/CT-TTg về phòng dịch, bảo vệ đàn gia súc;", "về phòng dịch, bảo vệ đàn gia súc"),
    ],
)
def test_a_title_ends_with_its_clause(document, line: str, title: str) -> None:
    read = document(preamble(line))
    assert read.words(read.citations()[0].title) == title


def test_a_list_is_amended_or_replaced_to_its_end(cite: Cite) -> None:
    listed = (
        "Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 về kiểm soát thủ tục hành chính; "
        "Nghị định số 20/2008/NĐ-CP ngày 14/02/2008 và Nghị định số 36/2012/NĐ-CP ngày 18/4/2012"
    )
    symbols = ["63/2010/NĐ-CP", "20/2008/NĐ-CP", "36/2012/NĐ-CP"]
    raw = f"NGHỊ ĐỊNH\n\nVề thủ tục\n\nĐiều 1. Sửa đổi, bổ sung {listed}\n\nĐiều 2. Thi hành.\n"
    assert cite(raw) == [("amends", symbol, "") for symbol in symbols]
    # what follows another verb is not amended
    other = f"{listed}; căn cứ Nghị định số 55/2011/NĐ-CP"
    raw = f"NGHỊ ĐỊNH\n\nVề thủ tục\n\nĐiều 1. Sửa đổi, bổ sung {other}\n\nĐiều 2. Thi hành.\n"
    assert cite(raw)[-1] == ("cites", "55/2011/NĐ-CP", "")


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("Xét đề nghị của Giám đốc", "Sở Y tế tại Tờ trình số 63/TTr-SYT ngày 07/11/2011,"), "onSubmission"),
        # what ends is over
        (
            ("Xét đề nghị của Giám đốc Sở Y tế;", "Sở Nội vụ đã nêu tại Tờ trình số 63/TTr-SNV ngày 07/11/2011,"),
            "cites",
        ),
        (
            ("Theo đề nghị của Giám đốc Sở", "Nông nghiệp và Môi trường tại Tờ trình số 63/TTr-SNNMT"),
            "onSubmission",
        ),
        (
            ("Thực hiện Nghị quyết số 26-NQ/TW ngày 05/8/2008 của Ban Chấp hành", "Trung ương Đảng khóa X về đất đai;"),
            "implements",
        ),
        (("Theo đề nghị của Ban", "An toàn giao thông tại Tờ trình số 63/TTr-BATGT"), "onSubmission"),
        (
            ("Căn cứ tình hình thực tế của địa phương", "UBND tỉnh triển khai Quyết định số 63/QĐ-TTg như sau:"),
            "implements",
        ),
        (("Xét đề nghị của Giám đốc Sở Y tế", "Căn cứ Quyết định số 63/QĐ-UBND ngày 07/11/2011;"), "legalBasis"),
    ],
)
def test_a_recital_that_a_page_broke_off_goes_on(cite: Cite, lines: tuple[str, str], kind: str) -> None:
    raw = "QUYẾT ĐỊNH\n\nVề tiêm phòng\n\n" + "\n\n".join(lines) + "\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Tiêm phòng.\n"
    assert [found[0] for found in cite(raw)] == [kind]


@pytest.mark.parametrize("label", ["Căn cứ:", "Căn cứ pháp lý:", "**Căn cứ:**"])
def test_a_list_of_what_a_document_rests_on(cite: Cite, label: str) -> None:
    listed = "- Quyết định số 749/QĐ-TTg ngày 03/6/2020;\n- Nghị quyết số 57-NQ/TW của Bộ Chính trị;"
    raw = HEAD.format(title="Phát triển du lịch") + f"{label}\n{listed}\n\n" + BODY.format(body="Quảng bá.")
    assert cite(raw) == [("legalBasis", "749/QĐ-TTg", ""), ("legalBasis", "57-NQ/TW", "")]
    other = raw.replace(label, "Các văn bản:")
    assert [kind for kind, _, _ in cite(other)] == ["cites", "cites"]


@pytest.mark.parametrize(
    ("clause", "items", "expected"),
    [
        (
            "Bãi bỏ toàn bộ các nghị định sau đây:",
            ["1. Nghị định số 35/2005/NĐ-CP về A.", "2. Nghị định số 36/2006/NĐ-CP về B."],
            [("repeals", "35/2005/NĐ-CP"), ("repeals", "36/2006/NĐ-CP")],
        ),
        (
            "Quyết định này thay thế các quyết định sau:",
            ["a) Quyết định số 12/2015/QĐ-UBND;", "b) Quyết định số 13/2016/QĐ-UBND."],
            [("replaces", "12/2015/QĐ-UBND"), ("replaces", "13/2016/QĐ-UBND")],
        ),
        # what stands on no list, or only in the title of what does
        (
            "Bãi bỏ các quyết định sau đây:",
            [
                "1. Quyết định số 12/2015/QĐ-UBND sửa đổi, bổ sung Quyết định số 11/2014/QĐ-UBND.",
                "2. Việc quản lý chợ thực hiện theo Nghị định số 60/2024/NĐ-CP.",
                "3. Quyết định số 13/2016/QĐ-UBND có hiệu lực đến hết năm.",
            ],
            [
                ("repeals", "12/2015/QĐ-UBND"),
                ("amends", "11/2014/QĐ-UBND"),
                ("cites", "60/2024/NĐ-CP"),
                ("cites", "13/2016/QĐ-UBND"),
            ],
        ),
        ("Áp dụng các văn bản sau đây:", ["1. Nghị định số 35/2005/NĐ-CP."], [("cites", "35/2005/NĐ-CP")]),
    ],
)
def test_a_list_is_repealed_or_replaced_item_by_item(
    cite: Cite, clause: str, items: list[str], expected: list[tuple[str, str]]
) -> None:
    lines = ["QUYẾT ĐỊNH", "Về quản lý chợ", "Điều 1. Quản lý chợ theo quy định.", f"Điều 2. {clause}", *items]
    assert [(kind, cited) for kind, cited, _ in cite("\n\n".join(lines) + "\n")] == expected


NOTED = (
    "KẾ HOẠCH\n\nPhát triển du lịch năm 2024\n\nI. NHIỆM VỤ\n\n1. Thực hiện các kế hoạch đã ban hành[1] của tỉnh.\n\n"
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Trung\n\n"
)


def test_notes_behind_the_signature_cite(cite: Cite) -> None:
    notes = "[1] Kế hoạch số 12/KH-UBND ngày 03/02/2023 của UBND tỉnh.\n\n[2]\nChỉ thị số 06/CT-TTg của Thủ tướng.\n"
    assert cite(NOTED + notes) == [("cites", "12/KH-UBND", ""), ("cites", "06/CT-TTg", "")]


def test_what_stands_behind_the_signature_without_a_mark_is_no_note(cite: Cite) -> None:
    assert cite(NOTED + "Văn bản liên quan: Kế hoạch số 12/KH-UBND ngày 03/02/2023.\n") == []


@pytest.mark.parametrize(
    "change", ["được điều chỉnh, bổ sung bởi", "được điều chỉnh bổ sung bởi", "được thay thế bằng"]
)
def test_what_changed_a_document_is_only_cited(cite: Cite, change: str) -> None:
    line = f"Căn cứ Quyết định số 50/QĐ-BNV ngày 21/7/2022 ({change} Quyết định số 28/QĐ-BNV ngày 17/3/2023);"
    assert cite(preamble(line)) == [("legalBasis", "50/QĐ-BNV", ""), ("cites", "28/QĐ-BNV", "")]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Ngày 15/3/2024, UBND tỉnh Lai Châu đã ban hành Kế hoạch số 76/KH-UBND về trồng rừng.", "2024-03-15"),
        (
            "Hội nghị đã kết thúc. Ngày 15/3/2024, Chủ tịch UBND tỉnh ký ban hành Kế hoạch số 76/KH-UBND.",
            "2024-03-15",
        ),
        (
            "Triển khai Nghị định số 06/2022/NĐ-CP của Chính phủ, ngày 15/3/2024 UBND tỉnh đã ban hành Kế hoạch số "
            "76/KH-UBND.",
            [None, "2024-03-15"],
        ),
        ("Hội nghị đã kết thúc. Cũng trong ngày 15/3/2024, UBND tỉnh ban hành Kế hoạch số 76/KH-UBND.", "2024-03-15"),
        ("Ngày 15/3/2024, Chủ tịch UBND tỉnh đã ký Kế hoạch số 76/KH-UBND.", "2024-03-15"),
        ("Ngày 15/3/2024, UBND tỉnh ra Kế hoạch số 76/KH-UBND về trồng rừng.", "2024-03-15"),
        # another document stands in the title of who signs
        (
            "Ngày 15/3/2024, Trưởng Ban Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW (ngày 25/10/2017 của Ban Chấp hành "
            "Trung ương Đảng (khóa XII) về bộ máy) đã ký ban hành Kế hoạch số 47-KH/BCĐ.",
            ["2017-10-25", "2024-03-15"],
        ),
        (
            "Ngày 15/3/2024, UBND tỉnh ban hành Kế hoạch số 76/KH-UBND và Sở Y tế đã ban hành Kế hoạch số 9/KH-SYT.",
            ["2024-03-15", None],
        ),
        ("Ngày 15/3/2024, bão đổ bộ. Chủ tịch UBND tỉnh đã ký Kế hoạch số 76/KH-UBND.", None),
        # the day of something else, or of another document
        ("Ngày 15/3/2024, UBND tỉnh họp và xem xét Kế hoạch số 76/KH-UBND.", None),
        ("Ngày 15/3/2024, UBND tỉnh họp; sau đó ban hành Kế hoạch số 76/KH-UBND.", None),
        ("Theo đó, từ ngày 15/3/2024, Sở Y tế thực hiện Kế hoạch số 76/KH-UBND.", None),
        ("Ngày 15/3/2024, thực hiện Công văn ngày 2/3/2024, tỉnh ban hành Kế hoạch số 76/KH-UBND.", None),
        ("Ngày 15/3/2024, UBND tỉnh ban hành Kế hoạch số 76/KH-UBND ngày 12/3/2024.", "2024-03-12"),
    ],
)
def test_the_day_may_stand_before_the_document(document, sentence: str, date: str | list[str | None] | None) -> None:
    found = document(f"KẾ HOẠCH\n\nTrồng rừng\n\nI. TÌNH HÌNH\n\n{sentence}\n", "lai-chau")
    assert [c.date for c in found.citations() if c.symbol] == (date if isinstance(date, list) else [date])


def test_a_translation_names_what_it_rests_on(document) -> None:
    found = document(
        "SOCIALIST REPUBLIC OF VIET NAM\n\nNo. 33/NQ-CP\n\nHa Noi, May 09, 2016\n\nRESOLUTION\n\nREGULAR MEETING\n\n"
        "Pursuant to the Government's Decree No. 08/2012/ND-CP dated February 16, 2012 on working rules;\n\n"
        "Pursuant to Decision No. 136/2001/QD-TTg of September 17, 2001 on reform;\n\n1. Tasks\n\nWork.\n"
    )
    assert [(c.kind, str(c.symbol), c.date) for c in found.citations()] == [
        ("legalBasis", "08/2012/ND-CP", "2012-02-16"),
        ("legalBasis", "136/2001/QD-TTg", "2001-09-17"),
    ]


@pytest.mark.parametrize("heading", ["CĂN CỨ LẬP KẾ HOẠCH", "CƠ SỞ PHÁP LÝ"])
def test_what_stands_below_a_heading_of_grounds_is_a_ground(document, heading: str) -> None:
    found = document(
        f"KẾ HOẠCH\n\nChuyển đổi số\n\nI. {heading}\n\n- Nghị định số 85/2016/NĐ-CP ngày 01/7/2016 của Chính phủ;\n\n"
        "- Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.\n\nII. NỘI DUNG\n\n"
        "- Rà soát Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ.\n"
    )
    assert [citation.kind for citation in found.citations()] == ["legalBasis", "legalBasis", "cites"]


def test_what_lapses_when_the_document_takes_effect_is_repealed(document) -> None:
    found = document(
        "QUYẾT ĐỊNH\n\nVề quản lý chợ\n\nỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nĐiều 1. Quản lý chợ.\n\nĐiều 2. Hiệu lực\n\n"
        "1. Các quyết định sau đây hết hiệu lực thi hành kể từ ngày Quyết định này có hiệu lực, gồm:\n\n"
        "a) Quyết định số 08/2021/QĐ-UBND ngày 14 tháng 6 năm 2021 của Ủy ban nhân dân tỉnh Sơn La;\n\n"
        "2. Quyết định số 09/2021/QĐ-UBND ngày 15 tháng 6 năm 2021 của Ủy ban nhân dân tỉnh Sơn La về chợ hết hiệu lực "
        "kể từ ngày Quyết định này có hiệu lực thi hành.\n\n"
        "3. Quyết định số 10/2021/QĐ-UBND ngày 16 tháng 6 năm 2021 của Ủy ban nhân dân tỉnh Sơn La tiếp tục có hiệu "
        "lực đến khi giấy phép hết hiệu lực.\n"
    )
    kinds = {c.symbol.number: c.kind for c in found.citations() if c.symbol}
    assert kinds == {"08": "repeals", "09": "repeals", "10": "cites"}


@pytest.mark.parametrize(
    ("recital", "kind"),
    [
        ("Sau khi đánh giá tình hình triển khai thực hiện Kế hoạch số 12/KH-UBND ngày 20/5/2015;", "cites"),
        ("Để triển khai thực hiện Kế hoạch số 12/KH-UBND ngày 20/5/2015;", "implements"),
    ],
)
def test_who_looks_at_how_a_plan_is_carried_out_carries_out_nothing(cite: Cite, recital: str, kind: str) -> None:
    raw = HEAD.format(title="Phát triển du lịch") + f"{recital}\n\n" + BODY.format(body="Quảng bá.")
    assert cite(raw) == [(kind, "12/KH-UBND", "")]


@pytest.mark.parametrize(
    ("recital", "cited"),
    [
        ("Thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng;", ["XIII"]),
        ("Thực hiện Nghị quyết Đại hội Đảng toàn quốc lần thứ XII;", ["XII"]),
        ("Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ thành phố lần thứ XIII;", ["XIII"]),
        # the congress of a union
        ("Thực hiện Nghị quyết Đại hội đại biểu toàn quốc Hội Nông dân lần thứ XIII;", []),
    ],
)
def test_congresses_of_the_party(cite: Cite, recital: str, cited: list[str]) -> None:
    found = cite(HEAD.format(title="Phát triển du lịch") + f"{recital}\n\n" + BODY.format(body="Quảng bá."))
    assert [name.split("lần thứ ")[1].split()[0] for _, name, _ in found] == cited


@pytest.mark.parametrize(("symbol", "kind"), [("12/VBHN-BTC", "cites"), ("12/2021/TT-BTC", "replaces")])
def test_a_consolidated_text_replaces_nothing(cite: Cite, symbol: str, kind: str) -> None:
    raw = (
        f"BỘ TÀI CHÍNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: {symbol}\n\nHà Nội, ngày 5 tháng 3 năm 2021\n\n"
        "THÔNG TƯ\n\nQuy định phí chợ\n\nĐiều 1. Chợ.\n\n"
        "Điều 2. Thông tư này thay thế Thông tư số 35/2014/TT-BTC ngày 26/3/2014.\n"
    )
    assert cite(raw) == [(kind, "35/2014/TT-BTC", "")]


@pytest.mark.parametrize(
    ("owner", "cited"),
    [("Tỉnh ủy (khóa XIV)", "13-NQ/TU"), ("Ban Thường vụ Thành ủy", "13-NQ/TU"), ("Bộ Chính trị", "13-NQ/TW")],
)
def test_a_horn_on_the_code_of_a_committee_is_a_slip(cite, owner: str, cited: str) -> None:
    found = cite(preamble(f"Thực hiện Nghị quyết số 13-NQ/TƯ ngày 5/6/2020 của {owner};"), "phu-yen")
    assert found == [("implements", cited, "")]


REPEALS = """QUYẾT ĐỊNH

Bãi bỏ một số văn bản

Điều 1. {heading}

1. Quyết định số 104/2000/QĐ-TTg ngày 25 tháng 8 năm 2000 về nước sạch.

2. Chỉ thị số 07/2000/CT-TTg ngày 30 tháng 3 năm 2000 về trật tự.

Điều 2. Quyết định này có hiệu lực từ ngày ký.
"""


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Bãi bỏ toàn bộ một số văn bản quy phạm pháp luật của Thủ tướng Chính phủ", "repeals"),
        ("Bãi bỏ 02 Quyết định, Chỉ thị", "repeals"),
        ("Văn bản liên quan", "cites"),
        ("Bãi bỏ một số điều của các văn bản", "cites"),
    ],
)
def test_the_heading_of_an_article_says_what_befalls_its_list(cite, heading: str, kind: str) -> None:
    found = cite(REPEALS.format(heading=heading), "viet-nam")
    assert found == [(kind, "104/2000/QĐ-TTg", ""), (kind, "07/2000/CT-TTg", "")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Thực hiện Chỉ thị số 22/CT-TTg của Thủ tướng Chính phủ; xét đề nghị của Sở Tài chính tại các Công văn: "
            "số 1890/STC-QLNS và số 1955/STC-QLNS, Chủ tịch UBND tỉnh có ý kiến như sau;",
            [
                ("implements", "22/CT-TTg", ""),
                ("onSubmission", "1890/STC-QLNS", ""),
                ("onSubmission", "1955/STC-QLNS", ""),
            ],
        ),
        ("Một số cấp ủy chưa thực hiện nghiêm Kết luận số 25-KL/TU;", [("cites", "25-KL/TU", "")]),
        (  # who issued what to carry out the resolution is told, not carried out
            "Thực hiện Nghị quyết số 17/NQ-CP của Chính phủ về chính phủ điện tử; Ban Thường vụ Tỉnh ủy ban hành Nghị "
            "quyết số 06-NQ/TU ngày 10/11/2021; UBND tỉnh ban hành Quyết định số 176/QĐ-UBND ngày 10/01/2022;",
            [("implements", "17/NQ-CP", ""), ("cites", "06-NQ/TU", ""), ("cites", "176/QĐ-UBND", "")],
        ),
        (  # the verdict on a draft is no part of the submission's title
            "Theo đề nghị của Sở Tài chính tại Tờ trình số 640/TTr-STC ngày 29/10/2023 về việc ban hành quy định và "
            "ý kiến thẩm định của Sở Tư pháp tại Báo cáo thẩm định số 218/BC-STP ngày 17/10/2023;",
            [("onSubmission", "640/TTr-STC", ""), ("onSubmission", "218/BC-STP", "")],
        ),
        (
            "Thực hiện Thông báo số 159-TB/TW của Bộ Chính trị về việc thảo luận các văn kiện, ngày 10/9/2020 Ban "
            "Tuyên giáo Trung ương có Hướng dẫn số 151-HD/BTGTW;",
            [("implements", "159-TB/TW", ""), ("cites", "151-HD/BTGTW", "")],
        ),
    ],
)
def test_each_clause_of_a_recital_has_its_own_cue(cite: Cite, line: str, expected: list[tuple[str, str, str]]) -> None:
    assert cite(preamble(line)) == expected


def test_documents_joined_in_one_clause_lapse_together(cite: Cite) -> None:
    raw = (
        "CHÍNH PHỦ\n\nSố: 412/2025/NĐ-CP\n\nHà Nội, ngày 20 tháng 12 năm 2025\n\nNGHỊ ĐỊNH\n\nVề chợ\n\n"
        "Điều 1. Chợ.\n\nĐiều 2. Hiệu lực thi hành\n\n"
        "1. Các Thông tư số 06/2008/TT-BTC và 17/2012/TT-BTC hết hiệu lực kể từ ngày Nghị định này có hiệu lực.\n"
    )
    assert cite(raw) == [("repeals", "06/2008/TT-BTC", ""), ("repeals", "17/2012/TT-BTC", "")]


def test_an_issuer_before_the_next_document_is_not_that_of_the_one_before(document) -> None:
    said = (
        "Thực hiện chỉ đạo của Bộ Chính trị tại Thông báo số 99-TB/TW ngày 21/11/2025, của Ban Bí thư tại Kết luận "
        "số 213-KL/TW ngày 21/11/2025."
    )
    found = document(HEAD.format(title="Phát triển du lịch") + BODY.format(body=said)).citations()
    assert [m.issuer and m.issuer.record for m in found if m.date] == ["bct", "bbt"]


def test_a_type_and_issuer_said_of_many_name_none_of_them(cite: Cite) -> None:
    recital = "Thực hiện Kết luận số 121-KL/TW ngày 24/01/2025 của Ban Chấp hành Trung ương Đảng;"
    raw = HEAD.format(title="Phát triển du lịch") + f"{recital}\n\n"
    many, one = (
        BODY.format(body=f"Theo {words} của Ban Chấp hành Trung ương.") for words in ("các kết luận", "Kết luận")
    )
    assert cite(raw + many) == [("implements", "121-KL/TW", "")]
    assert cite(raw + one) == [("implements", "121-KL/TW", ""), ("cites", "121-KL/TW", "")]


@pytest.mark.parametrize(
    "words",
    [
        "Ngày 11/10/2021, UBND tỉnh có Công văn số 3863/UBND-XD",
        "(LCĐT) - Ngày 11/10/2021, UBND tỉnh ban hành Công văn số 3863/UBND-XD",
        "Trước đó, ngày 11/10/2021, UBND tỉnh đã ban hành Công văn số 3863/UBND-XD",
        "Thực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị về đại hội, ngày 11/10/2021 UBND có Công văn số 3863/UBND-XD",
    ],
)
def test_the_day_on_which_a_body_has_a_paper_is_its_day(document, words: str) -> None:
    found = document(HEAD.format(title="Phát triển du lịch") + BODY.format(body=words + " về du lịch."), "son-la", 0)
    assert found.citations()[-1].date == "2021-10-11"


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Nghị quyết này được Quốc hội khóa XV, kỳ họp thứ 9 thông qua ngày 17 tháng 5 năm 2025.", "2025-05-17"),
        ("Nghị quyết này được Quốc hội thông qua ngày 17/5/2024.", None),  # not the year of its number
        ("Nghị quyết này có hiệu lực từ ngày 17/5/2025.", None),
        (
            "Cùng Nghị quyết số 9/2025/QH15 của Quốc hội. Nghị quyết này được Quốc hội thông qua ngày 17/5/2025.",
            None,
        ),
    ],
)
def test_the_day_on_which_an_assembly_passed_what_a_report_tells_of(document, sentence: str, date: str | None) -> None:
    lead = (
        "Chủ tịch Quốc hội Trần Thanh Mẫn vừa ký ban hành Nghị quyết số 196/2025/QH15 của Quốc hội về điều chỉnh, bổ "
        "sung dự toán ngân sách nhà nước năm 2025 cho các bộ, ngành và địa phương."
    )
    found = document(f"Quốc hội bổ sung dự toán ngân sách\n\n{lead}\n\n{lead[:-1]} khác. {sentence}\n", "tw")
    assert {c.date for c in found.citations() if str(c.symbol) == "196/2025/QH15"} == {date}


def test_conclusions_of_several_are_none_of_one(document) -> None:
    raw = (
        "KẾ HOẠCH\n\nSắp xếp bộ máy\n\nI. TÌNH HÌNH\n\nThực hiện Kết luận số 121-KL/TW, ngày 24/01/2025 của Ban Chấp "
        "hành Trung ương Đảng.\n\nTheo chỉ đạo, {said}, các cấp ủy tổ chức thực hiện.\n"
    )
    many = document(raw.format(said="kết luận của Trung ương, Bộ Chính trị"), "ha-noi")
    assert [c.rule for c in many.citations()] == ["symbol"]
    one = document(raw.format(said="Kết luận của Trung ương"), "ha-noi")
    assert [c.rule for c in one.citations()] == ["symbol", "short-name"]


def test_what_is_only_drafted_is_not_the_document_cited_before(document) -> None:
    raw = (
        "KẾ HOẠCH\n\nTrồng rừng\n\nI. TÌNH HÌNH\n\nThực hiện Nghị quyết số 38/2021/QH15 của Quốc hội.\n\n"
        "Quốc hội đã biểu quyết thông qua {said}.\n\nCác sở thực hiện Nghị quyết của Quốc hội.\n"
    )
    drafted = document(raw.format(said="Nghị quyết thành lập thành phố Huế"), "hue")
    assert [c.rule for c in drafted.citations() if c.symbol] == ["symbol"]
    passed = document(raw.format(said="Luật Lâm nghiệp"), "hue")
    assert [c.rule for c in passed.citations() if c.symbol and "38" in str(c.symbol)] == ["symbol", "short-name"]


def test_a_law_on_the_next_line_is_a_ground_as_the_one_before_it(cite: Cite) -> None:
    raw = preamble(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\nLuật sửa đổi, bổ sung một số điều của "
        "Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;"
    )
    assert [kind for kind, _, _ in cite(raw)] == ["legalBasis", "legalBasis"]


def test_since_when_something_holds_is_no_day_of_a_law(document) -> None:
    raw = preamble(
        "Căn cứ Thông tư số 13/2019/TT-BVHTTDL ngày 25 tháng 11 năm 2019 của Bộ Văn hóa, Thể thao và Du lịch quy định "
        "chi tiết một số điều của Luật Du lịch, có hiệu lực thi hành kể từ ngày 20 tháng 01 năm 2020;"
    )
    assert "2020-01-20" not in [str(mention.date) for mention in document(raw).citations()]


PARTY = "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố {number}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Nội, ngày 23 tháng 9 năm 2019\n\n"


@pytest.mark.parametrize(("number", "kind"), [("58-KL/TW", "continues"), ("58-KL/TU", "implements")])
def test_the_centre_goes_on_with_its_own(document, number: str, kind: str) -> None:
    title = "KẾT LUẬN\nCỦA BAN BÍ THƯ\nvề tiếp tục thực hiện Chỉ thị số 39-CT/TW, ngày 20/5/1998 của Bộ Chính trị\n\n"
    first = document(PARTY.format(number=number) + title + BODY.format(body="Quán triệt.")).citations()[0]
    assert (core(first), first.kind) == ("39-CT/TW", kind)


def test_the_paper_in_brackets_of_who_reported_it(document) -> None:
    line = (
        "Tại phiên họp, sau khi nghe Văn phòng báo cáo kết quả thực hiện Chỉ thị số 39-CT/TW (Tờ trình số "
        "412-TTr/VPTW, ngày 30/8/2019), Ban Bí thư kết luận như sau:"
    )
    assert [m.kind for m in document(preamble(line)).citations()] == ["implements", "onSubmission"]
