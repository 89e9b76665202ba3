"""Citing: which other documents a text names, by what words, and in what relation."""
