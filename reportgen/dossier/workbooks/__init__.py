"""Excel workbooks (.xlsx) as tables, in place of CSV files."""

from reportgen.dossier.workbooks.archive import SAVE_AS_XLSX
from reportgen.dossier.workbooks.tables import read_workbook_table

__all__ = ["SAVE_AS_XLSX", "read_workbook_table"]
