"""Reviews of plans, and how the child took part in each (dataset 2b)."""
