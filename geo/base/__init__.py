"""What every room uses: records, errors, reasons, days and periods, intervals, rows of tables, folders."""
