"""What surrounds every page: its tools, its theme, the tour, and what a link could not carry."""
