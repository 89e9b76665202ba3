"""Checks as SPARQL: one set-oriented query finds every failing node of a constraint at once."""

from collections.abc import Iterator
from typing import Final

from kgbuild.namespaces import SH, XSD
from kgbuild.validation.shapes import Check, Constraint

# A cast that fails shows an ill-typed literal. A gYear has no cast in SPARQL: its shapes have a pattern besides.
_CASTS: Final[set[str]] = {XSD.boolean, XSD.date, XSD.dateTime, XSD.decimal, XSD.double, XSD.integer}
SPARQL_COMPONENT: Final = SH.SPARQLConstraintComponent


def component(kind: str) -> str:
    """Name the SHACL constraint component of a kind of constraint.

    >>> component("minCount")
    'http://www.w3.org/ns/shacl#MinCountConstraintComponent'
    """
    return SH[f"{kind[0].upper()}{kind[1:]}ConstraintComponent"]


def queries(check: Check) -> Iterator[str]:
    """Write the SELECTs whose rows are the failures of *check*: ?this, ?path, ?value, ?component and its variables.

    A class target is `?this a <Class>`: the superclasses of instances must be materialised, which a shape of ours
    checks in its turn.
    """
    target = _target(check)
    # Whoever has a value is a subject of the path: where those are the target, nothing need be joined.
    of_values = "" if check.path in check.subjects_of else target
    if check.path is None:
        names = " ".join(f"?{name}" for name in check.names)
        yield f"SELECT DISTINCT {names} WHERE {{ {target} {check.body} }}"
        return
    valued = []
    for constraint in check.constraints:
        if constraint.kind == "minCount":
            yield _too_few(target, check.path, int(constraint.terms[0]))
        elif constraint.kind == "maxCount":
            yield _too_many(of_values, check.path, int(constraint.terms[0]))
        elif constraint.kind == "hasValue":
            yield _without(target, check.path, constraint.terms[0])
        elif constraint.kind == "uniqueLang":
            yield _twice_in_a_language(of_values, check.path)
        else:
            valued.append(constraint)
    if valued:
        yield _bad_values(of_values, check.path, valued)


def _target(check: Check) -> str:
    parts = [f"?this <{name}> ?anything_ ." for name in check.subjects_of]
    if len(check.classes) == 1:
        parts.append(f"?this a <{check.classes[0]}> .")
    elif check.classes:
        parts.append(f"VALUES ?class_ {{ {' '.join(f'<{name}>' for name in check.classes)} }} ?this a ?class_ .")
    return parts[0] if len(parts) == 1 else " UNION ".join(f"{{ {part} }}" for part in parts)


def _too_few(target: str, path: str, least: int) -> str:
    kind = f"(<{component('minCount')}> AS ?component)"
    if least == 1:
        return f"SELECT DISTINCT ?this {kind} WHERE {{ {target} FILTER NOT EXISTS {{ ?this <{path}> ?any_ }} }}"
    return (
        f"SELECT ?this {kind} WHERE {{ {target} OPTIONAL {{ ?this <{path}> ?each_ }} }} "
        f"GROUP BY ?this HAVING (COUNT(DISTINCT ?each_) < {least})"
    )


def _without(target: str, path: str, wanted: str) -> str:
    kind = f"(<{component('hasValue')}> AS ?component)"
    return f"SELECT DISTINCT ?this {kind} WHERE {{ {target} FILTER NOT EXISTS {{ ?this <{path}> <{wanted}> }} }}"


def _too_many(target: str, path: str, most: int) -> str:
    # The union of named graphs gives one row per graph that holds a triple, hence DISTINCT.
    kind = f"(<{component('maxCount')}> AS ?component)"
    return (
        f"SELECT ?this {kind} WHERE {{ {target} ?this <{path}> ?each_ }} "
        f"GROUP BY ?this HAVING (COUNT(DISTINCT ?each_) > {most})"
    )


def _twice_in_a_language(target: str, path: str) -> str:
    return (
        f"SELECT DISTINCT ?this (<{component('uniqueLang')}> AS ?component) WHERE {{ {target} ?this <{path}> ?a_, ?b_ "
        f'FILTER(!sameTerm(?a_, ?b_) && LANG(?a_) != "" && LANG(?a_) = LANG(?b_)) }}'
    )


def _bad_values(target: str, path: str, constraints: list[Constraint]) -> str:
    """One pass over the values for all constraints on them; the first that fails names the component."""
    named = f"<{component(constraints[-1].kind)}>"
    for constraint in reversed(constraints[:-1]):
        named = f"IF(!({_holds(constraint)}), <{component(constraint.kind)}>, {named})"
    wrong = " || ".join(f"!({_holds(constraint)})" for constraint in constraints)
    return (
        f"SELECT DISTINCT ?this ?value ?component WHERE {{ {target} ?this <{path}> ?value FILTER({wrong}) "
        f"BIND({named} AS ?component) }}"
    )


def _holds(constraint: Constraint) -> str:
    """Write the condition under which a value passes; it never raises a SPARQL error."""
    match constraint.kind:
        case "class" | "datatype":
            return _is_a(constraint.kind, constraint.terms[0])
        case "or":
            return " || ".join(_is_a(*term.split(" ", 1)) for term in constraint.terms)
        case "nodeKind":
            return "isIRI(?value)" if constraint.terms[0] == SH.IRI else "isLiteral(?value)"
        case "pattern":
            return f"(isIRI(?value) || isLiteral(?value)) && REGEX(STR(?value), {_quoted(constraint.terms[0])})"
        case "languageIn":
            ranges = " || ".join(f"LANGMATCHES(LANG(?value), {_quoted(term)})" for term in constraint.terms)
            return f"COALESCE({ranges}, false)"
        case "minInclusive":
            return f"COALESCE(?value >= {constraint.terms[0]}, false)"
        case _:
            return f"COALESCE(?value <= {constraint.terms[0]}, false)"


def _is_a(kind: str, iri: str) -> str:
    if kind == "class":
        return f"EXISTS {{ ?value a <{iri}> }}"
    typed = f"COALESCE(DATATYPE(?value) = <{iri}>, false)"
    if iri in _CASTS:
        return f"({typed} && COALESCE(STRLEN(STR(<{iri}>(STR(?value)))) > 0, false))"
    return typed


def _quoted(text: str) -> str:
    """Write a SPARQL string literal.

    >>> _quoted('a"b')
    '"a\\\\"b"'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
