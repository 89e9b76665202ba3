"""Draw the heart of the ontology from its file, as the Mermaid picture that stands in the README.

Run it as `python docs/draw_ontology.py` to put the picture of today into README.md. What is drawn: the classes below,
their subclasses by number, and every property that runs between two of them.
"""

import re
from pathlib import Path

from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef

ROOT = Path(__file__).parent.parent
PIO = Namespace("https://w3id.org/pio#")
ORG = Namespace("http://www.w3.org/ns/org#")
SDO = Namespace("https://schema.org/")
START, END = "<!-- drawn by docs/draw_ontology.py -->\n", "<!-- end of the picture -->\n"
CLASSES = (
    PIO.PolicyDocument,
    PIO.Citation,
    PIO.Signature,
    PIO.Measure,
    PIO.Task,
    PIO.Target,
    PIO.Assignment,
    PIO.Schedule,
    ORG.Organization,
    PIO.Evidence,
    PIO.SourceText,
    RDFS.Resource,
)
MOST = 4  # names on one arrow, in the order of the file; the rest are counted
SOURCE = ROOT / "ontology" / "pio.ttl"
ORDER = re.findall(r"^pio:(\w+) a owl:ObjectProperty", SOURCE.read_text(encoding="utf-8"), re.MULTILINE)


def picture(ontology: Graph) -> str:
    """Write the picture as a Mermaid flowchart in a Markdown code block."""
    arrows: dict[tuple[URIRef, URIRef], list[str]] = {}
    inverses = set(ontology.objects(None, OWL.inverseOf))
    for prop in sorted(ontology.subjects(RDF.type, OWL.ObjectProperty), key=lambda p: ORDER.index(name(p))):
        if prop in inverses or ontology.value(prop, PIO.reservedFor):
            continue
        for start in ends(ontology, prop, "domain"):
            for end in ends(ontology, prop, "range"):
                arrows.setdefault((start, end), []).append(name(prop))
    lines = ["```mermaid", "flowchart LR"]
    lines += [f'  {name(c)}["{label(ontology, c)}"]' for c in CLASSES]
    for start, end in sorted(arrows, key=lambda pair: (CLASSES.index(pair[0]), CLASSES.index(pair[1]))):
        names = arrows[start, end]
        more = [f"… {len(names) - MOST} more"] if len(names) > MOST else []
        lines.append(f'  {name(start)} -- "{"<br>".join([*names[:MOST], *more])}" --> {name(end)}')
    return "\n".join([*lines, "```", ""])


def ends(ontology: Graph, prop: URIRef, side: str) -> list[URIRef]:
    """Give the classes drawn that a property runs from (domain) or to (range)."""
    named = set(ontology.objects(prop, RDFS[side])) | set(ontology.objects(prop, SDO[f"{side}Includes"]))
    return [c for c in CLASSES if c in named]


def name(term: URIRef) -> str:
    """Give the local name of a term."""
    return str(term).rpartition("#")[2]


def label(ontology: Graph, cls: URIRef) -> str:
    """Name a class, with the number of the classes below it."""
    below = set(ontology.transitive_subjects(RDFS.subClassOf, cls)) - {cls}
    prefix = "pio:" if cls in PIO else "org:" if cls in ORG else "rdfs:"
    return prefix + name(cls) + (f"<br>{len(below)} kinds" if len(below) > 1 else "")


def drawn(readme: str, ontology: Graph) -> str:
    """Put the picture between its two marks. Raises ValueError where the marks are missing."""
    before, _, rest = readme.partition(START)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError("README.md lacks the marks of the picture")
    return before + START + picture(ontology) + END + after


def main() -> None:
    """Rewrite README.md with the picture of today's ontology."""
    readme = ROOT / "README.md"
    ontology = Graph().parse(SOURCE)
    ontology += Graph().parse(ROOT / "ontology" / "alignments.ttl")
    readme.write_text(drawn(readme.read_text(encoding="utf-8"), ontology), encoding="utf-8")


if __name__ == "__main__":
    main()
