"""Strings to shaped clusters and break opportunities, by HarfBuzz and ICU; nothing of statements or pages."""
