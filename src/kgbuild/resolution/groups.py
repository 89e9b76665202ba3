"""Groups: "các sở, ban, ngành" as one node of the place or the body whose they are."""

import re

from kgbuild.language import fold, slug
from kgbuild.model.entities import AgentRef
from kgbuild.model.knowledge import AgencyRecord, Area, Knowledge
from kgbuild.model.mentions import AgencyMention
from kgbuild.resolution.areas import MERGER, area_at
from kgbuild.resolution.body_names import BodyNames
from kgbuild.resolution.context import CENTRAL, Context, place_of, with_locality
from kgbuild.resolution.unlisted import MINISTRIES, is_institution

_DISTRICTS = re.compile(r"quận|huyện|thị xã|\btx\b", re.IGNORECASE)
_LEVEL = re.compile(r"\s+(?:(?:của|thuộc|cấp)\s+)?(?:tỉnh|thành phố|tp)(?=\s+(?:có\s+)?liên quan$|$)", re.IGNORECASE)
_CODE_LEVEL = re.compile(r"(?<!^cap)-(?:(?:cua|thuoc|cap)-)?(?:tinh|thanh-pho|tp)(?=-(?:co-)?lien-quan$|$)")
_ALL_PROVINCES = re.compile(
    r"\s+(?:của\s+)?(?:các\s+)?tỉnh,?\s+(?:và\s+)?(?:thành phố|tp\.?)(?:\s+trực thuộc(?:\s+(?:trung ương|tw|t\.ư))?)?$",
    re.IGNORECASE,
)
# the province that speaks says so of the centre's units: "các đơn vị của Bộ Khoa học và Công nghệ"
_OF_MINISTRY = re.compile(r"(?<![^\W_])(?:của|thuộc)\s+Bộ\s+(?!(?:Chỉ huy|Tư lệnh|đội)(?![^\W_]))[^\W\d_]")
_DETERMINER = re.compile(r"^(?:(?:các|những|mọi|tất cả|quý)\s+)+", re.IGNORECASE)
_LONGEST_CODE = 80
_RELATED = re.compile(r"-co-lien-quan(?=$|-thuoc-)")
# offices of the centre in a province: "các cơ quan Trung ương đóng trên địa bàn tỉnh"
_SEATED = re.compile(r"(?:cơ quan|đơn vị)\s+(?:của\s+)?(?:trung ương|tw)[^;:]{0,20}\strên địa bàn", re.IGNORECASE)
# groups of which the country has one, whoever speaks of them: a province has no ministries and no provinces
_NATIONAL = re.compile(
    r"(?:bo-nganh|bo-co-quan-ngang-bo|tinh-thanh-pho|tinh-uy|hdnd-tinh-thanh-pho|co-quan-tw-doan-the)(?:-|$)"
)


def resolve_group(mention: AgencyMention, context: Context, surface: str, names: BodyNames) -> AgentRef:
    """Find the node of a group; *surface* is its words in the text.

    A group is that of the place that speaks; the units of a ministry or a department are its own.
    """
    knowledge = names.knowledge
    area = knowledge.areas.get(area_at(knowledge, context.area, context.date))
    said = mention.group if mention.group in knowledge.groups else names.group(mention.name) or mention.group
    if said not in knowledge.groups:
        said = _written_out(said, mention.name, names)
    said = "co-quan-trung-uong-tren-dia-ban" if _SEATED.search(surface) else said
    central = _OF_MINISTRY.search(mention.name) is not None or _NATIONAL.match(said) is not None
    if area is not None and (central or area.slug == "viet-nam"):
        area = None
    of_centre = central or context.area == CENTRAL
    place = area.slug if area else CENTRAL if of_centre else context.nowhere
    if context.locality and not central:
        place = place_of(place, context.locality)
    code = _code(said, context, surface, own_level=area is not None and not context.locality)
    known = knowledge.groups.get(code)
    name = known.name if known else _upper(surface) if _SEATED.search(surface) else names.spelled(mention.name)
    everywhere = _ALL_PROVINCES.search(name) if known is None else None
    body = names.provincial.get(names.words(name[: everywhere.start()])) if everywhere else None
    if body is not None:
        return of_all_provinces(knowledge.agencies[body], place)
    owner = _owner(code, context, knowledge)
    if owner is not None:
        name = re.sub(r"\s+(?:Bộ|Sở)$", "", name, flags=re.IGNORECASE)
        code = re.sub(r"-(?:bo|so)$", "", code)  # as where it is said in full: "các đơn vị thuộc Bộ Y tế"
        path = f"id/agent/{place}/group/{code}-{owner.path.rsplit('/', 1)[1]}"
        return AgentRef(path, "group", f"{name} {owner.label}", "", "CollectiveAgent", area=place, resolution="alias")
    english = (
        "" if known is None or context.locality else f"{known.name_en} of {area.name_en}" if area else known.name_en
    )
    resolution = "unresolved" if mention.truncated else "exact" if known else "alias"
    return AgentRef(
        f"id/agent/{place}/group/{code}",
        "group",
        _label(name, area, context, listed=known is not None),
        english,
        "CollectiveAgent",
        area=place,
        resolution=resolution,
    )


