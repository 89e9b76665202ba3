"""Mentions: bodies, citations, duties, measures, targets and people as the text names them."""
