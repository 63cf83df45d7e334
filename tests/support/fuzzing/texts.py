"""The parsers of texts that an office types: YAML, CSV, formulas, templates, Markdown, dossiers."""

import shutil
from functools import cache

from support.fuzzing.answers import answered, in_time, told, unprintable
from support.fuzzing.bundles import bundled, parts_of
from support.fuzzing.model import ROOT, Parser, desk, encoded, file_of, files, text_of
from support.fuzzing.tokens import CSV, FORMULA, JINJA, KEYS, MARKDOWN, WORD, YAML
from support.manuscripts import subject

from reportgen.batch.jobs import Job
from reportgen.batch.manifest import read_manifest
from reportgen.batch.state import STATE_NAME, State
from reportgen.building import build
from reportgen.checks.registry import all_rules
from reportgen.checks.running import find_in_spite_of_failures
from reportgen.document import read_draft
from reportgen.dossier.formulas.faults import Fault
from reportgen.dossier.formulas.syntax import parse
from reportgen.dossier.indicators import read_indicators
from reportgen.dossier.tables import read_csv
from reportgen.dossier.yaml_reader import read_yaml
from reportgen.drafting.draft import Draft
from reportgen.drafting.parsing import parse_template
from reportgen.periods.returned import read_returned
from reportgen.problems import Problem
from reportgen.roundtrip.figures import offer_indicators
from reportgen.writers.markdown import write_markdown

_FORMULAS = (
    "tthc_tinh + tthc_xa", "ti_le_chung(tinh.a; tinh.b; tinh.vung = “Tây Nguyên”)",
    "doi_don_vi(tong(tinh.kinh_phi); \"tỷ đồng\")", "xep_hang(a.b / a.c; dia_danh)",
    "neu(a >= 75%; 1; 0) - 1.365.565 × 14,4", "-(a) va khong (b hoac c <> d)",
    "tinh[\"Số hồ sơ\"] : 2",
    "dem_neu(tinh.ho_so_truc_tuyen / tinh.ho_so_tiep_nhan >= 75%)",
)  # fmt: skip
_TEXT = """\
Đã tiếp nhận 52.310/58.455 hồ sơ, đạt 89,49%; trong đó trực tuyến 1.365.565 hồ sơ^[Nguồn: [^a].].

# KẾT QUẢ **ĐẠT** được

###. Giao *Sở Nội vụ*[^a] chủ trì \\* và {{ x }}.

| TT | Số | Ghi chú |
|---:|:--:|---|
| 1 | 14,4 | a \\| b |

-> Nơi nhận <-

[^a]: Theo <https://chinhphu.vn>.
    Đoạn hai.
"""
_INDICATORS = """\
ma,ten,thuc_hien,tong_so,ky_truoc,cung_ky,don_vi_tinh,la_ti_le,so_le
a,Văn bản,8,,6,,văn bản,,
b,Hồ sơ,52.310,58.455,"50.000,5",49.000,hồ sơ,,2
c,Tỷ lệ,"90,31%",,"88,2%",,,x,
"""
_MANIFEST = """\
ho_so;ten;so;ngay;ky;don_vi;chi_tieu
a/bao_cao.yaml;bao_cao_a;12;05/12/2025;11/2025;a/don_vi.yaml;a/chi_tieu.csv
..\\b\\bao_cao.yaml;;;;quý IV/2025;;x.csv; y.csv
"""
_STATE = (
    '{"ten": "a", "khoa": "0", "nguon": {"x": "-"}, "tep": {"a.docx": "12"}, "canh_bao": 1}\n'
    '{"ten": 5, "khoa": null, "nguon": {}, "tep": {}, "canh_bao": "3"}\n{"ten'
)
_DOSSIER = """\
mau: m
so: 442
ngay: 20/12/2025
ky: 12/2025
trich_yeu: Kết quả tháng 12
kinh_gui: Sở Nội vụ
bang:
  tinh: bang.csv
cong_thuc:
  tong: tong(tinh.so)
  phan:
    bieu_thuc: tinh_le / 58.455
    ten: Phần
quan_he:
  - a <= b
bo_qua:
  - SL001
noi_dung:
  than: |
    Đã có {{ ct.a | so }} văn bản ({{ ct.b | ti_le }}), {{ ct.a | tang_giam }}^[Nguồn.].

    ## Mục

    {% if ct.a.thuc_hien %}Có{% else %}Không{% endif %} {{ ct.tong | so }} {{ ky.den | ngay_ngan }}
phu_luc:
  - tieu_de: BẢNG
    bang: bang.csv
    huong: ngang
    cot:
      Số: {rong: 20, can: phai}
    noi_dung: Chữ
"""
_TEMPLATE = """\
{% block mo_dau %}
Căn cứ chức năng, {{ don_vi.ten_goi }} báo cáo:
{% endblock %}

# KẾT QUẢ
{% block than %}
{% for x in [ct.a, ct.b] %}
## {{ x.ten }}: {{ x | so }}
{% endfor %}
{% filter viet_hoa %}chữ{% endfilter %}
{% endblock %}
"""
_SETTINGS = "mo_ta: Mẫu thử\nten_loai: BÁO CÁO\ntrich_yeu: Kết quả\ndanh_so: [I., 1., a)]\n"


def _yaml(data: bytes) -> None:
    path = file_of(data, "tep.yaml")
    answered(lambda problems: read_yaml(path, problems))


def _csv(data: bytes) -> None:
    path = file_of(data, "bang.csv")
    answered(lambda problems: read_csv(path, problems))


