"""Pure rules of a return: its days, the order of its facts, and what differs between two."""
