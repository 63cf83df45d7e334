"""The DOCX as LibreOffice lays it out: a tagged PDF."""

import hashlib
import re
from datetime import UTC, datetime

from reportgen.libreoffice import MadeNothingError, NotInstalledError, TookTooLongError, convert
from reportgen.problems import InputError, Problem

# LibreOffice Help, "PDF Export Command Line Parameters". No PDF/A: the colour profile that it puts
# in there bears the time of day, within a compressed stream.
_TARGET = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
_TIMES = re.compile(rb"(?<=/CreationDate\(D:)\d{14}(?=Z)")
_DIGESTS = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")
_TRAILER = b"/ID ["
_USUAL = "hoặc bỏ --pdf-engine để tạo PDF bằng cách mặc định"


def pdf_by_libreoffice(docx: bytes, created: datetime, seconds: float) -> bytes:
    """The PDF; the same DOCX and time give the same bytes with the same LibreOffice and fonts.

    Raises InputError: PD010 no LibreOffice, PD011 too long, PD012 it made nothing.
    """
    try:
        return dated(convert(docx, ".docx", _TARGET, seconds), created)
    except NotInstalledError as error:
        hint = f"cài LibreOffice (libreoffice-writer), {_USUAL}"
        raise _refused("PD010", "máy này không có LibreOffice để tạo PDF", hint) from error
    except TookTooLongError as error:
        message = f"LibreOffice tạo PDF quá {seconds:g} giây nên đã dừng"
        raise _refused("PD011", message, f"bớt tệp đang mở rồi chạy lại, {_USUAL}") from error
    except MadeNothingError as error:
        hint = f"mở thử DOCX bằng LibreOffice, {_USUAL}"
        raise _refused("PD012", "LibreOffice không tạo được PDF", hint) from error


def dated(pdf: bytes, created: datetime) -> bytes:
    """The file as if made at `created`, its identifiers drawn from what it holds.

    Every replacement has the length of what it replaces, so that no offset moves.
    """
    moment = created.astimezone(UTC)
    body, trailer, end = pdf.rpartition(_TRAILER)
    body = _TIMES.sub(moment.strftime("%Y%m%d%H%M%S").encode(), body)
    digest = hashlib.sha256(body).hexdigest()[:32].upper().encode()
    return body + trailer + _DIGESTS.sub(digest, end)


def _refused(code: str, message: str, hint: str) -> InputError:
    return InputError([Problem(code, message, None, hint)])
