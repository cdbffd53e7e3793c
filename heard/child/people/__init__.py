"""Children, the people who work with them, and their work over time."""
