"""What users get: the site, the dumps, the catalog."""
