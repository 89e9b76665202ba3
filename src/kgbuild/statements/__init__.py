"""Statements: from what was found in a source to RDF, each fact with the words it came from."""
