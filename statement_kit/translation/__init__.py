"""Catalogs and the guard: a statement goes into another language whole and current, or not at all."""
