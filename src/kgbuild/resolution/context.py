"""The context of a mention: where and when its document speaks, and who issues it."""

from dataclasses import dataclass

from kgbuild.model.entities import AgentRef
from kgbuild.model.mentions import Locality

CENTRAL = "tw"


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


def place_of(area: str, locality: Locality) -> str:
    """Name a district or commune in IRIs: the path from its province, joined by dots ("ha-noi.quan-cau-giay")."""
    return f"{area or 'nd'}.{locality.slug}"
