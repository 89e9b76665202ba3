"""The sheet of an agency's duties, and the table and the calendar that go with it."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
import sample

from kgbuild.model import Literal, Statement
from kgbuild.namespaces import CODE, PIO, XSD, Iri
from kgbuild.publish.index import Index
from kgbuild.publish.pages.duties import Sheet, read_sheet
from kgbuild.publish.pages.handouts import write_calendar, write_table
from kgbuild.publish.pages.schedules import last_day
from kgbuild.publish.views import Link, Reader

Readers = dict[str, Reader]
LEAD = f"{sample.PLAN}/task/12/lead/ha-noi.so-noi-vu"


@pytest.fixture
def sheet(readers: Readers) -> Sheet:
    """The sheet of the department that leads one task, coordinates it as well, and performs a duty."""
    return read_sheet(readers["vi"], sample.HOME_AFFAIRS)


def unfold(calendar: bytes) -> list[str]:
    """Read the lines of a calendar as a client does."""
    return calendar.decode("utf-8").replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("Năm 2014", "2014", "2014-12-31"),
        ("đến năm 2020", "2020", "2020-12-31"),
        ("Tháng 2/2024", "2024", "2024-02-29"),
        ("tháng 6 năm 2025", "2025", "2025-06-30"),
        ("Tháng 01 - 02/2026", "2026", "2026-02-28"),
        ("Quý IV/2025 - Quý II/2026", "2026", "2026-06-30"),
        ("trước ngày 20 tháng 6 năm 2013", "2013", "2013-06-20"),
        ("từ 01/01/2013 đến năm 2015", "2015", ""),
        ("6 tháng đầu năm 2025", "2025", ""),
        ("Tháng 13/2025", "2025", ""),
        ("năm tiếp theo", "", ""),
    ],
)
def test_a_day_is_given_only_where_the_words_give_one(text: str, year: str, day: str) -> None:
    assert last_day(text, year) == day


def test_duties_are_told_apart_by_what_is_known_of_their_end(sheet: Sheet) -> None:
    assert [(line.part.role, line.task.number, line.due) for line in sheet.dated] == [
        ("coordinate", "12", "2014-12-31"),
        ("lead", "12", "2014-12-31"),
    ]
    assert sheet.reports == ()
    assert [line.part.role for line in sheet.undated] == ["perform"]
    assert [partner.text for partner in sheet.dated[1].partners] == ["Sở Khoa học và Công nghệ thành phố Hà Nội"]
    assert sheet.dated[0].partners == (), "an agency is not its own partner"


def test_a_report_without_a_date_is_listed_as_one(readers: Readers) -> None:
    node = f"{sample.PLAN}/task/5.0-00ff00ff/perform/ha-noi.so-noi-vu"
    extra = [
        Statement(Iri(node), PIO.reportsTo, sample.COMMITTEE, sample.READ),
        Statement(Iri(node), PIO.frequency, CODE["frequency/hang-nam"], sample.READ),
    ]
    given = readers["vi"]
    reader = Reader(Index([*sample.statements(), *extra]), given.places, "vi", given.strings)
    sheet = read_sheet(reader, sample.HOME_AFFAIRS)
    (line,) = sheet.reports
    assert line.detail("reports_to") == "Ủy ban nhân dân thành phố Hà Nội"
    lines = unfold(write_calendar(sheet, reader))
    begin = lines.index("BEGIN:VTODO")
    todo = lines[begin : lines.index("END:VTODO")]
    assert not [line for line in todo if line.startswith(("DUE", "DTSTART"))], "no day is invented"
    assert any("Gửi\\, trình: Ủy ban nhân dân thành phố Hà Nội" in line for line in todo)


def test_an_end_date_of_the_graph_is_the_day(readers: Readers) -> None:
    node = Iri(f"{sample.PLAN}/task/12/schedule")
    extra = [Statement(node, PIO.endDate, Literal("2014-06-20", XSD.date), sample.READ)]
    given = readers["vi"]
    reader = Reader(Index([*sample.statements(), *extra]), given.places, "vi", given.strings)
    assert {line.due for line in read_sheet(reader, sample.HOME_AFFAIRS).dated} == {"2014-06-20"}


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing(sheet: Sheet, readers: Readers) -> None:
    line = sheet.dated[0]
    evil = replace(sheet, dated=(replace(line, output="=cmd|' /C calc'!A0", partners=(Link("+1"),)),))
    text = write_table(evil, readers["vi"]).decode("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 2
    assert rows[0]["Sản phẩm"] == "'=cmd|' /C calc'!A0"
    assert rows[0]["Cùng với"] == "'+1"
    assert rows[0]["Hạn"] == "2014-12-31"
    assert rows[0]["Địa chỉ"] == f"{sample.BASE}page/doc/ha-noi/ubnd/ke-hoach/2013/90/task/12.html"


def test_the_calendar_keeps_to_its_format(sheet: Sheet, readers: Readers) -> None:
    data = write_calendar(sheet, readers["vi"])
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    lines = unfold(data)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    for name in ("UID", "DTSTAMP", "SUMMARY", "URL"):
        assert sum(line.startswith(name + ":") for line in lines) == 2
    assert f"UID:{LEAD}" in lines
    assert "DTSTART;VALUE=DATE:20141231" in lines
    assert "DTEND;VALUE=DATE:20150101" in lines
    assert "DTSTAMP:20130530T000000Z" in lines, "the date of the document, not the clock"
    assert "SUMMARY:Chủ trì: Xây dựng chính sách thu hút tài năng trẻ." in lines


def test_words_cannot_break_out_of_a_calendar(sheet: Sheet, readers: Readers) -> None:
    line = sheet.dated[0]
    evil = replace(line, output="x\r\nEND:VEVENT\nBEGIN:VALARM; a, b \\n")
    lines = unfold(write_calendar(replace(sheet, dated=(evil,)), readers["vi"]))
    assert lines.count("END:VEVENT") == 1
    assert "BEGIN:VALARM" not in lines
    assert any(line.endswith("Sản phẩm: x\\nEND:VEVENT\\nBEGIN:VALARM\\; a\\, b \\\\n") for line in lines)


def test_the_sheet_and_its_files_stand_beside_each_other_in_both_languages(site: Path) -> None:
    for stem, title in (("so-noi-vu", "Việc được giao"), ("so-noi-vu.en", "Duties")):
        page = (site / f"duties/ha-noi/{stem}.html").read_text(encoding="utf-8")
        assert title in page
        for suffix in ("csv", "ics"):
            assert f'href="{stem}.{suffix}"' in page
            assert (site / f"duties/ha-noi/{stem}.{suffix}").is_file()
    agency = (site / "page/agent/ha-noi/so-noi-vu.html").read_text(encoding="utf-8")
    assert "../../../duties/ha-noi/so-noi-vu.html" in agency


def test_no_empty_calendar_and_no_empty_sheet(site: Path) -> None:
    assert not (site / "duties/ha-noi/so-tu-phap.ics").exists(), "its one task has no time"
    assert re.search(r'href="so-tu-phap\.csv"', (site / "duties/ha-noi/so-tu-phap.html").read_text(encoding="utf-8"))
    assert not (site / "duties/ha-noi/ubnd.html").exists()
