"""A second count of the dataset, written from the rules alone; it shares no code with Heard."""
