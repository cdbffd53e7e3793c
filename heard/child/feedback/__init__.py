"""Feedback forms: asked at the end of a meeting, talked over at the next one (S0, chapter 2)."""
