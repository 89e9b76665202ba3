"""Agents: from a mention to the one node of the body it names, in the document's own place and time."""

import re
from dataclasses import replace

from kgbuild.model.entities import AgentRef
from kgbuild.model.knowledge import AgencyRecord, Area, Knowledge
from kgbuild.model.mentions import AgencyMention, Locality
from kgbuild.resolution.areas import area_at, said_name
from kgbuild.resolution.body_names import BodyNames, without_level
from kgbuild.resolution.context import CENTRAL, Context, place_of
from kgbuild.resolution.groups import of_all_provinces, resolve_group
from kgbuild.resolution.namesakes import Namesakes
from kgbuild.resolution.unlisted import of_issuer, office, own_name, owner_said, unknown

_LOCAL_KINDS = {
    ("prov:ubnd", True): "ubnd-cap-huyen",
    ("prov:ubnd", False): "ubnd-cap-xa",
    ("prov:tu", True): "cap-uy-cap-huyen",
    ("prov:tu", False): "dang-uy-cap-xa",
}
# offices that a district or commune has of its own under the name of the province's
_OWN_OFFICES = {"prov:vp-hdnd-ubnd", "prov:vp-ubnd", "prov:tt-hcc"}
# the Front alone is its committee at the level that speaks
_FRONT = ("mặt trận tổ quốc", "mặt trận tổ quốc việt nam")
# organs of a commune by names that say them without its own: "UBKT Đảng ủy", "Đảng ủy Phường …" in a list of posts
_LOCAL_ORGANS = {
    **dict.fromkeys(_FRONT, "prov:mttq"),
    "đảng ủy": "prov:tu",
    "ban thường vụ đảng ủy": "prov:ban-thuong-vu-tu",
    "thường trực đảng ủy": "prov:thuong-truc-tu",
    "ubkt đảng ủy": "prov:ubkt-tu",
    "ủy ban kiểm tra đảng ủy": "prov:ubkt-tu",
    "văn phòng đảng ủy": "prov:vptu",
}
# societies with a branch in each commune: said without a level in a commune's own document, it is that branch
_BRANCHED = {"prov:mttq", "prov:hoi-nong-dan", "prov:hlhpn", "prov:hoi-ccb", "prov:doan-tn"}
_LEVEL = re.compile(r"(?<![^\W_])(?:tỉnh|thành phố|tp)(?![^\W_])")
_COMMITTEES = {"quận": "Quận ủy", "huyện": "Huyện ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy"}


