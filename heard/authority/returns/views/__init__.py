"""The pages of returns. They read through queries, write through operations, and know no models."""
