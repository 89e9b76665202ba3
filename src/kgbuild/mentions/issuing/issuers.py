"""Who issues a document and where it speaks from: letterhead, the line below the title, signature, first lines."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from kgbuild.language import fold
from kgbuild.mentions.issuing.boards import organ_of_committee, read_board
from kgbuild.mentions.issuing.joint import side_by_side
from kgbuild.mentions.issuing.origins import RECITALS, named_area, placed_area, tokens_of
from kgbuild.mentions.issuing.unlisted_issuers import read_unlisted, written
from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.naming.localities import read_letterhead_locality
from kgbuild.mentions.naming.names import Lexicon
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, IssuerReading, Locality
from kgbuild.model.structure import Head, Part
from kgbuild.model.text import Text

# "ĐẢNG CỘNG SẢN VIỆT NAM" stands above every document of the Party, "ĐẢNG BỘ TỈNH …" above those of its committees
_PARTY = "prov:dang-bo"
_WHOLE = ("dcsvn", _PARTY)
# below "ĐẢNG BỘ TỈNH …" the name of its committee need not be said
_BOARD = ("ban thường vụ", "prov:ban-thuong-vu-tu")
# the letterhead of the Politburo and of the Secretariat as well, which only title and signature tell apart
_CENTRAL_COMMITTEE = "bch-tw"
_CHAIR = "chủ tịch"
_PARTY_BODY = "đảng ủy"
_OF = re.compile(r"\W*c[ủu]a\s+")  # scanned capitals lose their marks
_ENACTS = re.compile(
    r"\s+(?:ban\s+hành|xây\s+dựng)\s+(?:luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư(?: liên tịch)?|chỉ thị|"
    r"kế hoạch|chương trình(?: hành động)?|hướng dẫn|đề án)(?![^\W_])"
    r"(?!\s+(?:liên tịch\s+)?số)"
    r"|\s+(?:\([^()\n]{2,20}\)\s+)?ban\s+hành\s+kèm\s+theo\s+(?:văn bản|công văn)\s+này(?![^\W_])"
)
_LONGEST_NAME = 160  # characters; no name of a body is longer
_CENTRE, _SEAT = "tw", "ha-noi"  # of the ministries and of their bureaus for the whole country
# a committee whose place does not follow: the line stops, or the motto of the other column runs on
_BARE = re.compile(r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|đảng ủy)(?:\s+cộng hòa xã hội chủ nghĩa|$)")


def starts_agency(lexicon: Lexicon, text: Text, span: Span) -> bool:
    """Tell whether a line opens with the name of a known body."""
    return lexicon.bodies.longest(tokens(text, span), 0) is not None


def read_issuer(text: Text, part: Part, lexicon: Lexicon) -> IssuerReading:
    """Read the issuing body of a document and the places it speaks from.

    The line that acts ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …") beats the letterhead, which beats the signature; of two
    bodies in a letterhead the lower one issues. A central body speaks from no province, whatever its place line says.
    """
    area = named_area(text, part, lexicon)
    locality = _locality(text, part, lexicon)
    issuer, said = _issuer(text, part, AgencyReader.of(lexicon, "", locality))
    said = said or (_province_above(text, part, lexicon) if locality else "")
    if locality and issuer and not issuer.locality and issuer.record in ("prov:ubnd", "prov:hdnd", "prov:tu"):
        issuer = replace(issuer, locality=locality)
    if issuer and issuer.record and not said and not locality and _below_centre(text, part, lexicon):
        twin = lexicon.knowledge.central_twin(issuer.record, part.head.date or "", board=True)
        issuer = replace(issuer, record=twin or issuer.record)  # "BỘ TÀI CHÍNH / CỤC THUẾ"
    record = lexicon.knowledge.agencies.get(issuer.record) if issuer else None
    beside = tuple(_beside(text, part, issuer, lexicon)) if issuer and issuer.record else ()
    if record is not None and record.scope == "central":
        return IssuerReading(issuer, "", beside=beside)
    if issuer and not issuer.record and not said and _below_centre(text, part, lexicon):
        placed = placed_area(part, lexicon)  # a bureau of a ministry; places in running text are not its own
        area = _CENTRE if placed == _SEAT and not _names(issuer, lexicon, placed) else placed
    return IssuerReading(issuer, said or area, locality, beside=beside)


def _beside(text: Text, part: Part, issuer: AgencyMention, lexicon: Lexicon) -> Iterator[AgencyMention]:
    """Read the other bodies that issue a document jointly, by the codes in its number and the names in its head."""
    head, records = part.head, lexicon.knowledge.agencies
    where, span = _letterhead(text, head)
    named = AgencyReader.of(lexicon, "").read_cell(where, span) if span else []
    if head.form not in lexicon.knowledge.forms("joint") or head.symbol is None or head.symbol_span is None:
        for body in side_by_side(where, named, lexicon):
            if body.record != issuer.record and not issuer.locality:
                yield body if where is text else replace(body, span=issuer.span)
        return
    bodies = {body.record: body if where is text else replace(body, span=head.symbol_span) for body in named}
    for organ in head.symbol.organs:
        code = next((c for c in lexicon.knowledge.codes.values() if organ in (c.code, *c.variants)), None)
        record = next((r for r in bodies if r and records[r].symbol == organ), code.agency if code else "")
        if record and record != issuer.record and records[record].scope == "central":
            yield bodies.get(record) or AgencyMention(head.symbol_span, record=record, rule="number")


def _province_above(text: Text, part: Part, lexicon: Lexicon) -> str:
    """Take the province whose body stands above that of a district or commune: "ĐẢNG BỘ TỈNH LÂM ĐỒNG"."""
    where, span = _letterhead(text, part.head)
    named = AgencyReader.of(lexicon, "").read_cell(where, span) if span else []
    return next((body.area for body in named if body.area and not body.locality), "")


def _names(issuer: AgencyMention, lexicon: Lexicon, area: str) -> bool:
    """Tell "Cục Hải quan Hà Nội", which names its place, from a bureau for the whole country."""
    return lexicon.knowledge.areas[area].name in issuer.name


def _below_centre(text: Text, part: Part, lexicon: Lexicon) -> bool:
    """Tell a letterhead that names a central body."""
    where, span = _letterhead(text, part.head)
    named = AgencyReader.of(lexicon, "").read_cell(where, span) if span else []
    records = (lexicon.knowledge.agencies.get(body.record) for body in named)
    return any(record and record.scope == "central" for record in records)


def _locality(text: Text, part: Part, lexicon: Lexicon) -> Locality | None:
    """Find the district or commune whose organ issues; in a head of two columns its name stands behind the motto."""
    if part.head.authority is None:
        return None
    where, span = _letterhead(text, part.head)
    named = read_letterhead_locality(where, span or part.head.authority, lexicon)
    words = fold(text.words(part.head.authority))
    if named or not _BARE.match(words) or part.head.title is None:
        return named
    between = Span(part.head.authority.start, part.head.title.start)
    return read_letterhead_locality(text, between, lexicon, bare=True)


def _issuer(text: Text, part: Part, reader: AgencyReader) -> tuple[AgencyMention | None, str]:
    area = ""
    for where, span in ((text, part.head.acting), _letterhead(text, part.head)):
        if span is None:
            continue
        everybody = reader.read_cell(where, span)
        named = [m for m in everybody if m.record]
        area = area or next((m.area for m in reversed(named) if m.area), "")
        party = any(m.record == _PARTY and not m.locality for m in named)
        if party and part.head.authority and fold(where.words(span)).endswith(_BOARD[0]):
            standing = span if where is text else part.head.authority
            return AgencyMention(standing, record=_BOARD[1], area=area, elliptical=True, rule="ellipsis"), area
        if span is not part.head.acting and (board := _board(text, where, part.head, everybody, reader)):
            return board, board.area or area
        bodies = [m for m in named if m.record not in _WHOLE]
        if span is not part.head.acting and (lowest := _unlisted(text, part.head, where, span, reader)):
            titled = _above_title(text, part, reader) if _of_centre(part, reader.lexicon) else None
            titled = titled or _registered(part, bodies, lowest, reader.lexicon)
            return titled or lowest, area  # a scanned line in which the name of a central organ was misread
        if bodies:
            first = side_by_side(where, bodies, reader.lexicon)[:1]
            body = _chaired(where, span, _numbering(part, bodies, first, reader.lexicon), reader.lexicon)
            titled = _above_title(text, part, reader) or _signing(text, part, body, reader)
            if titled and reader.lexicon.knowledge.agencies[titled.record].parent == body.record and not body.locality:
                return titled, titled.area or area  # "TỈNH ỦY …" above "CHỈ THỊ / CỦA BAN THƯỜNG VỤ TỈNH ỦY"
            return body if where is text or part.head.authority is None else replace(
                body, span=part.head.authority
            ), area
    if part.signature and part.signature.organ:
        bodies = [m for m in reader.read_cell(text, part.signature.organ) if m.record]
        if bodies:
            return bodies[0], bodies[0].area or area
    issuer = _above_title(text, part, reader) or _enacting(text, part, reader) or _of_number(part, reader.lexicon)
    return issuer, issuer.area or area if issuer else area


def _board(
    text: Text, where: Text, head: Head, named: list[AgencyMention], reader: AgencyReader
) -> AgencyMention | None:
    """Read the board or organ that stands lowest in a letterhead as that of the body above it."""
    board = read_board(where, named, reader)
    if board is None and (organ := organ_of_committee(where, named)):
        above = written(text, where.words(organ[0].span), _PARTY_BODY)
        board = AgencyMention(named[-1].span, name=f"{organ[1]} {above}", rule="unknown")
    return board if board is None or where is text or head.authority is None else replace(board, span=head.authority)


def _unlisted(text: Text, head: Head, where: Text, span: Span, reader: AgencyReader) -> AgencyMention | None:
    """Read the body without a row of its own that stands below all others in a letterhead."""
    lines = tuple(where.lines(span))
    body = read_unlisted(where, lines, [m for m in reader.read_cell(where, span) if m.record or m.locality], reader)
    if body is None or where is text or head.authority is None:
        return body
    return replace(body, span=head.authority, name=body.name or where.words(body.span))


def _letterhead(text: Text, head: Head) -> tuple[Text, Span | None]:
    """Give the issuer's lines where they stand; those that the other column parts, as a text of their own."""
    if not head.authority_lines:
        return text, head.authority
    words = "\n".join(text.words(line) for line in head.authority_lines)
    places = array("I", range(len(words) + 1))
    return Text(words, words, words, words.lower(), places), Span(0, len(words))


