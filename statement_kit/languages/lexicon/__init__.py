"""What line breaking must know of a language's words: those ICU cuts wrongly, bodies, and places (L02, L10).

Every entry stands with what it means. A `|` is where a line may end inside it.

- *Words* are single words, from the vocabulary of statements, that ICU's dictionaries lack or cut wrongly, or
  cut where only a compound may be. A line never ends inside one but at a `|`.
- *Bodies* and *places* are names, of one word or several. Inside one a line ends only at a `|`, and elsewhere
  if there is no other way. A space in a name stands before its `|`.

Spellings follow the bodies' own publications and encyclopedias as far as they were found there; no native speaker has
reviewed the lists. A wrong spelling does no harm but that the name is met nowhere. A statement's own names go into its
`lexicon.txt`. Short names that other words may hold (ត្រាត, ตราด "Trat") stand with what goes before them.
"""
