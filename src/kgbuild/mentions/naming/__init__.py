"""Naming: bodies, groups of bodies, posts and places, as running text names them."""