def _numbering(part: Part, bodies: list[AgencyMention], first: list[AgencyMention], lexicon: Lexicon) -> AgencyMention:
    """Of the bodies that issue jointly give the one in whose register the document is numbered, else the *first* of
    those side by side or the last of those one below the other.

    Of two levels of one organisation the lower one issues: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN …" below that of the province.
    """
    organ = part.head.symbol.organ if part.head.symbol else ""
    records = lexicon.knowledge.agencies
    named = next((m for m in reversed(bodies) if organ and records[m.record].symbol == organ), None)
    return named or _below(organ, [*bodies, *first][-1], lexicon)


def _registered(
    part: Part, bodies: list[AgencyMention], lowest: AgencyMention, lexicon: Lexicon
) -> AgencyMention | None:
    """Take "BAN TỔ CHỨC" below "BAN CHẤP HÀNH TRUNG ƯƠNG" for the Committee's organ whose register numbers it."""
    if not bodies or part.head.symbol is None:
        return None
    own = _below(part.head.symbol.organ, bodies[-1], lexicon)
    named = fold(lexicon.knowledge.agencies[own.record].name).startswith(f"{fold(lowest.name)} ")
    return replace(lowest, record=own.record, name="", rule="number") if own is not bodies[-1] and named else None


def _below(organ: str, body: AgencyMention, lexicon: Lexicon) -> AgencyMention:
    """Give the department in whose register the number stands when the line only keeps the body above it."""
    records = lexicon.knowledge.agencies
    for code in lexicon.knowledge.codes.values():
        own = records.get(code.agency) if code.kind == "organ" and organ in (code.code, *code.variants) else None
        if own is not None and own.parent == body.record and not body.locality:
            return replace(body, record=own.id, rule="number")
    return body


