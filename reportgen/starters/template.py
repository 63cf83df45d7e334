"""A child template to start from: settings, wording with commented examples, and its README."""

from collections.abc import Iterator, Sequence

from reportgen.drafting import Template
from reportgen.drafting.headings import split_heading
from reportgen.drafting.outline import beginning, shown
from reportgen.drafting.wording import Block, Literal, Wording, blocks

_SETTINGS = """\
# Mẫu riêng, dựa trên mẫu {parent}. Chỉ ghi những gì khác; khoá không ghi thì lấy ở mẫu {parent}.
ke_thua: {parent}
ten: {name}
# Một dòng nói mẫu dùng để làm gì; hiện trong danh sách của lệnh reportgen templates.
mo_ta: Mẫu riêng dựa trên {parent}
# Muốn đổi dòng nào dưới đây thì bỏ dấu # ở đầu dòng rồi sửa. Danh sách thì ghi lại cả danh sách.
# Cách đánh số từng cấp đầu mục:
# danh_so: [{numbering}]
# Những khối chỉ in khi hồ sơ ghi khoá của khối đó:
# tuy_chon: [{optional}]
# Câu in khi hồ sơ để trống một khối:
# cau_mac_dinh:
#   chung: không phát sinh.
"""

_WORDING = """\
{{# Viết ở tệp này những khối muốn đổi; khối không viết thì in như mẫu {parent}.
   Tên các khối: xem README.md bên cạnh. Dưới đây là ba ví dụ, đang là ghi chú nên chưa có tác dụng.
   Muốn dùng ví dụ nào thì chép nó xuống cuối tệp, dưới dòng có dấu đóng ghi chú, rồi sửa lời.

   Ví dụ 1. Viết lại một mục, giữ hay đổi tiêu đề:

{{% block {replaced} %}}
{heading}
Lời mới của mục này.
{{% endblock %}}

   Ví dụ 2. Giữ lời có sẵn, thêm một đoạn ở sau:

{{% block {extended} %}}
{{{{ super() }}}}

Đoạn thêm vào.
{{% endblock %}}

   Ví dụ 3. Bỏ hẳn một mục:

{{% block {dropped} %}}{{% endblock %}}
#}}
"""

_README = """\
# Mẫu `{name}`

Mẫu này dựa trên mẫu `{parent}`: những gì không ghi ở đây thì lấy ở mẫu `{parent}`.

| Tệp | Ghi gì |
|---|---|
| `mau.yaml` | tên mẫu, cách đánh số, khối tuỳ chọn, câu mặc định |
| `noi_dung.md` | lời của những khối muốn đổi; trong tệp có ba ví dụ |

1. Đặt thư mục này trong thư mục `mau`, cạnh `don_vi.yaml` của cơ quan.
2. Trong hồ sơ ghi `mau: {name}`.
3. Sửa xong thì kiểm tra: `reportgen template check mau/{name}`.

Khi viết lời: mỗi đoạn cách nhau một dòng trống; `#`, `##`, `###` là đầu mục các cấp, số thứ tự tự
đánh; số liệu viết `{{{{ ct.ma_chi_tieu | so }}}}`.

Trong bảng dưới, khối nằm trong khối khác có dấu · ở trước tên. Viết lại khối ngoài mà vẫn muốn giữ
khối trong thì chép cả khối trong vào.

## Các khối của mẫu `{parent}`

Mỗi khối dùng để làm gì: xem README.md của mẫu `{parent}`.

| Khối | Tiêu đề, hoặc những chữ đầu |
|---|---|
{table}"""


def template_files(name: str, parent_name: str, parent: Template) -> dict[str, str]:
    """The files of a template `name` that extends another, by file name; it prints as that one."""
    examples = _examples(parent)
    numbering = ", ".join(f'"{one}"' for one in parent.settings.danh_so)
    optional = ", ".join(parent.settings.tuy_chon)
    names = {"name": name, "parent": parent_name}
    replaced, extended, dropped = (block.name for block in examples)
    wording = _WORDING.format(
        **names,
        replaced=replaced,
        extended=extended,
        dropped=dropped,
        heading=headline(examples[0].body) or "## Tiêu đề",
    )
    return {
        "mau.yaml": _SETTINGS.format(**names, numbering=numbering, optional=optional),
        "noi_dung.md": wording,
        "README.md": _README.format(**names, table="".join(_table(parent))),
    }


def _examples(parent: Template) -> Sequence[Block]:
    """Three blocks to show: those that stand alone and have a heading first."""
    found = [block for block, _ in blocks(parent.wording)]
    simple = [block for block in found if not list(blocks(block.body))]
    ranked = sorted(simple, key=lambda block: not headline(block.body).startswith("#"))
    return [*ranked, *(Block(f"khoi_{n}", (), found[0].place) for n in (1, 2, 3))][:3]


def _table(parent: Template) -> Iterator[str]:
    for block, within in blocks(parent.wording):
        name = f"{'· ' * len(within)}`{block.name}`"
        yield f"| {name} | {beginning(block.body)} |\n"


def headline(body: Wording) -> str:
    """The heading line of a block as it is typed; empty where it has none, or one with formulas."""
    heading, _ = split_heading(body) or (None, ())
    if heading is None or heading.title is None:
        return ""
    plain = all(isinstance(node, Literal) for node in heading.title)
    return f"{heading.marker}{shown(heading.title)}" if plain else ""
