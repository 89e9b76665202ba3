"""Where a reader reports a wrong fact: an address with the statement, its words and their place filled in."""

from typing import Final
from urllib.parse import quote

from kgbuild.config import Settings
from kgbuild.namespaces import PREFIXES
from kgbuild.publish.paths import local_path
from kgbuild.publish.views import Strings, Words

ROOM: Final = 750  # bytes of a link in HTML, where it is rather long
QUOTE: Final = 60  # characters of the words; the place tells the rest


def address(settings: Settings) -> str:
    """Give the address with `{subject}` and `{body}` where the text goes.

    A web address without them takes `title` and `body`, as the issue forms of GitHub, Gitea and Forgejo do. Where only
    a web page is known to turn to, the mail has no addressee yet: its text names the page.
    """
    given = settings.corrections or settings.contact
    if "{body}" in given:
        return given
    if given.startswith("mailto:"):
        return given + ("&" if "?" in given else "?") + "subject={subject}&body={body}"
    if settings.corrections:
        return given + ("&" if "?" in given else "?") + "title={subject}&body={body}"
    return "mailto:?subject={subject}&body={body}" + quote(f"\r\n\r\n→ {given}", safe="/:")


def report(settings: Settings, strings: Strings, words: Words) -> str:
    """Write the link that reports what *words* are behind, in the words of the interface."""
    node, _, prop = words.about.partition(" ")
    lines = [
        f"<{node}>",
        *([_short(prop)] if prop else []),
        f"“{_cut(' '.join(words.quote.split()))}”",
        settings.base_iri + words.path,
        "",
        strings["wrong_ask"] + " ",
    ]
    subject = f"{strings['wrong']} {local_path(node, settings.base_iri)}"
    filled = address(settings).replace("{subject}", quote(subject, safe="/"))
    return filled.replace("{body}", quote("\r\n".join(lines), safe="/:"))


def _cut(text: str) -> str:
    return text if len(text) <= QUOTE else text[:QUOTE].rstrip() + "…"


def _short(iri: str) -> str:
    """Write the IRI of a property with its prefix."""
    return next((f"{name}:{iri[len(base) :]}" for name, base in PREFIXES.items() if iri.startswith(base)), iri)
