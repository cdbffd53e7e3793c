"""The demo: an invented authority, Northmoor, made through operations. Nobody in it is real."""
