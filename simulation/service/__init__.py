"""A mock of the online qualification system: a real HTTPS server in a process of its own."""
