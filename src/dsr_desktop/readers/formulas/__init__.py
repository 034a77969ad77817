"""Spells the formulas that binary workbooks store as tokens: xls (BIFF2 to 8) and xlsb (BIFF12)."""
