"""Agents: from a mention to the one node of the body it names, in the document's own place and time."""

import re
from dataclasses import dataclass, replace

from kgbuild.identifiers import short_hash
from kgbuild.language import fold, slug
from kgbuild.model.entities import AgentRef
from kgbuild.model.knowledge import AgencyRecord, Area, Knowledge
from kgbuild.model.mentions import AgencyMention, Locality
from kgbuild.resolution.areas import MERGER, area_at, said_name

CENTRAL = "tw"
_LOCAL_KINDS = {
    ("prov:ubnd", True): "ubnd-cap-huyen",
    ("prov:ubnd", False): "ubnd-cap-xa",
    ("prov:tu", True): "cap-uy-cap-huyen",
    ("prov:tu", False): "dang-uy-cap-xa",
}
# heads of the offices that a ministry or a department has inside: each has its own "Vụ Pháp chế", "Văn phòng"
_INSIDE_MINISTRY = ("vụ", "cục", "tổng cục", "văn phòng", "thanh tra", "phòng", "viện", "trung tâm", "chi cục")
_INSIDE_DEPARTMENT = ("phòng", "văn phòng", "thanh tra", "chi cục", "ban")
_MINISTRIES = {"bo", "co-quan-ngang-bo", "co-quan-thuoc-chinh-phu"}
_DISTRICTS = re.compile(r"quận|huyện|thị xã|\btx\b", re.IGNORECASE)
_COMMITTEES = {"quận": "Quận ủy", "huyện": "Huyện ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy"}


@dataclass(frozen=True, slots=True)
class Context:
    """Where and when a document speaks: its area (empty when unknown, "tw" for the centre), its date, its key.

    A document of a district or commune has its `locality` besides: its groups and offices are those of that place,
    while a Sở it names is the province's. `issuer` is the body that issues the document: offices without a place or
    a body of their own ("Vụ Pháp chế") are its own.
    """

    area: str
    date: str
    document: str = ""
    locality: Locality | None = None
    issuer: AgentRef | None = None


