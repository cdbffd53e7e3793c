"""Every read of a return. It holds no records of children; reading its facts leaves a trace."""
