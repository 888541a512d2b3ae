"""The document: all words and numbers final, each block with a role, and no looks."""