def _chaired(text: Text, span: Span, body: AgencyMention, lexicon: Lexicon) -> AgencyMention:
    """Give the chair's post where the line names the chair in front of the body: "CHỦ TỊCH UBND TỈNH SƠN LA"."""
    if body.locality or fold(text.words(Span(span.start, body.span.start))) not in ("", _CHAIR):
        return body
    if not fold(text.words(Span(span.start, body.span.end))).startswith(_CHAIR):
        return body
    posts = lexicon.knowledge.agencies.values()
    post = next((r for r in posts if r.parent == body.record and fold(r.name).startswith(_CHAIR)), None)
    return replace(body, span=Span(span.start, body.span.end), record=post.id, post="") if post else body


def _above_title(text: Text, part: Part, reader: AgencyReader) -> AgencyMention | None:
    """Read the body that a title opens with or that stands above it: "CHỈ THỊ / CỦA BAN THƯỜNG VỤ TỈNH ỦY / về …"."""
    title = part.head.title
    above = part.head.form_span.end if part.head.form_span and title else 0
    opened = title and (_OF.match(text.low, title.start, title.end) or _OF.match(text.low, above, title.start))
    if title is None or not opened:
        return None
    bodies, _after = reader.read_list(text, Span(opened.end(), title.end))
    return bodies[0] if bodies and bodies[0].record else None


