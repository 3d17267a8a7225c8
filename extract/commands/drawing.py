"""Commands: what draws pages of a pack in a worker, within limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from agendapack.extract.errors import NothingRead, PackError

if TYPE_CHECKING:
    from agendapack.extract.batch.limits import Limits
    from agendapack.extract.model import Turned
    from agendapack.extract.write.review.pictures import Draw, PagePicture


def drawing(limits: Limits, passwords: tuple[str, ...]) -> Draw:
    """Draws pages into a folder, all or those numbered; raises a PackError when there is no drawing any."""
    from agendapack.extract.commands.one import answer
    from agendapack.extract.settings import Settings
    from agendapack.extract.write.review.pictures import PagePicture

    def draw(
        pdf: Path, folder: Path, turned: Mapping[int, Turned], numbers: Sequence[int]
    ) -> list[PagePicture]:
        more = {"folder": folder, "turned": turned, "numbers": tuple(numbers)}
        try:
            told = answer("pictures", pdf, Settings(), limits, passwords, **more)
        except NothingRead as error:
            raise PackError(pdf, str(error).removeprefix(f"{pdf.name}: ")) from error
        return [PagePicture(**drawn) for drawn in told.facts["pictures"]]

    return draw
