"""Reads RSS, Atom and RDF feeds."""
