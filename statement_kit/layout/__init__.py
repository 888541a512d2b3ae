"""Blocks to pages of positioned lines, each line knowing its block; nothing of PDF.

A block's text is cut into voices (`voices`), shaped and measured in them (`inline`, `faces`, `measured`), broken
into lines (`lines`, by the costs of `ragged` or `justified`), and each line spaced (`spacing`): `paragraphs`
does that for one block. Its lines become rows with keep rules (`flow`), rows are parted into pages
(`pagination`), those of the annex into columns (`columns`, `annex`), and `pages` puts everything in its place on the
sheet (`sheet`, `frames`).
"""
