"""The nine files of facts: all that the dataset's figures rest on, in and out (dataset rules)."""
