"""The frozen values that flow through the stages: text and its places, findings of the reader, statements."""

from kgbuild.model.core import (
    Issue,
    Literal,
    Report,
    Severity,
    Span,
    Statement,
    Term,
    boolean,
    decimal,
    integer,
)

__all__ = ["Issue", "Literal", "Report", "Severity", "Span", "Statement", "Term", "boolean", "decimal", "integer"]
