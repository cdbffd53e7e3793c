"""Reading for the pages of the story."""