@dataclass(frozen=True, slots=True)
class AgentLinker:
    """Resolves mentions of bodies by the tables of knowledge."""

    knowledge: Knowledge

    def resolve(self, mention: AgencyMention, context: Context, surface: str) -> AgentRef:
        """Find the node of a mention; *surface* is its words in the text.

        A provincial body is of the place said with its name, else of the document's own area; where neither is
        known it stays unresolved, in a node of that document alone.
        """
        if mention.locality:
            return self._of_locality(mention, mention.locality, context)
        if mention.record:
            return self.of_record(mention.record, mention.area, context, "elliptical" if mention.elliptical else "")
        if mention.group:
            return self._group(mention, context, surface)
        name = mention.name or surface
        return self._inside(name, context) or self._unknown(name, context)

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
            place = f"nd-{short_hash(context.document)}"
            return self._ref(record, place, None, "unresolved")
        return self._ref(record, area.slug, area, how or ("exact" if said_area else "inferred"))

    def _of_locality(self, mention: AgencyMention, locality: Locality, context: Context) -> AgentRef:
        """Make the node of a district's or commune's organ, below its province (ontology §4)."""
        record = self.knowledge.agencies[mention.record]
        province = area_at(self.knowledge, mention.area or context.area, context.date)
        known = province in self.knowledge.areas and province != "viet-nam"
        place = place_of(province if known else f"nd-{short_hash(context.document)}", locality)
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

    def _inside(self, name: str, context: Context) -> AgentRef | None:
        """Keep an office of the issuing ministry or department apart from those of others that bear its name."""
        issuer, words = context.issuer, fold(name)
        record = self.knowledge.agencies.get(issuer.record) if issuer else None
        if issuer is None or record is None or issuer.kind != "agency":
            return None
        heads = (
            _INSIDE_MINISTRY
            if record.kind in _MINISTRIES
            else _INSIDE_DEPARTMENT
            if record.kind.startswith("so-")
            else ()
        )
        if not words.startswith(tuple(f"{head} " for head in heads)) and words not in heads:
            return None
        own = fold(record.name.split("{")[0])
        last = own.split()[0]  # "Văn phòng Bộ", "Thanh tra Sở"
        bare = re.sub(rf"\s+(?:(?:thuộc|của)\s+)?{last}$", "", name, flags=re.IGNORECASE)
        if own in words or re.search(r"\b(?:bộ|sở|ubnd|ủy ban nhân dân|huyện|tỉnh|thành phố)\b", fold(bare)):
            return None
        unknown = self._unknown(f"{bare} {issuer.label}", context)
        path = f"{issuer.path.rsplit('/', 1)[0]}/{slug(bare)}-{issuer.path.rsplit('/', 1)[1]}"
        # Whose office it is tells the document: it is known, though no table lists it.
        return replace(unknown, path=path, area=issuer.area, part_of=issuer.path, resolution="inferred")

    def _group(self, mention: AgencyMention, context: Context, surface: str) -> AgentRef:
        area = self.knowledge.areas.get(area_at(self.knowledge, context.area, context.date))
        place = (
            area.slug
            if area and area.slug != "viet-nam"
            else CENTRAL
            if context.area == CENTRAL
            else f"nd-{short_hash(context.document)}"
        )
        if context.locality:
            place = place_of(place, context.locality)
        code = mention.group
        if code == "cap-huyen" and not _DISTRICTS.search(surface):  # "các địa phương": those below who speaks
            code = "tinh-thanh-pho" if context.area == CENTRAL else "cap-xa" if context.date >= MERGER else code
        known = self.knowledge.groups.get(code)
        name = known.name if known else mention.name
        if (issuer := self._owner(code, context)) is not None:
            name = re.sub(r"\s+(?:Bộ|Sở)$", "", name, flags=re.IGNORECASE)
            code = re.sub(r"-(?:bo|so)$", "", code)  # as where it is said in full: "các đơn vị thuộc Bộ Y tế"
            path = f"id/agent/{place}/group/{code}-{issuer.path.rsplit('/', 1)[1]}"
            return AgentRef(
                path, "group", f"{name} {issuer.label}", "", "CollectiveAgent", area=place, resolution="alias"
            )
        if area and area.city:
            name = name.removesuffix(", thành phố")  # a city has no cities below it; its own noun follows
        label = (
            f"{name} {context.locality.full_name if context.locality else area.full_name}"
            if area and area.slug != "viet-nam" and fold(area.name) not in fold(name)
            else name
        )
        english = (
            f"{known.name_en} of {area.name_en}"
            if known and not context.locality and area and area.slug != "viet-nam"
            else known.name_en
            if known and not context.locality
            else ""
        )
        resolution = "unresolved" if mention.truncated else "exact" if known else "alias"
        return AgentRef(
            f"id/agent/{place}/group/{code}",
            "group",
            label,
            english,
            "CollectiveAgent",
            "",
            "",
            place,
            "",
            resolution,
        )

    def _owner(self, code: str, context: Context) -> AgentRef | None:
        """Tell the ministry or department whose own units a group is: "các đơn vị thuộc Bộ", "các phòng, ban"."""
        record = self.knowledge.agencies.get(context.issuer.record) if context.issuer else None
        if record is None or not (record.kind in _MINISTRIES or record.kind.startswith("so-")):
            return None
        return context.issuer if code.endswith(("thuoc-bo", "thuoc-so")) or code == "phong-ban" else None

    def _unknown(self, name: str, context: Context) -> AgentRef:
        """Keep a body that no table lists as a node of its own in the document's area, never on a near name."""
        slug_ = area_at(self.knowledge, context.area, context.date) or f"nd-{short_hash(context.document)}"
        slug_ = place_of(slug_, context.locality) if context.locality else slug_
        words = fold(name).split()
        nouns = {fold(row.noun): row.type for row in self.knowledge.head_nouns}
        type_ = next(
            (nouns[" ".join(words[:n])] for n in range(min(3, len(words)), 0, -1) if " ".join(words[:n]) in nouns), ""
        )
        return AgentRef(
            f"id/agent/{slug_}/{slug(name)[:80].strip('-')}",
            "unknown",
            name,
            "",
            type_,
            "",
            "",
            slug_,
            "",
            "unresolved",
        )


def place_of(area: str, locality: Locality) -> str:
    """Name a district or commune in IRIs: the path from its province, joined by dots ("ha-noi.quan-cau-giay")."""
    return f"{area or 'nd'}.{locality.slug}"


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
