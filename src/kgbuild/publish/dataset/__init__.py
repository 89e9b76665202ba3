"""The dataset as files: dumps, tables, the catalog that describes them, and what changed between two builds."""
