"""Seats: in which body the head sits who signs for its standing organ."""

from collections.abc import Iterable
from dataclasses import replace

from kgbuild.model.entities import AgentRef
from kgbuild.resolution.agents import AgentLinker
from kgbuild.resolution.context import Context

# organs made of members of the body whose work they lead; a commission or an office has heads of its own
_STANDING = ("ban-thuong-vu", "thuong-truc", "thuong-truc-hdnd", "thuong-truc-ubnd", "trung-uong-dang", "quoc-hoi")

# the same organs of a district or commune: the body they lead, what opens their label, the post of its head
_LOCAL = {
    "ban-thuong-vu-tu": ("tu", "Ban Thường vụ ", "bi-thu"),
    "thuong-truc-tu": ("tu", "Thường trực ", "bi-thu"),
    "thuong-truc-hdnd": ("hdnd", "Thường trực ", "chu-tich"),
}
_PRIME = "thu-tuong"  # there is one Government with a prime minister and his deputies
Seats = dict[tuple[str, str], AgentRef]


def seats_of(organs: Iterable[AgentRef], agents: AgentLinker, context: Context) -> Seats:
    """Give, by the path of a standing organ and the slug of a post, the body whose post that is.

    "TM. BAN THƯỜNG VỤ, BÍ THƯ" is the secretary of the committee, who signs for the committee as well: one post,
    one holder. The Politburo's "Tổng Bí thư" is the Central Committee's.
    """
    knowledge = agents.knowledge
    seats: Seats = {}
    ministers = {
        row.slug: row.parent for row in knowledge.agencies.values() if row.type == "Post" and _PRIME in row.slug
    }
    for organ in organs:
        record = knowledge.agencies.get(organ.record)
        for post, parent in ministers.items():
            if organ.record != parent:  # he leads a steering committee and signs as what he is in the Government
                seats[organ.path, post] = agents.of_record(parent, "", context)
        place, _, slug = organ.path.rpartition("/")
        if record is None and slug in _LOCAL and organ.kind == "agency":
            parent, lead, post = _LOCAL[slug]
            body = replace(organ, path=f"{place}/{parent}", label=organ.label.removeprefix(lead), said="")
            seats.update({(organ.path, held): body for held in (post, f"pho-{post}", f"pho-{post}-thuong-truc")})
        if record is None or record.kind not in _STANDING or record.parent_relation != "organOf":
            continue
        posts = {row.slug for row in knowledge.agencies.values() if row.type == "Post" and row.parent == record.parent}
        for post in sorted(posts):
            body = agents.of_record(record.parent, organ.area, context)
            seats[organ.path, post] = body
            if not post.startswith("pho-"):
                seats[organ.path, f"pho-{post}"] = seats[organ.path, f"pho-{post}-thuong-truc"] = body
    return seats
