"""Who may do what: permissions in one list, roles in one list, and how views ask."""
