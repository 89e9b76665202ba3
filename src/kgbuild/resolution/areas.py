"""Areas in time: which life of a province a name means on a given day."""

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


def said_name(area: Area) -> str:
    """Write how its own documents call it: "Thành phố" or "tỉnh"."""
    return "Thành phố" if area.city else "tỉnh"
