"""A virtual My Number Card, the table it is laid on, and the people whose cards they are."""
