"""Which documents tell of one event, and where each of them really comes from."""
