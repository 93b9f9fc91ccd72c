"""BRIEF: writes the structured article from evidence, and takes out what it does not carry."""
