"""The page of the rules that every build is checked by: each SHACL shape in words, and how often it found something."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from kgbuild.config import resource
from kgbuild.namespaces import SH
from kgbuild.publish.pages.vocabulary import name_term
from kgbuild.publish.paths import SHAPES
from kgbuild.publish.views import Link, Reader
from kgbuild.validation import Check, load_shapes

_VARIABLE: Final = re.compile(r"\{[?$]\w+\}")  # what a message fills in with the things found
MANY: Final = 4  # a rule said of more classes or properties than this is said of anything


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it asks, of what, how grave a breach is, whose fault that would be, and the findings there are."""

    anchor: str
    name: str
    message: Link
    about: tuple[Link, ...]
    prop: Link | None
    severity: str
    origin: str
    findings: int


def list_rules(reader: Reader) -> list[Rule]:
    """List every rule, those that found most first, then by IRI; the same order in every language."""
    index = reader.index
    shapes = (index.iri(node, SH.sourceShape) for node in index.instances(SH.ValidationResult))
    found = Counter(shape for shape in shapes if shape)
    checks = sorted(load_shapes(resource("shapes")), key=lambda check: (-found[check.iri], check.iri))
    return [_rule(reader, check, found[check.iri]) for check in checks]


def _rule(reader: Reader, check: Check, findings: int) -> Rule:
    message = _VARIABLE.sub("…", check.messages.get(reader.lang) or check.messages["en"])
    targets = [*check.classes, *check.subjects_of]
    return Rule(
        anchor=check.iri.removeprefix(SHAPES.base),
        name=check.iri.removeprefix(SHAPES.base),
        message=Link(message, reader.lang if reader.lang in check.messages else "en"),
        about=tuple(name_term(reader, target) for target in targets) if len(targets) <= MANY else (),
        prop=name_term(reader, check.path) if check.path else None,
        severity=check.severity,
        origin=check.origin,
        findings=findings,
    )
