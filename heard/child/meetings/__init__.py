"""Meetings of a worker with a child, a parent or somebody of the network."""
