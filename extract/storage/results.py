"""Storage: results to read from, in a folder of this machine or at an address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from agendapack.extract.storage.remote_folder import is_address


@contextmanager
def results_at(out: str | Path, grids: bool = False) -> Iterator[Path]:
    """The folder of the results; from an address their datasets are copied, for as long as they are read.

    The grids of the tables come along when they are wanted.
    """
    if isinstance(out, Path) or not is_address(out):
        yield Path(out)
        return
    # few results lie at addresses: to import this module costs nothing
    from agendapack.extract.storage.published import bring
    from agendapack.extract.write.names import GRIDS, PARTITIONS

    wanted = (PARTITIONS, GRIDS) if grids else (PARTITIONS,)
    with TemporaryDirectory(prefix="agendapack-") as folder:
        bring(out, Path(folder), lambda name: "/" not in name or name.partition("/")[0] in wanted)
        yield Path(folder)
