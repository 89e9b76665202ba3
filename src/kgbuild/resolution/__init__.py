"""Resolution: from mentions to the entities they stand for, by tables of knowledge and the document's own date."""
