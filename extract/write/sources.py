"""Write: the PDFs behind the results, for every file that names or links to them."""

from __future__ import annotations

import os
from functools import cache
from importlib import metadata
from pathlib import Path
from urllib.parse import quote

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.realpath import way
from agendapack.extract.write.safe import for_file

TOOL = "agendapack"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A PDF that was read."""

    pack_id: str
    name: str
    sha256: str
    path: str = ""
    """From the results folder to the file, with `/`; empty when nobody knows."""

    @property
    def told(self) -> dict[str, str]:
        """As JSON can hold it; `asdict` takes ten times as long, and there are thousands."""
        return {"pack_id": self.pack_id, "name": self.name, "sha256": self.sha256, "path": self.path}

    def link(self, page: int) -> str:
        """Address of a page, from the results folder; empty when the file's place is not known."""
        return f"{quote(self.path)}#page={page}" if self.path else ""


def relative_to(path: Path, out: Path) -> str:
    """The way from the results folder to a file, with `/`."""
    try:
        relative = way(path, out)
    except ValueError:  # another drive: only the whole path leads there
        return path.resolve().as_posix()
    return for_file(relative.replace(os.sep, "/"))


@cache
def tool_version() -> str:
    """The installed version of this tool; "unknown" when it runs from its source."""
    try:
        return metadata.version(TOOL)
    except metadata.PackageNotFoundError:
        return "unknown"
