"""Heard: children say how things are, somebody answers, and it is counted honestly."""
