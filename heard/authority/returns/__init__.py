"""Building, explaining, signing and freezing the return of a year."""