def _indicators(data: bytes) -> None:
    path = file_of(data, "chi_tieu.csv")
    answered(lambda problems: read_indicators([(path, None)], problems))


def _form(data: bytes) -> None:
    path = file_of(data, "bieu.csv")
    answered(lambda problems: read_returned(path, problems))


def _manifest(data: bytes) -> None:
    path = file_of(data, "danh_sach.csv")
    answered(lambda problems: read_manifest(path, problems))


def _state(data: bytes) -> None:
    path = file_of(data, STATE_NAME)
    jobs: list[Job] = []
    with in_time():
        State(path.parent, jobs, resume=True)


def _formula(data: bytes) -> None:
    try:
        with in_time():
            parse(text_of(data))
    except Fault as fault:
        told(Problem(one.code, one.message, one.place, one.hint) for one in fault.troubles)


def _template(data: bytes) -> None:
    with in_time():
        parsed = parse_template.__wrapped__(text_of(data), "noi_dung.md")
    told(parsed.problems)


def _markdown(data: bytes) -> None:
    with in_time():
        content = read_draft(Draft("", "", "", text_of(data), ("I.", "1.", "a)")))
    told(content.problems)


def _rules(data: bytes) -> None:
    lines = [line for line in text_of(data).splitlines() if line.strip()]
    rows = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    width = max(map(len, rows), default=0)
    table = [[*row, *[""] * (width - len(row))] for row in rows]
    prose = [line for line in lines if not line.startswith("|")]
    with in_time():
        run = find_in_spite_of_failures(subject(*prose, *([table] if table else [])), all_rules())
    for _rule, error in run.failed:
        raise error


def _figures(data: bytes) -> None:
    with in_time():
        offer_indicators(text_of(data).split("\n\n"))


def _dossier(data: bytes) -> None:
    parts = parts_of(data) or {"bao_cao.yaml": data}
    given = {**parts_of(_whole()), **parts}
    place = desk() / "ho_so"
    shutil.rmtree(place, ignore_errors=True)
    for name, content in given.items():
        if ".." not in name and not name.startswith("/"):
            path = place / name
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            except OSError:  # a name that is a folder already
                continue

    def built(problems: list[Problem]) -> None:
        building = build(place / "bao_cao.yaml")
        problems += building.warnings
        assert not unprintable(write_markdown(building.document))

    answered(built)


@cache
def _whole() -> bytes:
    profile = (ROOT / "examples/toi_thieu/don_vi.yaml").read_bytes()
    return bundled(
        {
            "bao_cao.yaml": _DOSSIER.encode(),
            "don_vi.yaml": profile,
            "chi_tieu.csv": _INDICATORS.encode(),
            "bang.csv": "TT,Số,so\n1,12,5\n2,\"14,4\",7\n".encode(),
            "mau/m/mau.yaml": _SETTINGS.encode(),
            "mau/m/noi_dung.md": _TEMPLATE.encode(),
        }
    )  # fmt: skip


def _with_figures(path: str) -> bytes:
    figures = (ROOT / path).with_name("chi_tieu.csv")
    parts = {"bao_cao.yaml": (ROOT / path).read_bytes()}
    if figures.is_file():
        parts["chi_tieu.csv"] = figures.read_bytes()
    return bundled(parts)


def _sentences() -> tuple[bytes, ...]:
    """The examples of the rules, ten to an input."""
    lines = [text for rule in all_rules() for text in (rule.wrong, rule.right)]
    return encoded("\n".join(lines[start : start + 10]) for start in range(0, len(lines), 10))


def _dossiers() -> tuple[bytes, ...]:
    examples = sorted((ROOT / "examples/van_ban").glob("*.yaml"))
    others = ("examples/toi_thieu/bao_cao.yaml", "examples/chu_thich/bao_cao.yaml")
    named = [str(one.relative_to(ROOT)) for one in examples if one.name != "don_vi.yaml"]
    return (_whole(), _whole(), *map(_with_figures, (*others, *named)))


TEXT_PARSERS = (
    Parser("yaml", _yaml, lambda: files("examples/*/*.yaml", "templates/*/*.yaml"), YAML),
    Parser("csv", _csv, lambda: files("examples/**/*.csv", "data/**/*.csv"), CSV),
    Parser("indicators", _indicators,
           lambda: (*encoded([_INDICATORS]), *files("examples/*/chi_tieu.csv")), CSV),
    Parser("form", _form,
           lambda: encoded(["Mã,Chỉ tiêu,Đơn vị tính,Kỳ trước,Kỳ này\na,Hồ sơ,hồ sơ,5,6\n",
                            _INDICATORS]), CSV),
    Parser("manifest", _manifest, lambda: encoded([_MANIFEST]), CSV),
    Parser("batch_state", _state, lambda: encoded([_STATE]), ('"', "{", "}", "[", ":", "null")),
    Parser("formula", _formula, lambda: encoded(_FORMULAS), FORMULA),
    Parser("template", _template,
           lambda: (*encoded([_TEMPLATE]), *files("examples/*/mau/*/noi_dung.md")), JINJA),
    Parser("markdown", _markdown,
           lambda: (*encoded([_TEXT]), *files("examples/van_ban/*.md")), MARKDOWN),
    Parser("rules", _rules, _sentences, WORD[-20:]),
    Parser("figures", _figures,
           lambda: (*encoded([_TEXT]), *files("examples/van_ban/b*.md")), (*MARKDOWN, *JINJA[:4])),
    Parser("dossier", _dossier, _dossiers, (*YAML, *KEYS, *JINJA, *MARKDOWN, *FORMULA[:8])),
)  # fmt: skip
