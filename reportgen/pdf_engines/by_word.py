"""The DOCX as Word itself lays it out, through COM. Untested: written to the documented interface.

`Documents.Open`, `Document.ExportAsFixedFormat` and the constants are those of the Word object
model (Microsoft Learn, VBA reference for Word). It needs Windows, Word and the package pywin32.
"""

import sys
import tempfile
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from reportgen.problems import InputError, Problem

_FORMAT_PDF = 17  # WdExportFormat.wdExportFormatPDF
_HEADING_BOOKMARKS = 1  # WdExportCreateBookmarks.wdExportCreateHeadingBookmarks
_DO_NOT_SAVE = 0  # WdSaveOptions.wdDoNotSaveChanges
_NO_ALERTS = 0  # WdAlertLevel.wdAlertsNone
_NO_MACROS = 3  # MsoAutomationSecurity.msoAutomationSecurityForceDisable
_USUAL = "hoặc bỏ --pdf-engine để tạo PDF bằng cách mặc định"


def pdf_by_word(docx: bytes, created: datetime, seconds: float) -> bytes:  # noqa: ARG001
    """The PDF. Word dates it by the clock, and is not ended when it takes long.

    Raises InputError: PD013 no Word to be reached from here, PD014 Word made nothing.
    """
    client = _client()
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as made:
        source, target = Path(made) / "van_ban.docx", Path(made) / "van_ban.pdf"
        source.write_bytes(docx)
        try:
            _export(client, source, target)
        except Exception as error:  # pywin32's com_error, known only where it is installed
            raise _failed(repr(error)) from error
        if not target.is_file():
            raise _failed("")
        return target.read_bytes()


def _export(client: Any, source: Path, target: Path) -> None:
    word = client.DispatchEx("Word.Application")
    try:
        word.Visible = False
        word.DisplayAlerts = _NO_ALERTS
        word.AutomationSecurity = _NO_MACROS
        document = word.Documents.Open(str(source), ReadOnly=True, AddToRecentFiles=False)
        try:
            document.ExportAsFixedFormat(
                OutputFileName=str(target),
                ExportFormat=_FORMAT_PDF,
                OpenAfterExport=False,
                CreateBookmarks=_HEADING_BOOKMARKS,
                DocStructureTags=True,
                UseISO19005_1=True,
            )
        finally:
            document.Close(_DO_NOT_SAVE)
    finally:
        word.Quit()


def _client() -> Any:
    """pywin32's COM client."""
    if sys.platform == "win32":
        try:
            return import_module("win32com.client")
        except ImportError as error:
            hint = f"cài gói pywin32 (pip install pywin32), {_USUAL}"
            raise _unreachable("chưa có gói pywin32 để gọi Word", hint) from error
    raise _unreachable("chỉ gọi được Word trên Windows", f"chạy trên máy Windows có Word, {_USUAL}")


def _unreachable(message: str, hint: str) -> InputError:
    return InputError([Problem("PD013", message, None, hint)])


def _failed(detail: str) -> InputError:
    said = f" ({detail})" if detail else ""
    hint = f"mở thử DOCX bằng Word, {_USUAL}"
    return InputError([Problem("PD014", f"Word không tạo được PDF{said}", None, hint)])
