"""Checking a draft before it is signed: the shapes, and what only the words themselves show."""

from kgbuild.checking.drafts import DraftCheck, check
from kgbuild.checking.remarks import Passage, Remark

__all__ = ["DraftCheck", "Passage", "Remark", "check"]
