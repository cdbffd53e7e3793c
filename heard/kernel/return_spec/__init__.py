"""The return: its facts, figures, shape, checks and published file. Pure, shared by all levels."""
