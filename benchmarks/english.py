"""Makes `schemas/english.txt.gz`, the English words with counts: a word a line, in the order of their bytes.

`python -m benchmarks.english` takes them from pyspellchecker (MIT), an extra of development alone.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from spellchecker import SpellChecker

TARGET = Path(__file__).parent.parent / "schemas" / "english.txt.gz"


def main() -> None:
    """Write the file; the same words give the same bytes."""
    counts = SpellChecker(language="en").word_frequency.dictionary
    lines = sorted(f"{word} {count}\n".encode() for word, count in counts.items())
    TARGET.write_bytes(gzip.compress(b"".join(lines), 9, mtime=0))
    print(f"{len(lines):,} words, {sum(counts.values()):,} occurrences, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
