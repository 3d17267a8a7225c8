"""Workbook: the links of a sheet, each as it stands in the file.

XlsxWriter keeps an object for each and names its file anew; here a file to which many lead is named once.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from xlsxwriter.url import Url

from agendapack.extract.write.workbook.sheets import Hyperlink

MAX_LINKS = 65_530
"""Of a sheet that Excel opens."""
MAX_ADDRESS = 2_070
"""Characters that Excel takes of a link, less those that it may put before it."""


class Links:
    """The links of one sheet."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._files: dict[str, int] = {}

    def add(self, cell: str, link: Hyperlink) -> bool:
        """Have the cell lead where the link does; False where that is nowhere or Excel can hold no more."""
        if not link.address or len(link.address) > MAX_ADDRESS or len(self.written) >= MAX_LINKS:
            return False
        leads = self._inside(link) if link.inside else self._outside(link.address)
        self.written.append(f'<hyperlink ref="{cell}" {leads}/>')
        return True

    @property
    def files(self) -> list[list[str]]:
        """The files in the order of their numbers, as XlsxWriter takes what a sheet is related to."""
        return [["/hyperlink", file, "External"] for file in self._files]

    def _inside(self, link: Hyperlink) -> str:
        return f'location="{escape(link.address)}" display="{escape(link.text)}"'

    def _outside(self, address: str) -> str:
        file, _, place = address.partition("#")
        if "/" in place:  # XlsxWriter would turn it round
            file, place = address, _url(address)._anchor
        number = self._files.setdefault(_url(file)._target(), len(self._files) + 1)
        return f'r:id="rId{number}"' + (f' location="{escape(place)}"' if place else "")


@lru_cache(maxsize=1024)
def _url(address: str) -> Url:
    """An address as XlsxWriter has it; links lead to many places of few files."""
    return Url(f"external:{address}")
