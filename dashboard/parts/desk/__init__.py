"""The desk: the form that documents are added with, what lies on it, and how that is kept."""
