"""An edited Word file held against the draft that it was made of."""

from reportgen.roundtrip.merging.comparing.compare import compare
from reportgen.roundtrip.merging.comparing.drafts import EditedDraft, compare_with_draft

__all__ = ["EditedDraft", "compare", "compare_with_draft"]
