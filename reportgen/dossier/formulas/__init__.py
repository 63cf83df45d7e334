"""A small language over figures and tables: those computed (`cong_thuc`), and `quan_he`.

Its modules are imported one by one: few documents need more than the names of its forms.
"""
