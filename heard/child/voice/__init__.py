"""What somebody said, and what came of it: the loop for one person."""
