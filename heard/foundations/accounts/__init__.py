"""Staff: who signs in, with what second factor, in which roles."""
