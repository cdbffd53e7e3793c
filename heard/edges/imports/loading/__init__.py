"""What every extract of a case management system needs: who, which work, who has it, which review."""
