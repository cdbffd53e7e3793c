"""Alerts in the app, and email that says only that there is one."""
