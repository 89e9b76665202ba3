"""Shapes against a graph: every finding with its fault origin, its severity and its words."""

from kgbuild.validation.earlier import Changes, Earlier, basis, changes, graph_files, read_earlier
from kgbuild.validation.engine import StoreLike, validate
from kgbuild.validation.reference import confirm, validate_reference
from kgbuild.validation.report import Finding, ValidationReport, describe_shapes
from kgbuild.validation.shapes import Check, load_shapes

__all__ = [
    "Changes",
    "Check",
    "Earlier",
    "Finding",
    "StoreLike",
    "ValidationReport",
    "basis",
    "changes",
    "confirm",
    "describe_shapes",
    "graph_files",
    "load_shapes",
    "read_earlier",
    "validate",
    "validate_reference",
]
