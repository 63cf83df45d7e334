"""The least that loads, the types of the fixtures that write and load it, and YAML's faults."""

from collections.abc import Callable
from pathlib import Path

from reportgen.dossier import Loaded
from reportgen.dossier.yaml_reader import parse_yaml
from reportgen.problems import Problem

PROFILE = """\
co_quan_chu_quan: UBND TỈNH KHÁNH HÒA
co_quan_ban_hanh: BAN CHỈ ĐẠO
dia_danh: Khánh Hòa
ky_hieu: BC-BCĐ
nguoi_ky:
  chuc_vu: TRƯỞNG BAN
  ho_ten: Nguyễn Khắc Toàn
noi_nhan:
  - Văn phòng Chính phủ (*báo cáo*)
luu: VT. ĐT
"""

DOSSIER = """\
mau: bao_cao_thang
ky: 9/2025
"""

Write = Callable[[str, str | bytes], Path]
Load = Callable[..., Loaded]
Faults = Callable[..., list[Problem]]


def problems_in(text: str) -> list[Problem]:
    """What is wrong with a YAML text."""
    problems: list[Problem] = []
    parse_yaml(text, "tep.yaml", problems)
    return problems


def only_problem(text: str) -> Problem:
    """The one thing that is wrong with a YAML text."""
    (problem,) = problems_in(text)
    return problem
