"""Work that nobody waits for: what runs by the clock, what waits in line, and what went wrong."""
