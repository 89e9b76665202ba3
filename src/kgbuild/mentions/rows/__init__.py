"""Duties in tables and labelled blocks: a row or a block is a task, its cells say who and when."""
