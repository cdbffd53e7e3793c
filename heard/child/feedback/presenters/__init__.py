"""Turning forms into words for a page."""
