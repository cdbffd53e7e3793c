"""Look and feel: the design system, base pages, errors and the gallery."""
