"""Pages of the family door."""
