"""Known documents that share a number: which of them a citation means that gives no day."""

from collections.abc import Sequence

from kgbuild.language import fold
from kgbuild.model.knowledge import KnownDocument, Term
from kgbuild.model.mentions import CitationMention

_FEWEST, _MOST = 4, 12  # words of a subject that are compared
_SAME, _OTHER = 0.75, 0.5  # share of them in the title of the document meant, and at most in that of another
_FOREIGN = 0.2  # share of them in the title of a document that is about something else


def narrowed(
    rows: list[KnownDocument], mention: CitationMention, topics: Sequence[str], terms: Sequence[Term]
) -> list[KnownDocument]:
    """Of documents with one number take those of the term, of the subject and of the issuer said with it.

    *topics* are what the source says the number is about: a document about something else is not meant, be it the
    only one of its number that the table knows. The numbers of the Party's centre begin anew with each term; those
    of the National Assembly are counted otherwise.
    """
    party = all(row.path.split("/")[1] in ("tw", "hntw") for row in rows)
    term = next((t for t in terms if party and t.term == mention.term), None)
    if term is not None:
        rows = [row for row in rows if not row.date or (row.date >= term.start and row.date < (term.end or "9"))]
    meant = [_about(rows, words) for words in filter(None, map(_words, topics))]
    rows = [row for row in rows if all(row in those for those in meant)]
    issuer = mention.issuer.record if mention.issuer and term is None and (party or len(rows) > 1) else ""
    return [row for row in rows if row.issuer == issuer] if issuer else rows


def _about(rows: list[KnownDocument], words: Sequence[str]) -> list[KnownDocument]:
    """Take the one document whose title says *words*, else all that are not about something else."""
    shares = {row.path: _share(words, row.title) for row in rows}
    open_ = [row for row in rows if not row.title or shares[row.path] > _FOREIGN]
    best = sorted(open_, key=lambda row: -shares[row.path])[:2]
    sure = len(best) > 1 and shares[best[0].path] >= _SAME and shares[best[1].path] <= _OTHER
    return best[:1] if sure else open_


def _words(topic: str) -> list[str]:
    """Give the words of a subject; too few of them tell nothing."""
    words = fold(topic).split()
    words = (words[1:] if words[:1] == ["về"] else words)[:_MOST]
    return words if len(words) >= _FEWEST else []


def _share(words: Sequence[str], title: str) -> float:
    """Tell how many of *words* a title holds, as a share of them."""
    held = set(fold(title).split())
    return sum(word in held for word in words) / len(words)
