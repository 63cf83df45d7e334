"""Figures that are computed (`cong_thuc`): a small language over figures and tables."""

from reportgen.dossier.formulas.computing import Computed, Declared, compute
from reportgen.dossier.formulas.data_tables import DataTable
from reportgen.dossier.formulas.explaining import explain
from reportgen.dossier.formulas.forms import FormulaForm, Formulas, TableForm, Tables
from reportgen.dossier.formulas.functions import FUNCTIONS
from reportgen.dossier.formulas.steps import Step
from reportgen.dossier.formulas.table_loading import load_tables

__all__ = [
    "FUNCTIONS",
    "Computed",
    "DataTable",
    "Declared",
    "FormulaForm",
    "Formulas",
    "Step",
    "TableForm",
    "Tables",
    "compute",
    "explain",
    "load_tables",
]
