"""Shapes against a graph: every finding with its fault origin, its severity and its words."""

from kgbuild.validation.engine import StoreLike, validate
from kgbuild.validation.reference import validate_reference
from kgbuild.validation.report import Finding, ValidationReport
from kgbuild.validation.shapes import Check, load_shapes

__all__ = ["Check", "Finding", "StoreLike", "ValidationReport", "load_shapes", "validate", "validate_reference"]
