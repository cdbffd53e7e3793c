"""The audit trail: a hash chain that cannot be quietly changed, and the only way to write."""
