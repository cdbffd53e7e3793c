"""What waits, in words for a page."""
