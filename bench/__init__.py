"""Speeds and sizes: each file prints its figure beside what it is compared with."""
