"""Was the child's voice heard and responded to: points and their answers (dataset 2a)."""
