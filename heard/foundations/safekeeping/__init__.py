"""Backup and restore: one encrypted file, tried before it is trusted, and nothing half done."""