def _signing(text: Text, part: Part, body: AgencyMention, reader: AgencyReader) -> AgencyMention | None:
    """Read the organ for which a document of the Central Committee is signed: "T/M BAN BÍ THƯ" names who issues it."""
    organ = part.signature.organ if part.signature else None
    if organ is None or body.record != _CENTRAL_COMMITTEE:
        return None
    return next((m for m in reader.read_cell(text, organ) if m.record), None)


def _enacting(text: Text, part: Part, reader: AgencyReader) -> AgencyMention | None:
    """Read the body that the recitals end with: "Chính phủ ban hành Nghị định quy định …"."""
    recitals = [item.span for item in takewhile(lambda item: item.zone in RECITALS, part.items)]
    if not recitals:
        return None
    enacts = _ENACTS.search(text.low, recitals[0].start, recitals[-1].end)
    if enacts is None:
        return None
    begin = max(recitals[0].start, enacts.start() - _LONGEST_NAME)
    before = text.norm[begin : enacts.start()]
    for mark in (";", ".", ","):  # a name may hold a comma, a recital may end in one
        body = text.trim(Span(begin + before.rfind(mark) + 1, enacts.start()), " \t\n*_-")
        bodies, after = reader.read_list(text, body)
        if len(bodies) == 1 and bodies[0].record and after == body.end:
            return bodies[0]
    return None


def _of_number(part: Part, lexicon: Lexicon) -> AgencyMention | None:
    """Take the body whose code the number bears; committees of every level need a province's place line as well."""
    symbol, span = part.head.symbol, part.head.symbol_span
    if symbol is None or span is None or not symbol.organ:
        return None
    code = next((c for c in lexicon.knowledge.codes.values() if symbol.organ in (c.code, *c.variants)), None)
    if code is None or code.agency not in lexicon.knowledge.agencies:
        return None
    place = lexicon.place(tokens_of(part.head.place), 0) if part.head.place else None
    if code.level == "central" or (place and place[0]):
        return AgencyMention(span, code.agency, rule="number")
    return None


def _of_centre(part: Part, lexicon: Lexicon) -> bool:
    """Tell a number that only central organs give."""
    organ = part.head.symbol.organ if part.head.symbol else ""
    codes = lexicon.knowledge.codes.values()
    return bool(organ) and any(c.level == "central" for c in codes if organ in (c.code, *c.variants))
