"""The shapes of countries and areas, the part of the earth that a map shows, and what stands on it."""
