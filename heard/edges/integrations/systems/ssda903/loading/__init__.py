"""From the tables of a return to what can be loaded: children, reviews and periods in care.

Every row that was read ends in exactly one place: loaded, a duplicate of an earlier row, or set
aside (quarantined) with the reason and the row as sent. `account` proves it.
"""
