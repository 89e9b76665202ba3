"""Laws named in a text: by name and date, by name and year, by a name that the table knows."""

import re
from collections.abc import Iterator

from kgbuild.language import DATE, UPPER, parse_date
from kgbuild.mentions.citing.citation_names import Anchor, CitationNames
from kgbuild.mentions.citing.tails import close
from kgbuild.mentions.lines import tokens
from kgbuild.model import Span
from kgbuild.model.text import Text

_LAW = r"(?:bộ luật|(?<!kỷ )(?<!pháp )(?<!quy )luật|pháp lệnh|hiến pháp)"
_LAW_DATED = re.compile(rf"(?P<form>{_LAW})\s+(?P<name>[^\n;.:()“”]{{3,220}}?)\s*,?\s+(?:ngày\s+{DATE})", re.IGNORECASE)
_LAW_AMENDING = re.compile(rf"{_LAW}\s+sửa đổi(?:\s*,?\s*bổ sung\b|\s+(?:một số|các) điều)")
_AMENDED_LAWS = re.compile(rf"{_LAW_AMENDING.pattern}[^;.\n(]*")
_TERM = re.compile(r"\s*,?\s*\(?(?:khóa|khoá)\s+[ivxl]+\)?(?:\s*,?\s*nhiệm kỳ\s+\d{4}\s*-\s*\d{4})?")
_LAW_OF_YEAR = re.compile(
    rf"(?<![^\W_])(?P<law>{_LAW}\s+(?P<name>[^\n;,.:()“”\d][^\n;.:()“”\d]{{2,160}}?)\s+năm\s+(?:19|20)\d{{2}})(?![\d/-]|\s*-)",
    re.IGNORECASE,
)
_LAW_ALONE = re.compile(
    rf"(?<![^\W_])Căn cứ\s+(?P<law>{_LAW}\s+(?P<name>[{UPPER}][^\n;.:()“”\d]{{2,160}}?))(?=\s*(?:;|,?\s+và\s+các\s))",
    re.IGNORECASE,
)
# how it was passed is no part of a name: "Luật … được Quốc hội khóa XV thông qua tại kỳ họp thứ 9, ngày …"
_PASSED = re.compile(r"\s*,?\s+(?:đã\s+)?(?:được|do)\s+(?:quốc hội|ủy ban thường vụ quốc hội)\s[^;]*$")
# … nor that it was made public, which happened on another day than that of the law
_PUBLISHED = re.compile(r"\s*,?\s+(?:được\s+)?công bố(?:\s+theo\s[^;]*)?$")
# what stands between a law and a year in a sentence, never in a name
_SENTENCE = re.compile(r"(?<![^\W_])(?:được|từ|theo|đã|trong|tại|kể|là|có|này|đến|số|ngày|khi|để|luật)(?![^\W_])")
LAW_FORMS = {"l": "luat", "b": "bo-luat", "p": "phap-lenh", "h": "hien-phap"}
_LAW_YEAR = re.compile(r"\s+(?:năm\s+)?(?:19|20)\d{2}(?![\d/])")
_LAW_START = re.compile(r"(?<![^\W_])(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|BỘ LUẬT|LUẬT|PHÁP LỆNH)\s")


# "pháp luật đầu tư công", "xử lý kỷ luật cán bộ, công chức"
_NO_LAW = ("pháp", "kỷ", "quy")


def law_before(lead: str) -> int | None:
    """Find where the name of the law begins to which a National Assembly number belongs; a capital opens it."""
    low = lead.lower()
    begin = max(0, *(low.rfind(stop) for stop in (";", "\n\n", "căn cứ", ". ", "”", "(")))
    if re.search(r"nghị quyết\W+(?:số\W*)?$", low):
        return None
    amending = _LAW_AMENDING.search(low, begin)
    if amending:
        return amending.start()
    found = [m.start() for m in _LAW_START.finditer(lead, begin)]
    return found[-1] if found else None


def dated_laws(text: Text, span: Span) -> Iterator[Anchor]:
    """Find laws named with the day or the year of their passing, and those that a recital names with neither."""
    yield from _by_day(text, span)
    for pattern in (_LAW_OF_YEAR, _LAW_ALONE):
        for match in pattern.finditer(text.norm, span.start, span.end):
            if len(match["name"].split()) <= 16 and not _SENTENCE.search(match["name"].lower()):
                core = Span(match.start("law"), match.end("law"))
                yield Anchor(core, core, LAW_FORMS[text.low[core.start]], name=text.words(core), rule="law-name")


def _by_day(text: Text, span: Span) -> Iterator[Anchor]:
    for match in _LAW_DATED.finditer(text.norm, span.start, span.end):
        if re.search(
            r"\d/\d|\bsố\s+\d|\bcủa\s+(?:chính phủ|quốc hội)(?!\s+và\s)|nghị định|nghị quyết|thông tư|quyết định|"
            # by when, of what the sentence orders; since when something holds
            r"(?<![^\W_])(?:trước|đến|chậm nhất|hoàn thành|xong)(?:\s+trong)?$|(?<![^\W_])có hiệu lực(?![^\W_])",
            match["name"].lower(),
        ):
            continue
        start = match.start()
        inner = [m.start() for m in re.finditer(rf"(?<![^\W_])(?<!pháp ){_LAW}\s", match.group("name").lower())]
        if inner and not _LAW_AMENDING.match(match.group().lower()):
            start = match.start("name") + inner[-1]
        passed = _PASSED.search(text.low, start, match.end("name"))
        published = None if passed else _PUBLISHED.search(text.low, start, match.end("name"))
        added = passed or published
        core = Span(start, added.start() if added else match.end("name"))
        form = LAW_FORMS[text.low[start]]
        date = None if published else parse_date(match.group())
        yield Anchor(Span(start, match.end()), core, form, name=text.words(core), date=date, rule="law-date")


def known_names(text: Text, span: Span, names: CitationNames) -> Iterator[Anchor]:
    """Find known names; laws listed inside the name of an amending law are part of that name."""
    amending = [Span(m.start(), m.end()) for m in _AMENDED_LAWS.finditer(text.low, span.start, span.end)]
    for anchor in _named(text, span, names):
        if not any(place.covers(anchor.core) for place in amending):
            yield anchor


def _named(text: Text, span: Span, names: CitationNames) -> Iterator[Anchor]:
    words = tokens(text, span)
    at = 0
    while at < len(words):
        hit = names.known.longest(words, at)
        if hit and not (words[at].word == "luật" and at and words[at - 1].word in _NO_LAW):
            core = Span(words[at].start, words[hit[1] - 1].end)
            after = text.low[core.end : core.end + 14]
            if re.match(r"\s*\(\s*khóa|\s+khóa", after):
                term = _TERM.match(text.low, core.end)
                core = Span(core.start, term.end()) if term else core
            form = names.forms.longest(words, at)
            if form and form[0] in LAW_FORMS.values() and (year := _LAW_YEAR.match(text.low, core.end)):
                core = Span(core.start, year.end())
            amended = re.match(r"\s*\(sửa đổi\)", text.low[core.end : core.end + 14])
            core = close(text, Span(core.start, core.end + amended.end()) if amended else core)
            yield Anchor(core, core, form[0] if form else "", name=text.words(core), rule="known-name")
            at = hit[1]
        else:
            at += 1
