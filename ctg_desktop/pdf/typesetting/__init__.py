"""Where each line goes: typefaces, line breaking, blocks, pages. Knows nothing of PDF files."""
