"""The return for 2025-26, the first year."""
