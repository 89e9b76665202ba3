"""Areas in time: which life of a province a name means on a given day."""

from kgbuild.language import fold
from kgbuild.model.knowledge import Area, Knowledge

MERGER = "2025-07-01"


def area_at(knowledge: Knowledge, slug: str, date: str) -> str:
    """Give the slug of the area named *slug* that is valid on *date* (ISO; empty: the older one).

    Only a province that keeps its name through the merger of 1 July 2025 has two lives.
    """
    area = knowledge.areas.get(slug)
    if area is None or not date:
        return slug
    if area.valid_to and date > area.valid_to:
        return next((s for s in area.successors if s in knowledge.areas and knowledge.areas[s].name == area.name), slug)
    if area.valid_from and date < area.valid_from:
        return next(
            (p for p in area.predecessors if p in knowledge.areas and knowledge.areas[p].name == area.name), slug
        )
    return slug


def full_name(area: Area) -> str:
    """Write an area as it stands inside names of bodies: "tỉnh Gia Lai"."""
    return area.full_name


def said_name(area: Area) -> str:
    """Write how its own documents call it: "Thành phố" or "tỉnh"."""
    return "Thành phố" if area.city else "tỉnh"


def find_area(knowledge: Knowledge, name: str) -> str:
    """Find an area by its bare name, full name or alias; the older life where there are two; empty when none."""
    key = fold(name)
    for area in sorted(knowledge.areas.values(), key=lambda a: (bool(a.valid_from), a.slug)):
        if key in (fold(area.name), fold(area.full_name), *map(fold, area.aliases)):
            return area.slug
    return ""
