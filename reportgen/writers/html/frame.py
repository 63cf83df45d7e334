"""The frame `khung.html` and `khung.css`: Jinja templates in a sandbox, and what they may print."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateError, UndefinedError
from markupsafe import Markup

from reportgen.layout import COMPONENTS, nd30, text_width
from reportgen.problems import InputError, Place, Problem
from reportgen.writers.frame_errors import formula_fault, line_of, unknown_name
from reportgen.writers.frame_sandbox import MOST_CHARACTERS
from reportgen.writers.html.lines import CALL_GAP
from reportgen.writers.html.notes import MOST_OF_PAGE, SEPARATOR
from reportgen.writers.html.rows import CELL_RULE
from reportgen.writers.html.sandbox import PageEnvironment
from reportgen.writers.html.styles import declarations, superscript_declarations

_MOST_OFTEN = 3  # a frame prints the body once, and may set it aside before


@dataclass(frozen=True, slots=True)
class HtmlFrame:
    """The frame's two files as text (see `templates/_khung/README.md`), and their names."""

    template: str
    stylesheet: str
    template_file: str = "khung.html"
    stylesheet_file: str = "khung.css"


def measures() -> dict[str, object]:
    """What the stylesheet measures with: the decree's data, and the writer's own few lengths."""
    return {
        "the_thuc": {name: getattr(nd30, name) for name in dir(nd30) if name.isupper()},
        "kieu": lambda component: Markup(declarations(component)),  # noqa: S704  measures only
        "chi_so_tren": Markup(superscript_declarations()),  # noqa: S704  measures only
        "toi_hai_cham": _addressee_width(nd30.ADDRESSEE_WORD.removesuffix(":")),
        "gach_dau_dong": _addressee_width("- "),
        "khe_ghi_chu": CALL_GAP,
        "net_bang": CELL_RULE,
        "vach_chu_thich": SEPARATOR,
        "phan_ghi_chu": f"{MOST_OF_PAGE:.0%}",
    }


def _addressee_width(text: str) -> float:
    """Width in pt as `Kính gửi:` is set: the dashes of a list stand under its colon."""
    style = COMPONENTS["addressee"]
    return text_width(text, style.size, style.bold, style.italic)


def fill_frame(frame: HtmlFrame, names: Mapping[str, object]) -> str:
    """The frame's page with its stylesheet in it. Raises InputError where it cannot be filled."""
    known = {**names, **measures()}
    style = _rendered(frame.stylesheet, frame.stylesheet_file, known)
    known["kieu_dang"] = Markup(style)  # noqa: S704  the frame's own stylesheet
    return _rendered(frame.template, frame.template_file, known)


def _rendered(source: str, file: str, names: Mapping[str, Any]) -> str:
    environment = PageEnvironment(MOST_CHARACTERS + _MOST_OFTEN * _length(names))
    try:
        code = environment.compile(source, filename=file)
        return environment.template_class.from_code(environment, code, environment.globals).render(
            names
        )
    except UndefinedError as error:
        message = f"khung dùng tên không có: {unknown_name(error)}"
        raise _refused("MA097", message, Place(file, line_of(error, file))) from error
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        message = f"khung có công thức sai: {formula_fault(error)}"
        raise _refused("MA098", message, Place(file, line_of(error, file))) from error


def _length(names: Mapping[str, object]) -> int:
    """How many characters of text the document brings itself, its body and appendices."""
    appendices = names.get("phu_luc")
    parts = [names.get("noi_dung"), *(appendices if isinstance(appendices, list) else ())]
    return sum(len(one) for one in (getattr(part, "noi_dung", part) for part in parts) if one)


def _refused(code: str, message: str, place: Place) -> InputError:
    hint = "so với tệp khung gốc trong templates/_khung, hoặc chép lại tệp gốc"
    return InputError([Problem(code, message, place, hint)])
