"""A virtual My Number Card, the slot it is put into, and the people whose cards they are."""
