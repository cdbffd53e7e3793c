"""Pages of feedback forms, for staff and for the person who answers."""
