"""Bringing files in: dry run, load, quarantine."""
