"""Commands: bars that show people how far a command is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from agendapack.extract.batch.record import PackRun
from agendapack.extract.write.safe import for_terminal

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


NAME_CHARS = 28
"""Of a file name beside a bar: on a terminal of 80 columns all fits on one line."""


class Progress:
    """Bars over the packs of a run and over the pages of those being read, with the time left."""

    def __init__(self, bars: Bars) -> None:
        self.bars = bars
        self.all: TaskID | None = None
        self.tasks: dict[Path, TaskID] = {}
        self.shown = 0.0

    def begin(self, packs: int) -> None:
        self.all = self.bars.add_task("all", total=packs, unit="packs", visible=packs > 1)

    def pages(self, path: Path, done: int, pages: int) -> None:
        if path not in self.tasks:
            self.tasks[path] = self.bars.add_task(_short(path), total=pages, unit="pages")
        self.bars.update(self.tasks[path], completed=done, total=pages)
        self._draw()

    def pack(self, run: PackRun) -> None:
        if (task := self.tasks.pop(run.path, None)) is not None:
            self.bars.remove_task(task)
        if self.all is not None:
            self.bars.advance(self.all)
        self._draw()

    def _draw(self) -> None:
        """Draw ten times a second: no thread does it, since worker processes are copies of this one."""
        now = time.monotonic()
        if now - self.shown >= 0.1:
            self.shown = now
            self.bars.refresh()


def _short(path: Path) -> str:
    """The name, its middle left out when it would take the room of the bar."""
    name = for_terminal(path.name)
    return name if len(name) <= NAME_CHARS else f"{name[: NAME_CHARS // 2]}…{name[1 - NAME_CHARS // 2 :]}"


@contextmanager
def progress(hidden: bool = False) -> Iterator[Progress | None]:
    """Progress on standard error, only for people; None when nobody looks."""
    if hidden or not sys.stderr.isatty():
        yield None
        return
    # loading rich's bars takes as long as reading three pages
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=None),
        TextColumn("{task.completed} of {task.total} {task.fields[unit]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("left"),
    )
    with Bars(
        *columns, console=Console(stderr=True), transient=True, auto_refresh=False, expand=True
    ) as bars:
        yield Progress(bars)
