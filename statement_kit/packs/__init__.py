"""Packs: the clauses of a language for people who have Word, Excel or an agency's tool, and back again (A15)."""
