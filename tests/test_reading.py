"""Marks of secrecy in the head of a document: printed anywhere in it, in any spelling, nothing is read."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgbuild.extraction import knowledge_of
from kgbuild.reading import Reader
from kgbuild.sources.manifest import Source

HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/KH-UBND\n\n"
BODY = "KẾ HOẠCH\n\nBảo vệ kho lúa\n\nI. MỤC TIÊU\n\nGiữ kho.\n"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(knowledge_of(), "http://localhost:8000/")


def withheld(reader: Reader, tmp_path, raw: str, *, internal: bool = False) -> bool:
    path = tmp_path / "plan.txt"
    path.write_text(raw, encoding="utf-8")
    return reader.read(Source("plan", path), 10**6, internal).withheld


@pytest.mark.parametrize(
    "above",
    [
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nTỐI MẬT\n",
        "MẬT\nỦY BAN NHÂN DÂN\nTỈNH GIA LAI\n",
        "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\n**TUYỆT MẬT**\n",
        "| ỦY BAN NHÂN DÂN | MẬT |\n",
        "ỦY BAN NHÂN DÂN          M Ậ T\nTỈNH GIA LAI\n",
        "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nĐộ mật: Tối mật\n",
        "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nMA\u0302\u0323T\n",
    ],
)
def test_a_secret_head_withholds_the_document(reader, tmp_path, above: str) -> None:
    assert withheld(reader, tmp_path, above + HEAD + BODY)


@pytest.mark.parametrize(
    "above", ["ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\n", "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nBan Bảo vệ bí mật nhà nước\n"]
)
def test_the_word_in_a_name_is_no_mark(reader, tmp_path, above: str) -> None:
    assert not withheld(reader, tmp_path, above + HEAD + BODY)


def test_a_mark_below_the_menus_of_a_page_withholds_it(reader, tmp_path) -> None:
    menu = "".join(f"Mục {n}\n\n" for n in range(60))
    assert withheld(reader, tmp_path, menu + "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nMẬT\n" + HEAD + BODY)


def test_internal_documents_need_a_flag(reader, tmp_path) -> None:
    raw = "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nLưu hành nội bộ\n" + HEAD + BODY
    assert withheld(reader, tmp_path, raw)
    assert not withheld(reader, tmp_path, raw, internal=True)


PIECES = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH GIA LAI",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/KH-UBND",
    "Gia Lai, ngày 5 tháng 3 năm 2024",
    "KẾ HOẠCH",
    "QUYẾT ĐỊNH:",
    "Thực hiện Nghị quyết số 20-NQ/TW ngày 01/11/2012 của Ban Chấp hành Trung ương",
    "I. MỤC TIÊU",
    "1. Đến năm 2030 đạt 5% hộ nghèo",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Sở Y tế",
    "- Chủ trì, phối hợp với Sở Nội vụ",
    "a)",
    "1.1.",
    "Điều 1.",
    "giao Sở Tài chính",
    "TT",
    "Nhiệm vụ",
    "Cơ quan chủ trì",
    "Thời gian",
    "Quý I/2024",
    "PHỤ LỤC I",
    "(Kèm theo Kế hoạch này)",
    "Nơi nhận:",
    "- Như trên;",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "Nguyễn Văn A",
    "Đề án “Trồng cây”",
    "(",
    ")",
    "“",
    "”",
    "Luật Đất đai năm 2024",
    "---",
    "**",
]
BREAKS = ("\n", "\n\n", " ", "", ", ", " và ", "; ", "\n|\n", " | ", " |\n", "\t", "          ", ". ", "<br>", "\u00a0")
PAGES = st.lists(
    st.tuples(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), st.sampled_from(BREAKS)), max_size=40
).map(lambda pairs: "".join(piece + end for piece, end in pairs))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.one_of(PAGES, st.text(st.characters(exclude_categories=["Cs"]), max_size=200)))
def test_any_text_is_read_or_gives_an_issue(reader, tmp_path, raw: str) -> None:
    path = tmp_path / "any.md"
    path.write_text(raw, encoding="utf-8", newline="")
    found = reader.read(Source("any", path), 10**6, True)
    assert found.issues or found.statements or found.withheld
    assert found.text in (raw, raw.removeprefix("\ufeff"), "")
