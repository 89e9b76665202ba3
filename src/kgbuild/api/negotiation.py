"""Content negotiation for every endpoint: which of our offers a request wants (RFC 9110, 12.5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from kgbuild.errors import NotAcceptable
from kgbuild.store import Format, find_format

HTML = Format("html", "text/html", "HTML", ("application/xhtml+xml",))


@dataclass(frozen=True, slots=True)
class Preference:
    """One element of an Accept or Accept-Language header: what is meant and its weight from 0 to 1."""

    value: str
    weight: float


def parse(header: str) -> list[Preference]:
    """Read an Accept or Accept-Language header; elements that make no sense are left out.

    >>> parse("text/turtle;q=0.5, */*;q=0.1")
    [Preference(value='text/turtle', weight=0.5), Preference(value='*/*', weight=0.1)]
    """
    found = []
    for element in header.split(","):
        value, *parameters = (part.strip().lower() for part in element.split(";"))
        weight = next((p.partition("=")[2].strip() for p in parameters if p.partition("=")[0].strip() == "q"), "1")
        try:
            number = float(weight)
        except ValueError:
            continue
        if value and 0 <= number <= 1:
            found.append(Preference(value, number))
    return found


def choose(accept: str | None, offers: Sequence[Format]) -> Format | None:
    """Choose the offer a client likes best; among equals the first. None when it takes none of them.

    The most specific range decides for an offer, so `text/turtle;q=0, */*` refuses Turtle only. Aliases count only
    where they are named.
    """
    preferences = parse(accept or "") or [Preference("*/*", 1.0)]
    best: Format | None = None
    best_weight = 0.0
    for offer in offers:
        weight = _weight(offer, preferences)
        if weight > best_weight:
            best, best_weight = offer, weight
    return best


def _weight(offer: Format, preferences: list[Preference]) -> float:
    weights = {preference.value: preference.weight for preference in reversed(preferences)}
    family = offer.media_type.partition("/")[0] + "/*"
    own = next((weights[key] for key in (offer.media_type, family, "*/*") if key in weights), 0.0)
    return max([own, *(weights[alias] for alias in offer.aliases if alias in weights)])


def negotiate(accept: str | None, wanted: str | None, offers: Sequence[Format]) -> Format:
    """Choose by `?format=` (*wanted*) where given, else by the Accept header. Raises NotAcceptable with the offers."""
    chosen = find_format(wanted, offers) if wanted else choose(accept, offers)
    if chosen is None:
        raise NotAcceptable("not to be had in that format; offered are " + listing(offers))
    return chosen


def listing(offers: Sequence[Format]) -> str:
    """List offers for a message: media type and the value that `?format=` takes."""
    return ", ".join(f"{offer.media_type} (format={offer.suffix})" for offer in offers)


def choose_language(header: str | None, languages: Sequence[str] = ("vi", "en")) -> str:
    """Choose a language by an Accept-Language header; the first of *languages* where it likes none better.

    >>> choose_language("en-GB,en;q=0.9,vi;q=0.8"), choose_language("fr"), choose_language(None)
    ('en', 'vi', 'vi')
    """
    best, best_weight = languages[0], 0.0
    preferences = parse(header or "")
    for language in languages:
        own = [p.weight for p in preferences if p.value.partition("-")[0] == language]
        weight = max(own) if own else max((p.weight for p in preferences if p.value == "*"), default=0.0)
        if weight > best_weight:
            best, best_weight = language, weight
    return best
