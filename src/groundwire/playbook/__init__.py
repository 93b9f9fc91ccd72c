"""The words and numbers that steer: lenses, frames, policies, prompts and phrases, with versions and hashes. No logic."""
