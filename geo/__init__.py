"""Press documents in, coded tables out."""
