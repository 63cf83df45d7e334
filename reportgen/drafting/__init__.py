"""From dossier and template to a draft: Jinja wording in a sandbox, with all figures printed."""

from reportgen.drafting.composing import DraftResult, draft, try_draft
from reportgen.drafting.template_formulas import with_template_formulas
from reportgen.drafting.templates import Template, TemplateInfo, find_templates, load_template

__all__ = [
    "DraftResult",
    "Template",
    "TemplateInfo",
    "draft",
    "find_templates",
    "load_template",
    "try_draft",
    "with_template_formulas",
]
