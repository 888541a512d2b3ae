"""Documents and pages to bytes; where the bytes are saved is not their business.

Each format has one function. `release.py` holds the table of formats, since it alone knows every stage.
"""
