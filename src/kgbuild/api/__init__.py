"""The web service: SPARQL, entities, ontology, dumps and the static site behind one FastAPI application."""

from kgbuild.api.app import create_app

__all__ = ["create_app"]
