"""Papers: a semantic document model, its typesetter, its tagged PDF, and the papers themselves.

``document`` says what a paper is made of, ``style`` what it looks like, ``typesetting`` where
each line goes, ``render`` writes the PDF with ReportLab's typefaces; ``codes`` draws QR codes,
``fitting`` counts pages before they are drawn, ``imposition`` makes sheets to fold; ``html``
writes the same documents as a web page, ``word`` as a Word file.
Nothing is imported here, so that starting the program does not load ReportLab.
"""
