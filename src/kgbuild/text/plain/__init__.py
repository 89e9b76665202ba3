"""Plain text and Markdown: lines put together to paragraphs, and tables found however they are drawn."""
