"""Reading what waits: for a worker, for a team, in supervision, on duty."""
