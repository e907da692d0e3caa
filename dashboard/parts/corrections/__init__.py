"""Corrections: what of a sentence or a document can be corrected, the boxes for it, and what was corrected so far."""
