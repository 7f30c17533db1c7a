"""source.sheet: a spreadsheet or a file of separated values → its rows, one line each, with tabs between the cells."""
