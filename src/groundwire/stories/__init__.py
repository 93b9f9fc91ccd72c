"""STORY: which documents are about one event, and which of them are one origin."""
