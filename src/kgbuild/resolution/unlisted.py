"""Bodies that no table lists: an office of a known body, a body of the centre, or one of the document's own area."""

import re

from kgbuild.language import fold, slug
from kgbuild.model.entities import AgentRef
from kgbuild.model.knowledge import AgencyRecord, Area, Knowledge
from kgbuild.model.mentions import Locality
from kgbuild.resolution.body_names import BodyNames, is_central, is_national, without_level
from kgbuild.resolution.context import CENTRAL, place_of, with_locality

MINISTRIES = ("bo", "co-quan-ngang-bo", "co-quan-thuoc-chinh-phu")
# heads of the offices that a ministry or a department has inside: each has its own "Vụ Pháp chế", "Văn phòng"
_INSIDE_MINISTRY = ("vụ", "cục", "tổng cục", "văn phòng", "thanh tra", "phòng", "viện", "trung tâm", "chi cục")
_INSIDE_DEPARTMENT = ("phòng", "văn phòng", "thanh tra", "chi cục", "ban")
_INSIDE_INSTITUTION = (*_INSIDE_DEPARTMENT, "khoa", "bộ môn", "viện", "trung tâm", "thư viện")
_INSTITUTIONS = ("ScienceOrganization", "Enterprise")
_OF = re.compile(r"\s(?:của|(?:trực\s+)?thuộc)\s")  # "Cổng Thông tin điện tử của Bộ Y tế" is that of "Bộ Y tế"
_NAMED = 3  # words from which a name says more than the sort of the body
_OWNER = re.compile(
    r".*\s((?:(?:Bộ|BỘ|Sở|SỞ)\s.+?|Văn phòng Chính phủ|VPCP|Thanh tra Chính phủ|Ngân hàng Nhà nước(?: Việt Nam)?))\)?$"
)
_TIE = re.compile(r"\s*[-–,(]?\s*(?:(?:trực\s+)?thuộc|của)?\s*$")
# words that name another body, and those in which they say something else: "cán bộ", "đường bộ", "cơ sở", "sở hữu"
_OTHER_BODY = re.compile(
    r"(?<!cán )(?<!nội )(?<!đường )(?<!tiến )\bbộ\b(?! đội)|(?<!cơ )(?<!trụ )\bsở\b(?! hữu)"
    r"|\b(?:ủy ban|hội đồng nhân dân|quốc hội|chính phủ|chủ tịch nước|tỉnh ủy|thành ủy|huyện|tỉnh|thành phố)\b"
)
# boards that only their document tells apart: "Ban Chỉ đạo", "Văn phòng Ban Chỉ huy", "Ban Chỉ đạo quốc gia"
_BOARD = re.compile(
    r"(?:(?:văn phòng|thường trực|cơ quan thường trực|tổ giúp việc|tổ công tác|tổ thư ký) (?:của )?)?"
    r"(?:ban chỉ đạo|ban chỉ huy|ban quản lý|ban biên tập|hội đồng|tổ công tác|tổ giúp việc|tiểu ban)"
    r"(?: (?:cấp )?(?:tỉnh|thành phố|huyện|xã|phường|trung ương|quốc gia))?"
)
_COMMITTEE = re.compile(
    r"(?:(?:ban thường vụ|ban chấp hành|thường trực) )?(?:đảng ủy|ban cán sự đảng|đảng đoàn|đảng bộ) "
)
_ORGANS_OF = re.compile(r"(?:ban thường vụ|ban chấp hành|ban thường trực|thường trực)\s+(.+)")
_PARTED = ("PartyOrgan", "MassOrganization", "FrontBody")
_LABEL_LEVEL = re.compile(r"\s+(?:(?:của|thuộc|cấp)\s+)?(?:tỉnh|Tỉnh|TỈNH|thành phố|Thành phố|THÀNH PHỐ|TP)$")


def heads_inside(record: AgencyRecord) -> tuple[str, ...]:
    """List the heads of the names of offices that a ministry or department has inside; none for other bodies."""
    if record.kind in MINISTRIES:
        return _INSIDE_MINISTRY
    return _INSIDE_DEPARTMENT if record.kind.startswith("so-") else ()


def is_institution(body: AgentRef) -> bool:
    """Tell a university, an institute, a hospital or a firm, which has offices and faculties of its own."""
    return body.type in _INSTITUTIONS or fold(body.label).startswith("bệnh viện ")


def owner_said(name: str, names: BodyNames, area: Area | None) -> tuple[str, AgencyRecord] | None:
    """Part an office from the ministry or department said behind it: "Vụ Pháp chế, Bộ Y tế"."""
    said = _OWNER.match(name)
    owner = names.record(said[1], area) if said else None
    if said is None or owner is None or not names.words(name).startswith(heads_inside(owner) or ("\0",)):
        return None
    return _TIE.sub("", name[: said.start(1)]), owner


