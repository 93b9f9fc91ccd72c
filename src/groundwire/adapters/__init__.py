"""Ports made real, without Django."""
