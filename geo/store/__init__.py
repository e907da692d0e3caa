"""Documents to tables, tables to a corpus on disk or in memory, and the questions that it answers."""
