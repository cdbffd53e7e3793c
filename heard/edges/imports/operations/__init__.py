"""Every write of the imports: bringing in, setting aside, settling."""
