"""Plain text to match on, and what its numerals are worth."""
