"""The command for whoever drafts: check."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgbuild.cli import output

if TYPE_CHECKING:
    from kgbuild.checking import Remark

FOUND = 4
"""The exit code for a draft with remarks that are more than notes."""

_WORDS = {"Violation": "sai", "Warning": "cảnh báo", "Info": "lưu ý"}


def check(
    file: Annotated[Path, typer.Argument(help="The draft: .txt, .md, .html, .docx or .pdf.")],
    day: Annotated[
        datetime | None,
        typer.Option(
            "--date",
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="Day of signing, for a draft that leaves it blank.  [default: today]",
            show_default=False,
        ),
    ] = None,
    as_json: output.Json = False,
) -> None:
    """Check a draft before it is signed, in Vietnamese; exit 4 when there is more than a note. Writes nothing."""
    from kgbuild.checking import check as run

    done = run(file, output.settings(), day.date() if day else date.today())
    if as_json:
        output.result_json({"file": file, "day": done.day, "undated": done.undated, "remarks": done.remarks})
    else:
        for remark in done.remarks:
            output.result(_line(file.name, remark))
        if not done.remarks:
            output.result(f"{file.name}: không thấy chỗ nào cần sửa")
    output.issues(done.issues)
    if done.undated:
        output.news(f"Dự thảo chưa ghi ngày: xét theo ngày {date.fromisoformat(done.day):%d/%m/%Y}.")
    if done.serious:
        raise typer.Exit(FOUND)


def _line(name: str, remark: "Remark") -> str:
    """Write a remark as `file:line:column: severity: what to do [rule]`, its words below."""
    places = remark.passages[:1]
    at = "".join(f":{passage.line}:{passage.column}" for passage in places)
    said = " ".join(filter(None, (remark.message_vi, remark.hint)))
    head = f"{name}{at}: {_WORDS[remark.severity]}: {said} [{remark.rule}]"
    words = " … ".join(" ".join(passage.words.split()) for passage in remark.passages)
    return f"{head}\n    “{words}”" if words else head
