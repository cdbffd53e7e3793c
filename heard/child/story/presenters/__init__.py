"""The story in words for a page."""
