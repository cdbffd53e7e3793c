"""Changes made from the pages of the story."""
