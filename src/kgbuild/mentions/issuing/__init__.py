"""Issuing: who issues a document, from where, to whom, and from when it is in force."""
