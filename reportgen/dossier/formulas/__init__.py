"""A small language over figures and tables: those computed (`cong_thuc`), and `quan_he`."""

from reportgen.dossier.formulas.computing import Computed, Declared, compute
from reportgen.dossier.formulas.data_tables import DataTable
from reportgen.dossier.formulas.explaining import explain
from reportgen.dossier.formulas.faults import Fault
from reportgen.dossier.formulas.forms import FormulaForm, Formulas, TableForm, Tables
from reportgen.dossier.formulas.functions import FUNCTIONS
from reportgen.dossier.formulas.relations import Reference, Relation, parse_relation
from reportgen.dossier.formulas.steps import Step
from reportgen.dossier.formulas.table_loading import load_tables

__all__ = [
    "FUNCTIONS",
    "Computed",
    "DataTable",
    "Declared",
    "Fault",
    "FormulaForm",
    "Formulas",
    "Reference",
    "Relation",
    "Step",
    "TableForm",
    "Tables",
    "compute",
    "explain",
    "load_tables",
    "parse_relation",
]
