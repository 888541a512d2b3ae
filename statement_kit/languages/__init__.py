"""What the kit knows of each language: digits, dates, labels, quotation marks, units; nothing of statements.

A language is data. Adding one is an entry in `registry.py`, its words under `translations/` and its
typefaces; no other module asks which language it is dealing with.
"""
