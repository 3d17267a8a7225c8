"""Commands: packs and results that lie at addresses, at hand in folders here while a command runs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import rich_click as click

from agendapack.extract.storage.remote_folder import is_address
from agendapack.extract.write.names import HOME, INPUTS


class Anywhere(click.Path):
    """A path on this machine, or an address as it stands."""

    def __init__(self, exists: bool = False) -> None:
        super().__init__(path_type=Path, exists=exists)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path or the address."""
        if is_address(os.fspath(value)):
            return str(value)
        return super().convert(value, param, ctx)


class Results(Anywhere):
    """A folder of results to read from; what lies at an address is copied until the command has ended."""

    def __init__(self, grids: bool = False) -> None:
        super().__init__()
        self.grids = grids
        """Whether the grids of the tables are wanted too."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The folder."""
        place = super().convert(value, param, ctx)
        if isinstance(place, Path) or ctx is None:
            return place
        from agendapack.extract.storage.results import results_at

        return ctx.with_resource(results_at(place, self.grids))


results_argument = click.argument("out", type=Results())


@contextmanager
def results_at_hand(output: Path | str) -> Iterator[Path]:
    """The folder of results; one at an address is published when the block has ended well."""
    if isinstance(output, Path):
        yield output
        return
    from agendapack.extract.storage.published import working_folder

    with working_folder(output) as folder:
        yield folder


def packs_at_hand(packs: Iterable[Path | str], folder: Path) -> list[Path]:
    """The paths of the packs; those at addresses are copied below the folder of results."""
    return [pack if isinstance(pack, Path) else _copied(pack, folder) for pack in packs]


def _copied(address: str, folder: Path) -> Path:
    from agendapack.extract.storage.inputs import brought

    return brought(address, folder / HOME / INPUTS)
