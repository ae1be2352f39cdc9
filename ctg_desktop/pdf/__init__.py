"""Papers: a semantic document model, its typesetter, its tagged PDF, and the papers themselves.

``document`` says what a paper is, ``blocks``, ``tables`` and ``runs`` what it is made of, ``style``
what it looks like, ``typesetting`` where each line goes, ``render`` writes the PDF with ReportLab's
typefaces; ``codes`` draws QR codes, ``fitting`` finds the size of text that fits, ``imposition``
makes sheets to fold.
Nothing is imported here, so that starting the program does not load ReportLab.
"""