def of_all_provinces(record: AgencyRecord, place: str) -> AgentRef:
    """Make the node of what every province has one of, as *place* speaks of it: "các Sở Y tế", "Sở Y tế các tỉnh"."""
    bare = re.sub(r"\s*\{\w\}", "", record.name)
    return AgentRef(
        f"id/agent/{place}/group/{record.slug}-cac-tinh-thanh-pho",
        "group",
        f"{bare} các tỉnh, thành phố trực thuộc trung ương",
        "",
        "CollectiveAgent",
        area=place,
        resolution="alias",
    )


def _written_out(code: str, name: str, names: BodyNames) -> str:
    """Make the code anew of a name with abbreviations: "Các đơn vị thuộc Bộ TN&MT" are those of the ministry."""
    words = names.words(name)
    said = slug(_DETERMINER.sub("", name))
    told = code and said.startswith(code) and words != fold(name)
    return slug(_DETERMINER.sub("", words))[:_LONGEST_CODE].strip("-") if told else code


def _upper(words: str) -> str:
    words = " ".join(words.split())
    return words[:1].upper() + words[1:]


def _code(said: str, context: Context, surface: str, *, own_level: bool) -> str:
    """Bring the spellings of one group together: "có liên quan" and "liên quan"; its own level says nothing more."""
    if said.removesuffix("-lien-quan") == "cap-huyen" and not _DISTRICTS.search(surface):  # "các địa phương"
        return said.replace("cap-huyen", _below(context))
    if said.endswith("tinh-thanh-pho"):
        return said
    code = _CODE_LEVEL.sub("", said) if own_level else said
    code = re.sub(r"-va-(?=dia-phuong|co-quan|don-vi|to-chuc|ca-nhan)", "-", code)  # "các bộ ngành và địa phương"
    return _RELATED.sub("-lien-quan", code)


def _below(context: Context) -> str:
    """Name the level below who speaks; of what place or day nothing tells, neither does the level."""
    if context.area == CENTRAL:
        return "tinh-thanh-pho"
    if not context.area or not context.date:
        return "dia-phuong"
    return "cap-xa" if context.date >= MERGER else "cap-huyen"


def _label(name: str, area: Area | None, context: Context, *, listed: bool) -> str:
    """Write a group with its place, whose noun its own words may say already: "Các sở, ngành cấp tỉnh"."""
    if context.locality:
        return with_locality(name, context.locality)
    if area is None or fold(area.name) in fold(name):
        return name
    if not listed:
        name = _LEVEL.sub("", name)
    elif area.city:
        name = name.removesuffix(", thành phố")  # a city has no cities below it; its own noun follows
    return f"{name} {area.full_name}"


def _owner(code: str, context: Context, knowledge: Knowledge) -> AgentRef | None:
    """Tell the ministry, department or institution of whose own units a group is: "các đơn vị thuộc Bộ"."""
    record = knowledge.agencies.get(context.issuer.record) if context.issuer else None
    if context.issuer and code == "phong-ban" and is_institution(context.issuer):
        return context.issuer
    if record is None or not (record.kind in MINISTRIES or record.kind.startswith("so-")):
        return None
    return context.issuer if code.endswith(("thuoc-bo", "thuoc-so")) or code == "phong-ban" else None
