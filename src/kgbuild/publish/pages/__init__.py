"""Pages: what each page of the site shows, one module for each kind."""
