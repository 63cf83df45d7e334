"""One parser fuzzed by atheris, which is led by the lines of the code that an input reaches.

    python fuzz/fuzz.py NAME [--seconds N] [--seed N] [--input FILE]

Where atheris cannot be installed (it has wheels for Linux and macOS only) the same edits of the
same inputs are tried at random, without its guidance.
"""

import argparse
import hashlib
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build/fuzz"
MOST_SECONDS, MOST_MEGABYTES, MOST_BYTES = 10, 1024, 60_000
sys.path.insert(0, str(ROOT / "tests"))

try:
    import atheris
except ImportError:
    atheris = None

if atheris is None:
    from support.fuzzing.parsers import PARSERS
else:
    with atheris.instrument_imports(include=["reportgen", "markdown_it", "docxtpl"]):
        from support.fuzzing.parsers import PARSERS

from support.fuzzing.mangling import ANYWHERE, mangled, random_edits  # noqa: E402
from support.fuzzing.model import Parser  # noqa: E402


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("name", choices=sorted(PARSERS))
    arguments.add_argument("--seconds", type=int, default=60)
    arguments.add_argument("--seed", type=int, default=0, help="0: another one each time")
    arguments.add_argument("--input", type=Path, help="run this one input and no other")
    given = arguments.parse_args()
    parser = PARSERS[given.name]
    if given.input:
        parser.run(given.input.read_bytes())
        return 0
    corpus, crashers = BUILD / "corpus" / parser.name, BUILD / "crashers" / parser.name
    for folder in (corpus, crashers):
        folder.mkdir(parents=True, exist_ok=True)
    for seed in parser.seeds():
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    if atheris is None:
        return by_chance(parser, given.seconds, given.seed, crashers)
    by_coverage(parser, given.seconds, given.seed, corpus, crashers)
    return 0


def by_coverage(parser: Parser, seconds: int, seed: int, corpus: Path, crashers: Path) -> None:
    """Run libFuzzer; it ends the process, not with 0 where it found something."""
    words = BUILD / f"{parser.name}.dict"
    words.write_text("".join(map(_as_word, (*parser.tokens, *ANYWHERE))), encoding="ascii")
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={MOST_SECONDS}",
        f"-rss_limit_mb={MOST_MEGABYTES}",
        f"-max_len={MOST_BYTES}",
        f"-dict={words}",
        f"-artifact_prefix={crashers}/",
        "-print_final_stats=1",
        *([f"-seed={seed}"] if seed else []),
        str(corpus),
    ]

    def mutate(data: bytes, most: int, number: int) -> bytes:
        """Every other time an edit of the language, else one of libFuzzer's own."""
        source = random.Random(number)
        if source.random() < 0.5:
            return mangled(data, random_edits(source), parser.tokens)[:most]
        return bytes(atheris.Mutate(data, most))

    atheris.Setup([sys.argv[0], *options], parser.run, custom_mutator=mutate)
    atheris.Fuzz()


def by_chance(parser: Parser, seconds: int, seed: int, crashers: Path) -> int:
    """Try edits at random; 1 where something was found, which is then in `crashers`."""
    source = random.Random(seed or None)
    seeds = parser.seeds()
    end = time.monotonic() + seconds
    tried = found = 0
    while time.monotonic() < end:
        data = mangled(source.choice(seeds), random_edits(source), parser.tokens)
        tried += 1
        try:
            parser.run(data)
        except Exception as error:
            found += 1
            path = crashers / f"crash-{hashlib.sha256(data).hexdigest()[:16]}"
            path.write_bytes(data)
            sys.stdout.write(f"{path}: {error!r}\n")
    sys.stdout.write(f"{parser.name}: {tried} inputs in {seconds} s, {found} crashers\n")
    return 1 if found else 0


def _as_word(word: str) -> str:
    """A line of a dictionary of libFuzzer."""
    data = word.encode("utf-8", "surrogatepass")[:60]
    return '"' + "".join(f"\\x{byte:02x}" for byte in data) + '"\n' if data else ""


if __name__ == "__main__":
    sys.exit(main())
