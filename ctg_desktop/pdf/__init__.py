"""Papers: a semantic document model, its typesetter, its tagged PDF, and the papers themselves.

``document`` says what a paper is made of, ``style`` what it looks like, ``typesetting`` where
each line goes, ``render`` writes the PDF through ReportLab; ``booklet`` tells the booklet.
Nothing is imported here, so that starting the program does not load ReportLab.
"""
