"""Known documents of one number: term, subject and issuer tell which is meant; what they do not tell stays open."""

import pytest


def paths(refs) -> list[str]:
    return [ref.path.removeprefix("id/doc/tw/tw/nghi-quyet/") for ref in refs]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("Nghị quyết số 29-NQ/TW về đổi mới căn bản, toàn diện giáo dục và đào tạo", "2013/29"),
        ("Nghị quyết số 29-NQ/TW về tiếp tục đẩy mạnh công nghiệp hóa, hiện đại hóa đất nước", "2022/29"),
        ("Nghị quyết số 29-NQ/TW của Hội nghị Trung ương lần thứ sáu khoá XIII", "2022/29"),
        ("Nghị quyết số 29-NQ/TW của Hội nghị Trung ương 8 (khóa XI)", "2013/29"),
        ("Nghị quyết số 20-NQ/TW về phát triển khoa học và công nghệ phục vụ sự nghiệp công nghiệp hóa", "2012/20"),
    ],
)
def test_subject_or_term_tells_documents_of_one_number_apart(cited, line: str, path: str) -> None:
    assert paths(cited(line, date="2024-05-01")) == [path]


@pytest.mark.parametrize(
    "line",
    [
        "Nghị quyết số 29-NQ/TW",
        "Nghị quyết số 29-NQ/TW về đổi mới",  # too few words
        "Nghị quyết số 29-NQ/TW về chăm lo đời sống cho công nhân các khu chế xuất",  # another one of the number
        "Nghị quyết số 29-NQ/TW của Ban Chấp hành Trung ương",  # which issued two
    ],
)
def test_what_fits_two_or_none_stays_open(cited, line: str) -> None:
    assert paths(cited(line, date="2024-05-01")) == ["nd/29"]


def test_the_only_listed_document_of_a_number_is_not_one_about_something_else(cited) -> None:
    number = "Nghị quyết số 57-NQ/TW"
    assert paths(cited(number, date="2025-05-01")) == ["2024/57"]
    assert paths(cited(f"{number} về phát triển khoa học, công nghệ", date="2025-05-01")) == ["2024/57"]
    assert paths(cited(f"{number} về chăm lo nhà ở của người lao động nghèo", date="2025-05-01")) == ["nd/57"]
    # the day of a citation is stronger than its words
    dated = f"{number} ngày 22 tháng 12 năm 2024 về chăm lo nhà ở của người lao động nghèo"
    assert paths(cited(dated, date="2025-05-01")) == ["2024/57"]


def test_what_a_source_says_of_a_number_once_holds_for_the_number_alone(cited) -> None:
    about = "Nghị quyết số 29-NQ/TW về đổi mới căn bản, toàn diện giáo dục và đào tạo"
    other = "Nghị quyết số 29-NQ/TW về tiếp tục đẩy mạnh công nghiệp hóa, hiện đại hóa đất nước"
    assert paths(cited(about, "Nghị quyết số 29-NQ/TW", date="2024-05-01")) == ["2013/29", "2013/29"]
    assert paths(cited(about, other, "Nghị quyết số 29-NQ/TW", date="2024-05-01")) == ["2013/29", "2022/29", "nd/29"]


def test_a_wrong_day_is_a_slip_only_where_one_document_of_the_year_fits(cited) -> None:
    assert paths(cited("Nghị quyết số 29-NQ/TW ngày 04/12/2013", date="2024-05-01")) == ["2013/29"]
    assert paths(cited("Nghị quyết số 29-NQ/TW ngày 04/11/2014", date="2024-05-01")) == ["2014/29"]
