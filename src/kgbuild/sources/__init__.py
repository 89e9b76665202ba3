"""Sources: the manifest, the readers of folders, and fetching what is cited but not held."""
