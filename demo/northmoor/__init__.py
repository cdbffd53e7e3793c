"""Northmoor: about 300 invented children with two years of life, the same for the same day."""

from demo.northmoor.authority import make

__all__ = ["make"]
