"""Duties in prose: who is told to do what by headings, lead-ins, articles and sentences."""
