"""Today: what waits for a worker, for a team, in supervision and on duty."""
