"""What came in through a form, read into facts: exports of forms and of membership systems, and plain lists of names.

A `Table` comes from the bytes of a file, a `ColumnMap` says what its columns mean (guessed, then corrected by a person
and kept in a file of its own), and a `Reading` is the `SignOn`s that both give together. Telephone numbers, network
addresses and whatever else the map ignores are never kept. Nothing here knows the register, the command line, the disk.
"""
