"""Small faults put into what must be right, to see whether the tests notice."""
