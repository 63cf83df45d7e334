"""What a frame may say in Jinja: print a value, loop over a list, ask whether there is one."""

from typing import ClassVar

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FILTERS = frozenset({"length", "first", "last"})
#: What may be asked of the names that a frame has: of a loop, and of one who signs.
_ATTRIBUTES = {
    "loop": frozenset({"first", "last", "index", "length"}),
    "nguoi": frozenset({"quyen_han", "chuc_vu", "chuc_danh", "ho_ten"}),
}


class FrameEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox without global names whose syntax is an allow list, looked at before rendering.

    Raises SecurityError (a TemplateError) on anything else: calls, arithmetic, imports, macros,
    attributes other than those of `loop` and of `nguoi`, who is one of `chu_ky`.
    """

    allowed: ClassVar[frozenset[type[nodes.Node]]] = frozenset(
        {
            *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const),
            *(nodes.If, nodes.For, nodes.CondExpr, nodes.Compare, nodes.Operand),
            *(nodes.And, nodes.Or, nodes.Not, nodes.Getitem, nodes.Getattr, nodes.Filter),
        }
    )

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for node in (template, *template.find_all(nodes.Node)):
            if not self._harmless(node):
                line = f" (dòng XML {node.lineno})" if node.lineno else ""
                raise SecurityError(f"không được dùng {type(node).__name__} trong khung{line}")
        return template

    def _harmless(self, node: nodes.Node) -> bool:
        if isinstance(node, nodes.Getattr):
            owner = node.node.name if isinstance(node.node, nodes.Name) else ""
            return node.attr in _ATTRIBUTES.get(owner, ())
        if isinstance(node, nodes.Filter):
            return node.name in _FILTERS
        if isinstance(node, nodes.Getitem):
            return isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)
        if isinstance(node, nodes.For):
            return isinstance(node.iter, nodes.Name | nodes.Getattr) and not node.recursive
        return type(node) in self.allowed
