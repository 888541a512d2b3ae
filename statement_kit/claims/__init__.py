"""What a text claims about who signed it: numbers typed by hand, held against the list."""
