"""`kgbuild check FILE`: remarks in Vietnamese with words and place, an exit code for scripts."""

import json
from pathlib import Path

import pytest

from kgbuild.config import resource

DRAFT = resource("data", "sources", "90-kh-ubnd-ha-noi-2013.txt")


@pytest.fixture
def draft(folder: Path) -> Path:
    """A plan with every fault of the one of 2013, and one more."""
    text = DRAFT.read_text(encoding="utf-8")
    path = folder / "du-thao.txt"
    path.write_text(text.replace("KT. CHỦ TỊCH\n", "CHỦ TỊCH\n"), encoding="utf-8", newline="")
    return path


def test_remarks_are_lines_with_a_place_and_the_words_below(run, draft: Path) -> None:
    done = run("check", str(draft))
    assert done.code == 4
    lines = done.out.splitlines()
    at = next(n for n, line in enumerate(lines) if "[LeadIsCoordinator]" in line)
    row = next(
        n
        for n, line in enumerate(draft.read_text(encoding="utf-8").split("\n"), 1)
        if "Công nghệ, Nội vụ, Giáo" in line
    )
    assert lines[at].startswith(f"du-thao.txt:{row}:27: cảnh báo: Sở Nội vụ thành phố Hà Nội vừa chủ trì vừa phối hợp")
    assert lines[at + 1] == "    “Nội vụ”"
    assert any("[DeputyWithoutKT]" in line for line in lines)
    assert any(line.startswith("du-thao.txt:") and ": lưu ý: " in line for line in lines)


def test_json_for_a_script(run, draft: Path) -> None:
    done = run("check", str(draft), "--json")
    assert done.code == 4
    found = json.loads(done.out)
    assert (found["day"], found["undated"]) == ("2013-05-30", False)
    rules = {remark["rule"]: remark for remark in found["remarks"]}
    assert rules["LeadIsCoordinator"]["passages"][0]["words"] == "Nội vụ"
    assert rules["SectionGap"]["severity"] == "Info"


def test_a_draft_without_a_slip_ends_with_zero(run, folder: Path) -> None:
    head = DRAFT.read_text(encoding="utf-8").partition("I. MỤC ĐÍCH")[0]
    (folder / "tot.txt").write_text(head + "I. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n", encoding="utf-8")
    done = run("check", str(folder / "tot.txt"))
    assert (done.code, done.out.strip()) == (0, "tot.txt: không thấy chỗ nào cần sửa")


def test_the_day_of_signing_may_be_given(run, folder: Path) -> None:
    text = DRAFT.read_text(encoding="utf-8").replace("ngày 30 tháng 05 năm 2013\n", "ngày     tháng     năm\n")
    text = text.replace("ngày 30/05/2013", "ngày    /   /2013")
    (folder / "moi.txt").write_text(text, encoding="utf-8")
    now = run("check", str(folder / "moi.txt"))
    assert "[AgencyOutsideLife]" in now.out
    assert "chưa ghi ngày" in now.err
    then = run("check", str(folder / "moi.txt"), "--date", "2013-05-30")
    assert "[AgencyOutsideLife]" not in then.out
    assert "30/05/2013" in then.err
    assert run("check", str(folder / "moi.txt"), "--date", "mai").code == 2


def test_a_file_that_cannot_be_read_is_one_sentence(run, folder: Path) -> None:
    done = run("check", "missing.txt")
    assert (done.code, done.out, len(done.err.strip().splitlines())) == (1, "", 1)
