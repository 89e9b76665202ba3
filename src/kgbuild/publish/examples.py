"""The example queries that ship with the site, each with its question in the reader's language."""

from dataclasses import dataclass

from kgbuild.config import resource


@dataclass(frozen=True, slots=True)
class Example:
    """A query with its title and its explanation."""

    name: str
    title: str
    note: str
    query: str


def read_examples(language: str) -> list[Example]:
    """Read `site/queries/examples/*.rq` in their order.

    Leading comment lines carry the words: `# title@vi: …`, `# note@en: …`; without them the file's name serves.
    """
    folder = resource("site", "queries", "examples")
    return [_read(path.stem, path.read_text(encoding="utf-8"), language) for path in sorted(folder.glob("*.rq"))]


def _read(name: str, text: str, language: str) -> Example:
    words: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        key, colon, value = line.lstrip("# ").partition(":")
        if colon:
            words[key.strip()] = value.strip()
    title = words.get(f"title@{language}") or words.get(f"title_{language}") or words.get(f"{language}")
    note = words.get(f"note@{language}") or words.get(f"note_{language}")
    return Example(name, title or name, note or "", text)
