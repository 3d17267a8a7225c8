"""What the workbook of many packs costs: CPU seconds and MiB of a process that writes it from the CSV files.

    python -m benchmarks.workbook [--stored 801]

The packs are fabricated as in `benchmarks.increments`.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from pathlib import Path

from agendapack.extract.write.package import read_sources
from agendapack.extract.write.workbook import write_workbook
from benchmarks.increments import fabricate, read_samples, timed


def main() -> None:
    """Print a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stored", type=int, default=801)
    parser.add_argument("--a-council", type=int, default=25)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        samples = read_samples(Path(temporary, "samples"))
        inbox, out = fabricate(Path(temporary), samples, chosen.stored, chosen.a_council)
        timed(inbox, out, "--layout", "files")
        child = os.fork()  # of a process that has loaded what writing takes
        if not child:
            began = time.process_time()
            write_workbook(Path(temporary, "book.xlsx"), out, read_sources(out))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{chosen.stored} packs: {time.process_time() - began:.1f} s CPU, {peak:.0f} MiB", flush=True
            )
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
