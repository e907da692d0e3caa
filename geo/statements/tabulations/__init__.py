"""The tables inside documents: what a column counts, what a cell holds, whom a row names, what the columns add up to."""
