"""Each module here is one command: `HELP`, `EXAMPLES`, `add(parser)` and `run(arguments)`."""
