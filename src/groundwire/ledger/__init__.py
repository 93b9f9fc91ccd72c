"""LEDGER: the log as pure functions."""
