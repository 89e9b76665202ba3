"""People as RDF: signatures, and posts that keep one label whoever names them."""

import pytest

from kgbuild.namespaces import FOAF, ORG, PIO, SKOS

HEAD = """ỦY BAN NHÂN DÂN
TỈNH KHÁNH HÒA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 712/QĐ-UBND

Khánh Hòa, ngày 01 tháng 4 năm 2021

QUYẾT ĐỊNH

Ban hành Quy chế quản lý bến thủy nội địa

{acting} TỈNH KHÁNH HÒA

Căn cứ Luật Giao thông đường thủy nội địa ngày 15 tháng 6 năm 2004;

Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý bến thủy nội địa.

{end}
PHÓ CHỦ TỊCH

Lê Hữu Hoàng
"""
CHAIR, DEPUTY = "id/post/khanh-hoa/ubnd/chu-tich", "id/post/khanh-hoa/ubnd/pho-chu-tich"


@pytest.mark.parametrize(
    ("acting", "issuer"),
    [("ỦY BAN NHÂN DÂN", "id/agent/khanh-hoa/ubnd"), ("CHỦ TỊCH ỦY BAN NHÂN DÂN", CHAIR)],
)
def test_the_posts_of_a_signature_are_those_of_the_organ(state, acting: str, issuer: str) -> None:
    facts = state(HEAD.format(acting=acting, end="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"))
    (own,) = facts.a(PIO.Decision)
    assert facts.of(own, PIO.issuedBy) == [issuer]
    (signature,) = facts.of(own, PIO.hasSignature)
    assert facts.of(signature, PIO.onBehalfOf) == ["id/agent/khanh-hoa/ubnd"]
    assert facts.of(signature, PIO.actingForPost) == [CHAIR]
    assert facts.of(signature, PIO.signer) == ["id/person/khanh-hoa/ubnd/le-huu-hoang"]
    assert facts.of(CHAIR, ORG.postIn) == ["id/agent/khanh-hoa/ubnd"]
    assert facts.of(CHAIR, SKOS.prefLabel) == ["Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa"]
    assert facts.of(DEPUTY, SKOS.prefLabel) == ["Phó chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa"]


GOVERNMENT = """CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 31/NQ-CP
Hà Nội, ngày 09 tháng 01 năm 2025

NGHỊ QUYẾT
Về phát triển đường sắt

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;

Điều 1. Giao Bộ Giao thông vận tải chủ trì thực hiện Nghị quyết này.

TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG

Lê Hữu Hoàng
"""


def test_a_post_of_the_centre_has_the_name_that_the_tables_give_it(state) -> None:
    facts = state(GOVERNMENT)
    assert facts.of("id/post/tw/chinh-phu/pho-thu-tuong", SKOS.prefLabel) == ["Phó Thủ tướng Chính phủ"]


STEERING = """BAN CHỈ ĐẠO
QUỐC GIA VỀ CHUYỂN ĐỔI SỐ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 25/KH-BCĐ
Hà Nội, ngày 22 tháng 12 năm 2024

KẾ HOẠCH
Phát triển dữ liệu

1. Các bộ tổ chức thực hiện Kế hoạch này.

TRƯỞNG BAN
PHÓ THỦ TƯỚNG

Lê Hữu Hoàng
"""


def test_a_deputy_prime_minister_is_of_the_government_whatever_he_leads(state) -> None:
    facts = state(STEERING)
    assert facts.of("id/post/tw/chinh-phu/pho-thu-tuong", SKOS.prefLabel) == ["Phó Thủ tướng Chính phủ"]


POLITBURO = """BỘ CHÍNH TRỊ
Số: 90-NQ/TW
ĐẢNG CỘNG SẢN VIỆT NAM
---------------
Hà Nội, ngày 22 tháng 12 năm 2024

NGHỊ QUYẾT
Về phát triển đường sắt

1. Các cấp ủy tổ chức thực hiện Nghị quyết này.

T/M BỘ CHÍNH TRỊ
TỔNG BÍ THƯ

Lê Hữu Hoàng
"""


def test_an_organ_is_signed_for_in_a_post_of_the_body_it_is_of(state) -> None:
    facts = state(POLITBURO)
    post = "id/post/tw/ban-chap-hanh-trung-uong/tong-bi-thu"
    assert facts.of(post, SKOS.prefLabel) == ["Tổng Bí thư"]
    signature = "id/doc/tw/tw/nghi-quyet/2024/90/signature"
    assert facts.of(signature, PIO.signedInPost) == [post]
    assert facts.of(signature, PIO.onBehalfOf) == ["id/agent/tw/bo-chinh-tri"]
    assert facts.of(signature, PIO.signer) == ["id/person/tw/ban-chap-hanh-trung-uong/le-huu-hoang"]


