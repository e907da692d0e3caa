"""Hostile and odd files, a kind at a time, and what must come out of each: the right text, or one clear line."""
