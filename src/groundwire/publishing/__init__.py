"""PUBLICATION: the page, its disclosure and its formats, as records and texts."""
