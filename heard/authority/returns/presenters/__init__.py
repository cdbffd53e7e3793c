"""A return in words: letters, tables, lists of facts, what moved. No reads and no writes here."""
