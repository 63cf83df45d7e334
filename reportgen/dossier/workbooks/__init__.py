"""Excel workbooks (.xlsx) as tables, in place of CSV files."""

from reportgen.dossier.workbooks.archive import SAVE_AS_XLSX
from reportgen.dossier.workbooks.tables import (
    Chosen,
    choose,
    read_workbook_table,
    table_of,
)
from reportgen.dossier.workbooks.workbook import Workbook

__all__ = ["SAVE_AS_XLSX", "Chosen", "Workbook", "choose", "read_workbook_table", "table_of"]