def signed(organ: str, number: str, block: str) -> str:
    return (
        f"{organ}\nSố: {number}\nĐiện Biên, ngày 03 tháng 6 năm 2024\n\nNGHỊ QUYẾT\nVề phát triển chợ\n\n"
        f"1. Các địa phương tổ chức thực hiện.\n\n{block}\n\nLê Hữu Hoàng\n"
    )


STANDING = "TỈNH ỦY ĐIỆN BIÊN\nĐẢNG CỘNG SẢN VIỆT NAM", "12-NQ/TU"
COUNCIL = "HỘI ĐỒNG NHÂN DÂN TỈNH ĐIỆN BIÊN", "12/NQ-HĐND"


@pytest.mark.parametrize(
    ("organ", "block", "person"),
    [
        # the secretary is one, for whichever organ of the committee he signs
        (STANDING, "T/M TỈNH ỦY\nBÍ THƯ", "dien-bien/tu"),
        (("BAN THƯỜNG VỤ TỈNH ỦY ĐIỆN BIÊN", "12-NQ/TU"), "T/M BAN THƯỜNG VỤ\nBÍ THƯ", "dien-bien/tu"),
        (("BAN THƯỜNG VỤ TỈNH ỦY ĐIỆN BIÊN", "12-NQ/TU"), "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", "dien-bien/tu"),
        (COUNCIL, "CHỦ TỊCH", "dien-bien/hdnd"),
        (
            ("THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN TỈNH ĐIỆN BIÊN", "12/NQ-HĐND"),
            "TM. THƯỜNG TRỰC HĐND\nPHÓ CHỦ TỊCH",
            "dien-bien/hdnd",
        ),
        (("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "12/NQ-UBTVQH15"), "TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI\nCHỦ TỊCH", "tw/quoc-hoi"),
        # those that have a head of their own: a namesake there is not the head of the body above
        (("HỘI ĐỒNG DÂN TỘC", "12/NQ-HĐDT15"), "TM. HỘI ĐỒNG DÂN TỘC\nCHỦ TỊCH", "tw/hoi-dong-dan-toc-cua-quoc-hoi"),
        (("ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN", "12-NQ/ĐU"), "T/M ĐẢNG ỦY\nBÍ THƯ", "dien-bien/dang-uy-ubnd"),
        (("ỦY BAN KIỂM TRA TỈNH ỦY ĐIỆN BIÊN", "12-NQ/UBKTTU"), "CHỦ NHIỆM", "dien-bien/uy-ban-kiem-tra-tu"),
    ],
)
def test_one_post_has_one_holder_whichever_organ_he_signs_for(state, organ, block: str, person: str) -> None:
    facts = state(signed(*organ, block))
    assert facts.a(FOAF.Person) == [f"id/person/{person}/le-huu-hoang"]


def test_a_post_has_one_label_however_its_marks_are_placed(state) -> None:
    head = "Chủ tịch nước thăm bến cảng Cái Lân\n\n05/3/2024\n\n"
    for word in ("Uỷ viên", "Ủy viên"):
        facts = state(
            f"{head}Đồng chí Lê Hữu Hoàng, {word} Ban Chấp hành Trung ương Đảng dự buổi lễ khánh thành bến.\n"
        )
        post = "id/post/tw/ban-chap-hanh-trung-uong/uy-vien"
        assert facts.of(post, SKOS.prefLabel) == ["Ủy viên Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"]


JOINT = """THÔNG TƯ LIÊN TỊCH
Quy định chế độ tự chủ về biên chế

Số: 71/2014/TTLT-BTC-BNV

Điều 1. Thông tư này quy định chế độ tự chủ.

KT. BỘ TRƯỞNG BỘ NỘI VỤ
THỨ TRƯỞNG

Lê Hữu Hoàng

BỘ TRƯỞNG BỘ TÀI CHÍNH

Nguyễn Thị Lan
"""


def test_each_of_several_signers_holds_a_post_of_his_own_organ(state) -> None:
    facts = state(JOINT)
    signatures = list(facts.a(PIO.Signature))
    signed = {
        signer: post for s in signatures for signer in facts.of(s, PIO.signer) for post in facts.of(s, PIO.signedInPost)
    }
    assert signed == {
        "id/person/tw/bo-noi-vu/le-huu-hoang": "id/post/tw/bo-noi-vu/thu-truong",
        "id/person/tw/bo-tai-chinh/nguyen-thi-lan": "id/post/tw/bo-tai-chinh/bo-truong",
    }


STORY = """Họp mặt kỷ niệm ngày thành lập ngành thủy lợi

{day}, ngành thủy lợi tổ chức họp mặt kỷ niệm ngày thành lập với sự tham dự của đông đảo cán bộ, viên chức và người \
lao động qua các thời kỳ, cùng ôn lại truyền thống vẻ vang.

Tố Tuấn
"""


def test_a_name_without_post_and_place_is_of_its_document_alone(state) -> None:
    one, other = (set(state(STORY.format(day=day)).a(FOAF.Person)) for day in ("Sáng 7.3", "Chiều 8.3"))
    assert len(one) == len(other) == 1
    assert not one & other
