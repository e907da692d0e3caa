"""Lists on a page: sentences, events, checks, stated figures, documents, and what was left out."""
