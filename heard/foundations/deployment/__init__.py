"""Which authority this deployment serves, its clock, and its way to insert many rows."""
