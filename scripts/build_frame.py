"""Write templates/_khung/khung.docx from the measures in reportgen/layout.

    python scripts/build_frame.py [FILE]

A test holds the committed frame against what this script builds.
"""

import sys
from pathlib import Path

from frame.package import frame_bytes

TARGET = Path(__file__).parents[1] / "templates" / "_khung" / "khung.docx"

if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else TARGET).write_bytes(frame_bytes())
