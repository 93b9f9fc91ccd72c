"""FOLLOW-UP: dated questions with frozen criteria."""
