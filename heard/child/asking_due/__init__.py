"""Feedback sought every three months: askings, talks and decisions (dataset 2c)."""
