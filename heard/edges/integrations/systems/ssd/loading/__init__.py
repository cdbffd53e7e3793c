"""From the tables of an extract to what can be loaded: people, workers, work, reviews.

No row is ever dropped from its frame: each gets a fate (used, repeated, aside, left) and, unless it
is used, the reason in words. `Sorted.account` counts them.
"""
