"""What a draft says of its own parts: articles named in the list of recipients, addressees, annexes that go with it."""

import re
from collections.abc import Iterator
from typing import Final

from kgbuild.checking.remarks import Draft, Remark, passage_of
from kgbuild.model import Span
from kgbuild.namespaces import PIO

_RECIPIENTS: Final = re.compile(r"^\W*nơi nhận\W", re.MULTILINE)
_AS_ARTICLE: Final = re.compile(r"^\W*như\s+(?P<words>điều\s+(?P<number>\d+))", re.MULTILINE)
_AS_ABOVE: Final = re.compile(r"^\W*như trên\W*$", re.MULTILINE)
_ADDRESSED: Final = re.compile(r"^\W*kính gửi\W", re.MULTILINE)
_ARTICLE: Final = re.compile(r"^\W*điều\s+(?P<number>\d+)\s*[.:]", re.MULTILINE)
_CARRIED_OUT: Final = re.compile(r"chịu trách nhiệm\s+(?:thi hành|thực hiện|tổ chức thực hiện)")
_ANNEX_WITH: Final = re.compile(
    r"(?<![^\W_])phụ lục(?:\s+(?:số\s+)?[ivx\d]+(?:\s*(?:,|và|-)\s*[ivx\d]+)*)?"
    r"\s+(?:ban hành\s+)?(?:đính )?kèm(?:\s+theo)?(?![^\W_])"
)
_ANNEX: Final = re.compile(r"^\W*(?:phụ lục|biểu|bảng)(?:\s+(?:số\s+)?[ivx\d]+)?\W*(?:$|[:.(-])", re.MULTILINE)


def recipients_against_articles(draft: Draft) -> Iterator[Remark]:
    """Find "Như Điều N" where there is no such article, or another is the one that says who carries it out."""
    low, foot = draft.text.low, _RECIPIENTS.search(draft.text.low)
    match = _AS_ARTICLE.search(low, foot.end()) if foot else None
    if foot is None or match is None:
        return
    articles = list(_ARTICLE.finditer(low, 0, foot.start()))
    ends = [*(article.start() for article in articles[1:]), foot.start()]
    bodies = {article["number"]: low[article.start() : end] for article, end in zip(articles, ends, strict=False)}
    charged = [number for number, words in bodies.items() if _CARRIED_OUT.search(words)]
    number, passage = match["number"], passage_of(draft, Span(*match.span("words")))
    if number not in bodies:
        vi, en = f"văn bản không có Điều {number}", f"there is no Article {number}"
    elif charged and number not in charged:
        vi = f"nhưng trách nhiệm thi hành ghi ở Điều {charged[-1]}, không phải Điều {number}"
        en = f"who carries it out is said in Article {charged[-1]}, not in Article {number}"
    else:
        return
    yield Remark(
        "RecipientsAgainstArticles",
        "Warning",
        f"Nơi nhận ghi “Như Điều {number}”: {vi}; sửa số điều.",
        f"The recipients are “as in Article {number}”: {en}; mend the number.",
        "",
        (passage,),
    )


def recipients_against_address(draft: Draft) -> Iterator[Remark]:
    """Find "Như trên" in a document that is addressed to nobody above."""
    low, foot = draft.text.low, _RECIPIENTS.search(draft.text.low)
    match = _AS_ABOVE.search(low, foot.end()) if foot else None
    if foot is None or match is None or _ADDRESSED.search(low, 0, foot.start()):
        return
    yield Remark(
        "RecipientsWithoutAddress",
        "Info",
        "Nơi nhận ghi “Như trên” nhưng văn bản không có phần “Kính gửi”; ghi rõ nơi nhận.",
        "The recipients are “as above”, but the document is addressed to nobody; name the recipients.",
        "",
        (passage_of(draft, draft.text.trim(Span(*match.span()), " \t\n-–+;.")),),
    )


def missing_annexes(draft: Draft) -> Iterator[Remark]:
    """Find annexes that are said to go with the draft and are not in the file."""
    match = _ANNEX_WITH.search(draft.text.low)
    held = any(s.predicate == PIO.capturedIn and "/annex/" in s.subject for s in draft.statements)
    if match is None or held or _ANNEX.search(draft.text.low):
        return
    yield Remark(
        "AnnexNotHere",
        "Info",
        "Văn bản nói có phụ lục kèm theo nhưng tệp này không có phần Phụ lục; kiểm tra phụ lục đã gửi kèm chưa.",
        "The document says that an annex goes with it, but the file has none; check that it is sent along.",
        "",
        (passage_of(draft, Span(*match.span())),),
    )


def missing_attachments(draft: Draft) -> Iterator[Remark]:
    """Find what the draft promulgates ("Ban hành kèm theo Quyết định này Quy chế …") and the file does not hold."""
    held = {s.subject for s in draft.statements if s.predicate == PIO.capturedIn}
    for statement in draft.statements:
        attached = statement.object
        if statement.predicate != PIO.promulgates or statement.subject not in held or attached in held:
            continue
        form = draft.knowledge.types.get(str(attached).rpartition("/")[2])
        at = re.search(r"ban hành kèm theo", draft.text.low)
        if form is None or at is None:
            continue
        yield Remark(
            "AttachmentNotHere",
            "Info",
            f"Văn bản ban hành kèm theo {form.name} nhưng tệp này không có; kiểm tra văn bản kèm theo đã gửi chưa.",
            f"The document promulgates an attached {form.name_en} that the file does not hold; check that it is sent.",
            "",
            (passage_of(draft, Span(*at.span())),),
        )