class AgentLinker:
    """Resolves mentions of bodies by the tables of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.names = BodyNames.of(knowledge)
        self.namesakes = Namesakes.of(knowledge)

    def resolve(self, mention: AgencyMention, context: Context, surface: str) -> AgentRef:
        """Find the node of a mention; *surface* is its words in the text.

        A provincial body is of the place said with its name, else of the document's own area; where neither is
        known it stays unresolved, in a node of that document alone.
        """
        ref = self._resolve(mention, context, surface)
        said = self._said(mention, surface)
        return replace(ref, said=said) if said not in ("", ref.label) and ref.kind != "post" else ref

    def _said(self, mention: AgencyMention, surface: str) -> str:
        """Write a name out: one with abbreviations, or one that only lacks its place ("Công an huyện", "… Đảng ủy")."""
        said = self.names.spelled(surface)
        if mention.post or mention.truncated or "\n" in surface:
            return ""
        if mention.locality:
            own = f" {mention.locality.noun}" in said.lower() or said.lower().endswith("đảng ủy")
            return said if own else ""
        return said if said != surface and not mention.elliptical else ""

    def _resolve(self, mention: AgencyMention, context: Context, surface: str) -> AgentRef:
        if (
            context.locality
            and mention.record in _OWN_OFFICES | _BRANCHED
            and not mention.area
            and not _LEVEL.search(surface.lower())
        ):
            return self._of_locality(mention, context.locality, context)
        if mention.locality:
            return self._of_locality(mention, mention.locality, context)
        if mention.record:
            record = self.namesakes.of_day(mention.record, surface, context.date)
            if context.area == CENTRAL and not mention.area and self._is_plural(record, surface):
                return of_all_provinces(self.knowledge.agencies[record], CENTRAL)
            if heir := self._heir(record, mention.area, context):
                return self._unlisted(surface, replace(context, area=heir, locality=None))
            if context.area == CENTRAL and not mention.area:
                record = self.knowledge.central_twin(record, context.date) or record
            return self.of_record(record, mention.area, context, "elliptical" if mention.elliptical else "")
        if mention.group:
            return resolve_group(mention, context, surface, self.names)
        return self._own_organ(mention, surface, context) or self._unlisted(mention.name or surface, context)

    def _heir(self, record: str, said_area: str, context: Context) -> str:
        """Tell the province that keeps the board of an economic zone whose own ended, under the old name; else "".

        It is that board whoever names it: a neighbour or the centre means the same one.
        """
        area = self.knowledge.areas.get(said_area)
        if area is None or not area.valid_to or context.date <= area.valid_to or len(area.successors) != 1:
            return ""
        kept = self.knowledge.agencies[record].slug.startswith("ban-quan-ly-")
        heir = area.successors[0]
        return heir if kept and area_at(self.knowledge, said_area, context.date) != heir else ""

    def _own_organ(self, mention: AgencyMention, surface: str, context: Context) -> AgentRef | None:
        """Find the organ of the level that speaks behind another name of it: "Mặt trận Tổ quốc", "UBKT Đảng ủy"."""
        words = self.names.words(mention.name or surface)
        area = area_at(self.knowledge, context.area, context.date)
        if context.locality:
            record = _LOCAL_ORGANS.get(own_name(words, context.locality), "")
            return self._of_locality(replace(mention, record=record), context.locality, context) if record else None
        if words in _FRONT and area in self.knowledge.areas and area != "viet-nam":
            return self.of_record("prov:mttq", "", context, "inferred")
        return None

    def _is_plural(self, record_id: str, surface: str) -> bool:
        """Tell "các Sở Y tế", said where no province speaks: what each of them has, and no unknown one of them."""
        record = self.knowledge.agencies[record_id]
        noun = record.name.split()[0].lower()
        return record.scope == "province" and re.search(rf"(?<![^\W_])các\s+{noun}\s", surface.lower()) is not None

    def of_record(self, record_id: str, said_area: str, context: Context, how: str = "") -> AgentRef:
        """Make the node of a table row in its area."""
        record = self.knowledge.agencies[record_id]
        if record.scope == "central":
            return self._ref(record, CENTRAL, None, how or "exact")
        if record.scope != "province":
            own = area_at(self.knowledge, record.scope, context.date)
            return self._ref(record, own, self.knowledge.areas.get(own), how or "exact")
        slug_ = area_at(self.knowledge, said_area or context.area, context.date)
        area = self.knowledge.areas.get(slug_)
        if area is None or slug_ in ("viet-nam", CENTRAL):
            place = context.nowhere
            return self._ref(record, place, None, "unresolved")
        return self._ref(record, area.slug, area, how or ("exact" if said_area else "inferred"))

    def _of_locality(self, mention: AgencyMention, locality: Locality, context: Context) -> AgentRef:
        """Make the node of a district's or commune's organ, below its province (ontology §4)."""
        record = self.knowledge.agencies[mention.record]
        province = area_at(self.knowledge, mention.area or context.area, context.date)
        known = province in self.knowledge.areas and province != "viet-nam"
        place = place_of(province if known else context.nowhere, locality)
        label = record.name.replace("{X}", locality.full_name).replace("{U} {x}", _committee(locality))
        resolution = "unresolved" if not known else "elliptical" if mention.elliptical else "exact"
        kind = _LOCAL_KINDS.get((mention.record, locality.district), "")
        return AgentRef(
            f"id/agent/{place}/{record.slug}", "agency", label, "", record.type, kind, "", place, "", resolution
        )

    def _ref(self, record: AgencyRecord, place: str, area: Area | None, resolution: str) -> AgentRef:
        label, english = fill(record.name, area), fill(record.name_en, area, english=True)
        path = f"id/agent/{place}/{record.slug}"
        if record.type == "Post":
            parent = self.knowledge.agencies.get(record.parent)
            organ = (
                f"id/agent/{place if parent and parent.scope == 'province' else CENTRAL}/{parent.slug}"
                if parent
                else ""
            )
            base = organ.removeprefix("id/agent/") if organ else place
            return AgentRef(
                f"id/post/{base}/{record.slug}",
                "post",
                label,
                english,
                "Post",
                record.kind,
                record.id,
                place,
                organ,
                resolution,
            )
        return AgentRef(path, "agency", label, english, record.type, record.kind, record.id, place, "", resolution)

    def _unlisted(self, name: str, context: Context) -> AgentRef:
        """Resolve a name that the tables do not spell so: written out, as an office of a known body, or on its own."""
        here = area_at(self.knowledge, context.area, context.date)
        area = self.knowledge.areas.get(here)
        words = self.names.words(name)
        if context.locality and without_level(words, area) == words:
            area = None  # a commune's own boards bear the names of the province's
        issuer = self.knowledge.agencies.get(context.issuer.record) if context.issuer else None
        record = self.names.record(name, area, issuer.name.split("{")[0] if issuer else "")
        if record is None and here == CENTRAL:
            record = self.names.record(f"{name} Việt Nam", None)  # "Tập đoàn Điện lực", said where the centre speaks
        if record is not None:
            return self.of_record(record.id, "", context, "alias" if record.scope == "central" else "inferred")
        owned = owner_said(name, self.names, area)
        if owned is not None:
            return office(owned[0], self.names, self.of_record(owned[1].id, "", context), "alias")
        bare = of_issuer(name, self.names, context.issuer)
        if context.issuer is not None and bare:
            return office(bare, self.names, context.issuer, "inferred")
        place = here or context.nowhere
        return unknown(name, self.names, area, place, context.locality, context.nowhere.removeprefix("nd-"))


def _committee(locality: Locality) -> str:
    """Name the Party committee: "Quận ủy Cầu Giấy", but "Đảng ủy xã Ia Dom"."""
    return f"{_COMMITTEES[locality.noun]} {locality.name}" if locality.district else f"Đảng ủy {locality.full_name}"


def fill(name: str, area: Area | None, *, english: bool = False) -> str:
    """Fill the placeholders of a name: {X} full name of the area, {x} bare name, {U} Thành or Tỉnh ủy, {T} as said."""
    values = {
        "{X}": (area.name_en if english else area.full_name) if area else "",
        "{x}": (area.name_en if english else area.name) if area else "",
        "{U}": ("Thành ủy" if area.city else "Tỉnh ủy") if area else "Tỉnh ủy",
        "{T}": said_name(area) if area else "",
    }
    for placeholder, value in values.items():
        name = name.replace(placeholder, value)
    return " ".join(name.split()).removesuffix(" of").strip()
