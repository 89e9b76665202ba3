"""What a page says of its subject in its head, for machines: a part of what the graph says, as JSON-LD."""

import json
from typing import Any, Final

from markupsafe import Markup

from kgbuild.model import Literal
from kgbuild.namespaces import DCTERMS, PIO, PREFIXES, RDF, SKOS, Iri
from kgbuild.publish.index import Index

HEAD_FACTS: Final = (SKOS.prefLabel, DCTERMS.title, PIO.symbol, PIO.documentDate, PIO.issuedBy, PIO.rowNumber)

LONG: Final = 1000  # characters of a value that is left to the data


def head_data(index: Index, iri: Iri) -> Markup:
    """Write JSON-LD about a node: some of what the graph says of it, safe inside a script element."""
    prefixes = {name: base for name, base in PREFIXES.items() if name in ("dcterms", "pio", "skos", "xsd")}
    data: dict[str, Any] = {"@context": prefixes, "@id": iri, "@type": list(index.iris(iri, RDF.type))}
    for prop in HEAD_FACTS:
        values = [_json_value(value) for value in index.values(iri, prop) if len(_written(value)) <= LONG]
        if values:
            data[_compact(prop)] = values
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _written(value: Iri | Literal) -> str:
    return value.value if isinstance(value, Literal) else value


def _json_value(value: Iri | Literal) -> dict[str, str]:
    if not isinstance(value, Literal):
        return {"@id": value}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    return {"@value": value.value, "@type": value.datatype} if value.datatype else {"@value": value.value}


def _compact(prop: str) -> str:
    return next((f"{n}:{prop[len(b) :]}" for n, b in PREFIXES.items() if prop.startswith(b)), prop)
