"""Pages of what was said and what came of it."""
