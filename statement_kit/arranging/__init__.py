"""How the annex is arranged, the same in every format: its columns, where its names may turn over, its wall of logos.

What stands on which page, each format finds by itself.
"""
