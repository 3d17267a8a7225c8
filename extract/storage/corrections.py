"""Storage: corrections beside results at an address, read anew each time: others may say something too."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from agendapack.extract.correct.file import FILE
from agendapack.extract.correct.kept import Kept
from agendapack.extract.model import Correction
from agendapack.extract.storage.remote_folder import RemoteFolder, asked


class KeptAt(Kept):
    """The corrections at an address, by way of a file of this machine."""

    def __init__(self, address: str, folder: Path) -> None:
        super().__init__(folder / FILE)
        self.remote = RemoteFolder.at(address)

    def read(self) -> tuple[Correction, ...]:
        """What is said there now."""
        with asked(self.remote), suppress(FileNotFoundError):
            self.file.write_bytes(self.remote.read(FILE))
        return super().read()

    def add(self, new: Iterable[Correction]) -> None:
        """Put it there, with what stands there."""
        super().add(new)
        with asked(self.remote):
            self.remote.write(FILE, self.file.read_bytes())
