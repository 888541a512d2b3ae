"""Blocks to pages of positioned lines, each line knowing its block; nothing of PDF."""
