"""Pieces of each language that the parsers read: what edits put in, and what libFuzzer is given."""

YAML = (
    ": ", "- ", "? ", "|\n", ">\n", "|2-\n", "&a ", "*a", "!!str ", "!!python/object:os.system ",
    "<<: ", "{{ ", " }}", "{% ", "%YAML 1.1\n", "---\n", "...\n", "\t", "# ", '"', "'", "\\x41",
    '"\\ud800"', "[[[[", "{a: [", "~", "yes", "0o17", "1:30", "a: &a [*a]\n", "a: &b {b: *b}\n",
    "x: &x [y, y, y]\nz: [*x, *x, *x, *x]\n", "  ", "\n    ", "key: ", ": |\n  ",
)  # fmt: skip

CSV = (
    ",", ";", "\t", '"', '""', '",\n"', "sep=;\n", "# ", "=1+1", "\n", "\r", ",,,,", '"\n',
)  # fmt: skip

JINJA = (
    "{{ ", " }}", "{% ", " %}", "{# ", " #}", "{%- ", "-%}", "{{ ct.a | so }}",
    "{{ ''.__class__ }}", "{% block a %}", "{% endblock %}", "{% if ct.a %}", "{% elif 1 %}",
    "{% else %}", "{% endif %}", "{% for x in range(9) %}", "{% for a, (b, c) in ct %}",
    "{% for x in ct recursive %}", "{% endfor %}", "{% set a = 1 %}", "{% filter viet_hoa %}",
    "{% endfilter %}", "{% raw %}", "{% endraw %}", "{% extends 'a' %}", "{% macro a() %}",
    "{{ super() }}", "{{ a ~ b }}", "{{ [1, 2][0] }}", "{{ {1: 2} }}", "{{ 9 ** 9 ** 9 }}",
    "{{ 1 if a else 2 }}", "{{ a is none }}", "{{ 1 / 0 }}", "{{ ct.a | ti_le }}",
    "{{ ct.a | ti_so }}", "{{ ct.a | tang_giam }}", "{{ ky | ngay_dai }}",
    "{{ ky.den | ngay_ngan }}", "{{ ct['a'] }}", "{{ ct }}", "{{ -ct.a }}", "{{ ct.a | bieu_do }}",
    "{{ [ct.a] | bang_so_sanh }}", "{{ ct.a | so(99999) }}", "{{ ct.a | so_sanh(ct.b) }}",
    "{{ ct.a | xyz }}", "{{ loop.index }}", "{{ (((((1))))) }}",
)  # fmt: skip

MARKDOWN = (
    "# ", "## ", "##. ", "###### ", "*", "**", "***", "^[", "]", "[^a]", "[^a]: ", "\\", "|",
    "| a |", "|---|", "|:-:|--:|", "-> ", " <-", "=> ", " <=", "- ", "1. ", "a) ", "<https://a.vn>",
    "⁽¹⁾", "![a](b)", "  \n", "\\\n", "&nbsp;", "<br>", "`", "~~", "---\n", "===\n", "> ", "    ",
    "[a](b)", "\ue000", "\ue001", "\u2060", "^", "~", "$", "_",
)  # fmt: skip

FORMULA = (
    "+", "-", "*", "/", "(", ")", ";", ",", ".", "[", "]", "=", "<>", "<=", "≥", "×", ":", "%", '"',
    "“", "”", " va ", " hoac ", " khong ", "tong(", "binh_quan(", "xep_hang(", "neu(",
    "doi_don_vi(", "tinh.ho_so", "ct.a", "a", "1", "90%", "1.365.565", "14,4", "24,765", "__a",
    "lambda", "ư",
)  # fmt: skip

KEYS = (
    "mau: ", "loai: ", "so: ", "ngay: ", "ky: ", "ky:\n  tu: ", "trich_yeu: ", "noi_dung:\n",
    "bang:\n", "cong_thuc:\n", "phu_luc:\n  - ", "cot:\n", "danh_so: ", "bo_qua:\n", "chi_tieu: ",
    "noi_nhan:\n", "nguoi_ky:\n", "ghi_de_don_vi:\n", "kinh_gui:\n", "can_cu:\n", "quan_he:\n",
    "ke_thua: ", "hoa_toc", "bao_cao", "quyet_dinh", "cong_van", "van_ban", "bao_cao_thang",
    "don_gian", "m",
)  # fmt: skip

WORD = (
    "center", "both", "auto", "nil", "on", "off", "true", "PAGE", " PAGE ", "NUMPAGES",
    "HYPERLINK x", "%1.", "%1.%2.%9", "%10", "decimal", "lowerLetter", "upperRoman", "none",
    "restart", "continue", "exact", "pct", "dxa", "1", "0", "2", "240", "-567", "31680",
    "99999999999", "rId1", "a.xml", "../../etc/passwd", "http://a.vn", "file:///etc/passwd",
    "External", "begin", "end", "separate", "footnote", "separator", "Heading1", "Times New Roman",
    "Symbol", "F0B7", "12.5pt", "1e9pt", "Số: 12/BC-UBND", "Nơi nhận:",
    "Độc lập - Tự do - Hạnh phúc", "ngày 31 tháng 02 năm 2025", "KT. CHỦ TỊCH", "BÁO CÁO",
    "I. KẾT QUẢ", "1.1. Mục", "a) Điểm", "Phụ lục I", "Kính gửi:", "./.",
    "85.217/94.887 thẻ, đạt 89%", "12.597/15.16", "tăng 5 so với 3", "Điều 1. Phạm vi", "(1)",
)  # fmt: skip

SHEET = (
    "A1", "C5", "$B$2", "ZZZ9999999", "XFD1048576", "A1:C1", "A1:ZZZ9999999", "s", "n", "b", "e",
    "d", "str", "inlineStr", "#DIV/0!", "45000", "1e308", "-1", "1E+9999", "0.1",
    "99999999999999999999", "0.00%", "dd/mm/yyyy", "[h]:mm", "#,##0.00", "[$-42A]#,##0", '"x"0',
    "General", "1", "0", "true", "hidden", "worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml",
    "_x000D_", "_xD800_", "rId1", "ma", "ten", "thuc_hien", "tong_so", "Mã", "Kỳ này", "=1+1",
)  # fmt: skip

FRAME = (
    *WORD[:12], "{{ so }}", "{{ don_vi.ten }}", "{{p than_bai }}", "{{r x }}", "{%p if a %}",
    "{%p endif %}", "{%p for x in noi_nhan %}", "{%p endfor %}", "{%tr for x in y %}", "{{", "}}",
    "{%", "%}", "{{ ''.__class__ }}", "{{ x | safe }}", "{% set a = 1 %}", "{#", "{%vm x %}",
)  # fmt: skip
