"""The command `heard`: one file per command in `commands/`."""
