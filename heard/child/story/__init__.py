"""The loop on screen: what was said, the talk, what came of it, and the story of a child."""
