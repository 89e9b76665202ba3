"""Issuers without a row of their own: the lowest body of a letterhead, never the ministry above it."""

import pytest

from kgbuild.mentions.issuing.issuers import read_issuer

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
BODY = "KẾ HOẠCH\n\nTiết kiệm điện năm 2023\n\nI. MỤC TIÊU\n\nGiảm 2% điện năng.\n"


def issuer(document, reader, authority: str, body: str = BODY) -> tuple[str, str]:
    found = document(f"{authority}\n\n{MOTTO}Số: 21/KH-ABC\n\nHà Nam, ngày 05 tháng 5 năm 2023\n\n{body}")
    said = read_issuer(found.text, found.part, reader.lexicon).issuer
    return (said.record, said.name) if said else ("", "")


@pytest.mark.parametrize(
    ("authority", "name"),
    [
        ("BỘ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG ĐẠI HỌC SÔNG MÃ", "Trường Đại Học Sông Mã"),
        ("TỔNG CÔNG TY ĐIỆN LỰC MIỀN XUÔI\nCÔNG TY ĐIỆN LỰC SÔNG MÃ", "Công ty Điện Lực Sông Mã"),
        ("CÔNG TY CỔ PHẦN\nNƯỚC SẠCH SÔNG MÃ", "Công ty Cổ Phần Nước Sạch Sông Mã"),
        ("UBND TỈNH HÀ NAM\nBỆNH VIỆN PHỔI SÔNG MÃ", "Bệnh viện Phổi Sông Mã"),
    ],
)
def test_the_lowest_body_issues(document, reader, authority: str, name: str) -> None:
    assert issuer(document, reader, authority) == ("", name)


def test_the_name_is_written_as_the_text_writes_it(document, reader) -> None:
    body = BODY + "\nTrường Đại học Sông Mã tổ chức thực hiện kế hoạch.\n"
    said = issuer(document, reader, "BỘ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG ĐẠI HỌC SÔNG MÃ", body)
    assert said == ("", "Trường Đại học Sông Mã")


@pytest.mark.parametrize(
    ("authority", "record"),
    [
        # a second line that goes on with the name of a listed body
        ("LIÊN HIỆP CÁC\nHỘI KHOA HỌC VÀ KỸ THUẬT TỈNH HÀ NAM", "prov:lhh"),
        ("UBND TỈNH HÀ NAM\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "prov:svhttdl"),
        ("BỘ NÔNG NGHIỆP VÀ\nPHÁT TRIỂN NÔNG THÔN", "bnnptnt"),
    ],
)
def test_listed_bodies_stay(document, reader, authority: str, record: str) -> None:
    assert issuer(document, reader, authority)[0] == record