def of_issuer(name: str, names: BodyNames, issuer: AgentRef | None) -> str:
    """Tell how an office of the issuing body is called there; empty when it is none of its own.

    The body is a ministry, a department or an institution, listed or not.
    """
    if issuer is None or issuer.kind not in ("agency", "unknown"):
        return ""
    record = names.knowledge.agencies.get(issuer.record)
    heads = (heads_inside(record) if record else ()) or (_INSIDE_INSTITUTION if is_institution(issuer) else ())
    words = names.words(name)
    if not words.startswith(tuple(f"{head} " for head in heads)) and words not in heads:
        return ""
    bare = _without_noun(name, issuer)
    own = fold(record.name.split("{")[0] if record else issuer.label)
    return "" if own in words or _OTHER_BODY.search(names.words(bare)) else bare


def office(name: str, names: BodyNames, owner: AgentRef, resolution: str) -> AgentRef:
    """Make the node of an office inside *owner*; a name that only one body of its place bears stands alone."""
    bare = _without_noun(name, owner)
    place, own = owner.path.rsplit("/", 1)
    national = is_national(bare)
    national = national or names.words(bare).startswith("tổng cục ")  # the country has one "Tổng cục Thủy lợi"
    alone = national or fold(bare).startswith("chi cục ")  # a province has one "Chi cục Kiểm lâm"
    return AgentRef(
        f"{place}/{slug(names.words(bare))}" + ("" if alone else f"-{own}"),
        "unknown",
        names.spelled(bare) if national else f"{names.spelled(bare)} {owner.label}",
        type=_type(bare, names.knowledge),
        area=owner.area,
        resolution=resolution,
        part_of=owner.path,
        owner=owner.record,
        said="" if alone else names.spelled(bare),
    )


def unknown(
    name: str, names: BodyNames, area: Area | None, place: str, locality: Locality | None = None, document: str = ""
) -> AgentRef:
    """Keep a body that no table lists as a node of its own at *place*, never on a near name.

    Whose place its name tells by the level alone ("Trung tâm Thông tin tỉnh") is *area*. With its own place said or
    not a name is one; where only a noun is left ("Trường Đại học Hà Nội") the place is what tells it from others.
    Where a district or commune speaks the body is of that *locality*, and its label says so. A board of which no more
    than the sort is said is that of its *document* alone (a short name of it): a place has many.
    """
    words, label = names.words(name), names.spelled(name)
    if is_central(words) or _of_centre(words, names):
        place = CENTRAL
    elif area is not None and (stem := without_level(words, area)) != words:
        place = area.slug
        words = f"{stem} {fold(area.name)}" if _is_noun(stem, names.knowledge) else stem
        label = _LABEL_LEVEL.sub(f" {area.full_name}", label)
    elif locality is not None:
        place, label = place_of(place, locality), with_locality(label, locality)
        words = own_name(words, locality)
    if document and _BOARD.fullmatch(names.words(name)):
        words = f"{words} {document}"
    return AgentRef(
        f"id/agent/{place}/{slug(_OF.sub(' ', words))[:80].strip('-')}",
        "unknown",
        label,
        type=_type(name, names.knowledge),
        area=place,
        resolution="unresolved",
    )


def _of_centre(words: str, names: BodyNames) -> bool:
    """Tell the Party committee of a central body: "đảng ủy bộ tư pháp", wherever it is named."""
    committee = _COMMITTEE.match(words)
    return committee is not None and words[committee.end() :] in names.central


def own_name(words: str, locality: Locality) -> str:
    """Leave out of a folded name the place that speaks: "trạm y tế xã" of a commune is its "trạm y tế"."""
    own = "|".join(map(re.escape, (fold(locality.full_name), fold(locality.name), locality.noun)))
    bare = re.sub(rf"\s(?:(?:của|thuộc|cấp)\s)?(?:{own})$", "", words)
    bare = re.sub(r"(?<= đảng) đảng ủy$", "", bare)  # the commune's committee has one "Ban Xây dựng Đảng"
    return bare if len(bare.split()) > 1 else words


def _without_noun(name: str, body: AgentRef) -> str:
    """Leave out the noun of its body that ends an office's name: "Văn phòng Bộ", but not "Vụ Tổ chức cán bộ"."""
    noun = re.escape(fold(body.label).split()[0])
    return re.sub(rf"(?<!cán)(?<!cơ)\s+(?:(?:thuộc|của)\s+)?{noun}$", "", name, flags=re.IGNORECASE)


def _is_noun(words: str, knowledge: Knowledge) -> bool:
    """Tell what only says the sort of a body, and which one not: "trường đại học", "ban chỉ đạo"."""
    nouns = sorted({fold(row.noun) for row in knowledge.head_nouns}, key=len, reverse=True)
    rest = re.sub(rf"\b(?:{'|'.join(map(re.escape, nouns))})\b", " ", words)
    return len(words.split()) < _NAMED or not rest.strip()


def _type(name: str, knowledge: Knowledge) -> str:
    """Tell the class of a body by the longest noun that opens its name; empty when none is known.

    An organ of a Party committee or a society is of its sort: "Ban Thường vụ Liên đoàn Lao động tỉnh".
    """
    organ = _ORGANS_OF.match(fold(name))
    within = _type(organ[1], knowledge) if organ else ""
    if within in _PARTED:
        return within
    words = fold(name).split()
    nouns = {fold(row.noun): row.type for row in knowledge.head_nouns}
    heads = (" ".join(words[:count]) for count in range(min(3, len(words)), 0, -1))
    return next((nouns[head] for head in heads if head in nouns), "")
