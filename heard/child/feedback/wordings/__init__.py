"""Forms: where the administrator sees every wording, adds the authority's own, and withdraws it."""
