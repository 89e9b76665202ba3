"""The duties of an agency to take home: a table for spreadsheets, and a calendar of what is due (RFC 5545)."""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from kgbuild.publish.dataset.tables import BOM, DANGEROUS
from kgbuild.publish.pages.duties import Line, Sheet
from kgbuild.publish.views import Reader

COLUMNS: Final = (
    "due", "schedule", "task", "role", "partners", "document", "area", "frequency", "handed_to", "output", "address",
)  # fmt: skip
LINE: Final = 75  # octets of a line in a calendar


def write_table(sheet: Sheet, reader: Reader) -> bytes:
    """Write the sheet as CSV for spreadsheets: UTF-8 with a mark that says so, formulas disarmed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(reader.strings["sheet"]["column"][name] for name in COLUMNS)
    for line in sheet.lines:
        writer.writerow("'" + cell if cell.startswith(DANGEROUS) else cell for cell in _cells(line, reader))
    return (BOM + text.getvalue()).encode("utf-8")


def _cells(line: Line, reader: Reader) -> Iterator[str]:
    schedule, task = line.task.schedule, line.task
    yield line.due
    yield schedule.text if schedule else ""
    yield task.link.text
    yield role_name(line, reader)
    yield "; ".join(partner.text for partner in line.partners)
    yield task.document.text if task.document else ""
    yield task.area.text if task.area else ""
    yield line.detail("frequency")
    yield line.detail("reports_to", "submits_to")
    yield line.output
    yield reader.base_iri + task.link.path


def role_name(line: Line, reader: Reader) -> str:
    """Name the part an agency has in a task."""
    return str(reader.strings["role"].get(line.part.role, line.part.role))


def write_calendar(sheet: Sheet, reader: Reader) -> bytes:
    """Write what is due as a calendar: a day for each duty that has one, a to-do without a day for reports.

    Stamps are the dates of the documents, so that the same graph gives the same bytes.
    """
    name = f"{reader.strings['sheet']['title']}: {sheet.name.value}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//kgbuild//duties//{reader.lang.upper()}",
        "CALSCALE:GREGORIAN",
    ]
    lines += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    for line in sheet.dated:
        if line.due:
            lines += _event(line, reader)
    for line in sheet.reports:
        lines += ["BEGIN:VTODO", *_common(line, reader), "END:VTODO"]
    lines.append("END:VCALENDAR")
    return b"".join(_fold(line) for line in lines)


def _event(line: Line, reader: Reader) -> Iterator[str]:
    day = date.fromisoformat(line.due)
    yield "BEGIN:VEVENT"
    yield from _common(line, reader)
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _common(line: Line, reader: Reader) -> Iterator[str]:
    words, task = reader.strings["sheet"]["column"], line.task
    stamp = line.document_date.replace("-", "") or "19700101"
    yield f"UID:{line.part.iri}"
    yield f"DTSTAMP:{stamp}T000000Z"
    yield f"SUMMARY:{_text(f'{role_name(line, reader)}: {task.link.text}')}"
    names = ("schedule", "partners", "document", "frequency", "handed_to", "output")
    cells = dict(zip(COLUMNS, _cells(line, reader), strict=True))
    yield "DESCRIPTION:" + _text("\n".join(f"{words[name]}: {cells[name]}" for name in names if cells[name]))
    yield f"URL:{cells['address']}"


def _text(value: str) -> str:
    """Escape a text of a calendar."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _fold(line: str) -> bytes:
    """End a line, cut into pieces of at most 75 octets between characters."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode("utf-8")
        if len(piece) + len(octets) > LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
