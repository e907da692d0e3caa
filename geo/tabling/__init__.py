"""Reading the tables inside documents: what a column counts, what a cell holds, whom a row names."""
