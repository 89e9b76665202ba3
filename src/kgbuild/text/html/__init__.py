"""Web pages and Word's HTML: the document without the furniture around it, block by block."""
