"""One folder per system or return; each can be read, and tested, on its own."""
