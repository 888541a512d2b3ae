"""The register of who signed: every row of `endorsers.csv`, also of those who are not named or have withdrawn.

What may be printed of it becomes the endorsers of a statement; the rest stays here. Beside the register lie the files
of its import: where each row came from, as fingerprints only, and a log of what changed.
"""
