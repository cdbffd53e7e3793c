"""What every extract of a case management system needs: who, which work, whose, which review."""
