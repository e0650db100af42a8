"""Versions beside each other, how a new one comes, and how the former one comes back (ADR 58)."""
