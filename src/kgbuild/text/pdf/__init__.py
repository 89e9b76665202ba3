"""PDF files with a text layer: glyphs to words, words to lines, lines to paragraphs and tables."""
