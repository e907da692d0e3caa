"""PDF: from characters with their boxes to lines in the order of reading."""
