"""Files that somebody sent and that wait: safely named, safely unpacked, gone when done with."""
