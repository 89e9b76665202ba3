"""Structure: from the blocks of a file to the documents it contains, their heads, sections and tables."""
