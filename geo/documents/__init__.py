"""Bytes to documents: their text, what is known of them, labelled lines, sentences and days."""
