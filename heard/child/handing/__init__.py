"""The worker's device in somebody else's hands: what it opens meanwhile, and taking it back."""
