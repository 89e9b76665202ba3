"""Marks of secrecy in the head of a document: printed anywhere in it, in any spelling, nothing is read."""

import pytest

from kgbuild.pipeline import knowledge_of
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
