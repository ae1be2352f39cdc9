"""A paper as one web page: the same document, for the web site of a commune or a phone.

The page holds everything it needs – look, pictures, typeface –, runs no program and asks no
network. Its structure is that of the tagged PDF: landmarks, headings, lists, tables with headers,
pictures with alternative texts (docs/accessibility.md).
"""

from __future__ import annotations

from ctg_desktop.pdf.html.page import to_html

__all__ = ["to_html"]
