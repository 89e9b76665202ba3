"""Word files: what their reader sees, with automatic numbers written out."""
