"""The reviewed tables of data/ as records, and what their codes are called.

Every table is read once and kept. A row that breaks the rules of its table raises DataError with its file and line.
"""
