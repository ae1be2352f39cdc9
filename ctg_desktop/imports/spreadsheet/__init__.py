"""Directories kept in spreadsheets: xlsx, ods, xls, csv, pasted cells."""
