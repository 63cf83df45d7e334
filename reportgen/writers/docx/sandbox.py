"""What a frame may say in Jinja: print a value, loop over a list, ask whether there is one."""

from typing import ClassVar

from jinja2 import nodes

from reportgen.writers.frame_sandbox import FrameSandbox

#: What may be asked of the names that a frame has: of a loop, and of one who signs.
_ATTRIBUTES = {
    "loop": frozenset({"first", "last", "index", "length"}),
    "nguoi": frozenset({"quyen_han", "chuc_vu", "chuc_danh", "ho_ten"}),
}


class FrameEnvironment(FrameSandbox):
    """What `khung.docx` is filled in.

    It allows no calls, arithmetic, imports, macros, nor attributes other than those of `loop` and
    of `nguoi`, who is one of `chu_ky`.
    """

    lines = "dòng XML"
    known_filters = frozenset({"length", "first", "last"})
    allowed: ClassVar[frozenset[type[nodes.Node]]] = frozenset(
        {
            *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const),
            *(nodes.If, nodes.For, nodes.CondExpr, nodes.Compare, nodes.Operand),
            *(nodes.And, nodes.Or, nodes.Not, nodes.Getitem, nodes.Getattr, nodes.Filter),
        }
    )

    def is_harmless(self, node: nodes.Node) -> bool:
        """Whether a frame may say this, of a kind that is allowed; its parts are asked for too."""
        if isinstance(node, nodes.Getattr):
            owner = node.node.name if isinstance(node.node, nodes.Name) else ""
            return node.attr in _ATTRIBUTES.get(owner, ())
        if isinstance(node, nodes.Getitem):
            return isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)
        if isinstance(node, nodes.For) and not isinstance(node.iter, nodes.Name | nodes.Getattr):
            return False
        return super().is_harmless(node)
