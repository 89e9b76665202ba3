"""The search of the site: an index folded as Vietnamese is typed, in small scripts that also work from a disk."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from kgbuild.language import fold, strip_marks
from kgbuild.publish.entries import KINDS, Entry, Shown

SHARD: Final = 40_000  # characters of one script, about
BLOCK: Final = 100  # entries in one script
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_ACRONYM: Final = range(2, 8)  # letters of an abbreviation
_SILENT: Final = frozenset({"va", "and"})  # "KHCN" leaves out the và of Khoa học và Công nghệ, "MOST" the and

# word without marks → word as written → the entries that have it: twice the number, plus one when not in a name
Terms = dict[str, dict[str, list[int]]]


def split_words(text: str) -> list[tuple[str, str]]:
    """Split a text into words, each without marks and as written; figures part from letters and lose leading zeros.

    >>> split_words("07-CTr/TU, hoá học")
    [('7', '7'), ('ctr', 'ctr'), ('tu', 'tu'), ('hoa', 'hóa'), ('hoc', 'học')]
    """
    words = [w.lstrip("0") or "0" if w.isdecimal() else w for w in _WORD.findall(fold(text))]
    return [(strip_marks(word), word) for word in words]


def spell_acronyms(name: str) -> set[str]:
    """List every abbreviation by first letters that a part of a name may have.

    >>> sorted(spell_acronyms("Sở Khoa học và Công nghệ"))
    ['cn', 'hc', 'hcn', 'kh', 'khc', 'khcn', 'sk', 'skh', 'skhc', 'skhcn']
    """
    letters = "".join(plain[0] for plain, _ in split_words(name) if plain not in _SILENT and plain.isalpha())
    return {letters[at : at + n] for n in _ACRONYM for at in range(len(letters) - n + 1)}


def index_words(entries: Sequence[Entry]) -> Terms:
    """Index the entries by word."""
    terms: Terms = defaultdict(lambda: defaultdict(list))
    for number, entry in enumerate(entries):
        names = {word for name in entry.names for word in split_words(name)}
        others = {word for text in entry.words for word in split_words(text)}
        acronyms = {(acronym, acronym) for name in entry.spelled for acronym in spell_acronyms(name)}
        if entry.kind == "document":  # there they stand for the issuing body, which is not its name
            others |= acronyms
        else:
            names |= acronyms
        for plain, written in sorted(names):
            terms[plain][written].append(2 * number)
        for plain, written in sorted(others - names):
            terms[plain][written].append(2 * number + 1)
    return terms


def write_search(entries: Sequence[Entry], folder: Path) -> None:
    """Write the index below *folder*: `index.js` tells where each word and each entry stands in the other files."""
    folder.mkdir(parents=True, exist_ok=True)
    starts = []
    for number, (first, shard) in enumerate(_shards(index_words(entries))):
        starts.append(first)
        _save(folder, f"terms_{number}", shard)
    for language in entries[0].shown if entries else ():
        for number, at in enumerate(range(0, len(entries), BLOCK)):
            block = [_row(entry.shown[language], language) for entry in entries[at : at + BLOCK]]
            _save(folder, f"{language}_{number}", block)
    counts = [sum(entry.kind == kind for entry in entries) for kind in KINDS]
    _save(folder, "index", {"starts": starts, "kinds": KINDS, "counts": counts, "block": BLOCK})


def _shards(terms: Terms) -> Iterator[tuple[str, Mapping[str, Mapping[str, list[int]]]]]:
    """Cut the words, in their order, into scripts of about equal size, each with its first word."""
    shard: dict[str, dict[str, list[int]]] = {}
    size = 0
    for word in sorted(terms):
        shard[word] = {written: terms[word][written] for written in sorted(terms[word])}
        size += len(word) + sum(len(w) + 7 * len(found) for w, found in shard[word].items())
        if size > SHARD:
            yield next(iter(shard)), shard
            shard, size = {}, 0
    if shard:
        yield next(iter(shard)), shard


def _row(shown: Shown, language: str) -> list[str]:
    """Write a result: name and its language, way, detail and its language; the page's own language is left out."""
    link, detail = shown.link, shown.detail
    tongues = ["" if lang == language else lang for lang in (link.lang, detail.lang)]
    return [link.text, tongues[0], link.path, detail.text, tongues[1]]


def _save(folder: Path, name: str, data: Any) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (folder / f"{name}.js").write_text(f'kgbuildSearch("{name}",{text});\n', encoding="utf-8", newline="\n")
