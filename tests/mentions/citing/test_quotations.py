"""Quotations: words of one other document, long enough and said to be its words."""

import pytest

from kgbuild.mentions.citing.quotations import read_quotations

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 34/KH-UBND

Sơn La, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Phát triển cây ăn quả năm 2024

I. SỰ CẦN THIẾT

"""
LONG = (
    "Phát triển nông nghiệp hữu cơ gắn với chế biến sâu và thị trường, nâng cao thu nhập cho người dân vùng cao, "
    "giữ rừng và nguồn nước"
)


def quoted(document, words: str) -> list[tuple[str, str]]:
    found = document(HEAD + f"1. {words}\n", area="son-la")
    citations = found.citations()
    return [(found.words(q.quoted), found.words(q.span)) for q in read_quotations(found.text, found.part, citations)]


@pytest.mark.parametrize(
    "words",
    [
        f"Nghị quyết số 19-NQ/TW ngày 16/6/2022 nêu rõ: “{LONG}”.",
        f"Tại Nghị quyết số 19-NQ/TW ngày 16/6/2022 xác định mục tiêu “{LONG}”; tỉnh triển khai nghiêm túc.",
    ],
)
def test_words_of_a_document(document, words: str) -> None:
    ((source, said),) = quoted(document, words)
    assert source.startswith("Nghị quyết số 19-NQ/TW")
    assert said == LONG


@pytest.mark.parametrize(
    "words",
    [
        # the title of a document, a name, a few words
        f"Nghị quyết số 19-NQ/TW ngày 16/6/2022 về “{LONG}”.",
        "Nghị quyết số 19-NQ/TW ngày 16/6/2022 nêu rõ: “Nông nghiệp là lợi thế quốc gia”.",
        # nobody's words, a person's, the new wording of an article
        f"Chủ tịch UBND tỉnh nhấn mạnh: “{LONG}”.",
        f"Sửa đổi Điều 5 Quyết định số 12/2020/QĐ-UBND ngày 02/3/2020 như sau: “{LONG}”.",
        # words that either of two may have said
        f"Nghị quyết số 19-NQ/TW ngày 16/6/2022, Kết luận số 54-KL/TW ngày 07/8/2019 nêu rõ: “{LONG}”.",
        # a quotation that never closes
        f"Nghị quyết số 19-NQ/TW ngày 16/6/2022 nêu rõ: “{LONG}.",
    ],
)
def test_words_that_are_no_quotation(document, words: str) -> None:
    assert quoted(document, words) == []
