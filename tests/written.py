"""Results folders for tests of what people open: of the made-up pack, and of the sample packs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from example import result

from agendapack.extract.model import PackResult
from agendapack.extract.write.folder import write_folder
from agendapack.extract.write.packed import pack_files
from agendapack.extract.write.sources import SourceFile

ALL = ("csv", "parquet", "xlsx", "excel")


def write_results(
    out: Path, *results: PackResult, formats: Sequence[str] = ALL, place: str = "../in/july.pdf"
) -> Path:
    """Write the results, of the made-up pack unless others are given."""
    results = results or (result(),)
    sources = [SourceFile(r.pack.source.pack_id, r.pack.source_name, r.pack.sha256, place) for r in results]
    write_folder(out, map(pack_files, results), formats, sources)
    return out
