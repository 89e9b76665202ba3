"""Headings that a page tore in two lines."""

import pytest

from kgbuild.model import Span
from kgbuild.structure.items import read_items
from kgbuild.text.normalize import normalise


def contents(*lines: str) -> list[str]:
    text = normalise("\n\n".join(lines))
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 2
    return [text.words(item.content) for item in read_items(text, spans, lambda heading: None)]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("1. Thường trực", "Hội đồng nhân dân tỉnh:"), "Thường trực Hội đồng nhân dân tỉnh:"),
        (
            ("3. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh, Hội Liên hiệp", "Phụ nữ tỉnh và các tổ chức thành viên"),
            "Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh, Hội Liên hiệp Phụ nữ tỉnh và các tổ chức thành viên",
        ),
        (("a) Sở Tài chính và", "Kho bạc Nhà nước tỉnh"), "Sở Tài chính và Kho bạc Nhà nước tỉnh"),
    ],
)
def test_a_heading_that_ends_within_a_name_goes_on_below(lines: tuple[str, ...], whole: str) -> None:
    assert contents(*lines, "- Rà soát.") == [whole, "Rà soát."]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Sở Tài chính", "Nhiệm vụ cụ thể"),  # a whole name
        ("1. Chủ tịch", "Điều hành chung công việc của Hội đồng."),  # a sentence of its own
        ("1. Thường trực", "2. Hội đồng nhân dân tỉnh"),
        ("Thường trực", "Hội đồng nhân dân tỉnh:"),  # no point
    ],
)
def test_other_lines_stay_apart(lines: tuple[str, ...]) -> None:
    assert len(contents(*lines)) == 2
