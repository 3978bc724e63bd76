"""Snapshots: all that a question needs, frozen, and how they are taken."""
