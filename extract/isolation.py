"""Read, page by page and with care: what goes wrong with a page costs that page and no other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from hashlib import sha256
from pathlib import Path

from agendapack.extract.errors import AgendapackError, NoSuchPages, TooManyPages
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Grid, Note, Page

MAX_PAGES = 10_000
"""Council packs have up to 2,000; a file that claims more is no pack or means harm."""
READING_ENDS, FINDING_ENDS = 2 / 3, 5 / 6
"""Shares of a pack's time after which no further page is read, and no further page searched for tables: what
there is by then is still to be understood."""
NO_TIME = "no time was left for it; allow more with --timeout"


def _unheard(_number: int) -> None:
    pass


def _unhurried() -> float:
    return 0.0


@dataclass(frozen=True, slots=True)
class Watch:
    """What is known before a pack is read, and who wants to hear how it goes."""

    at_page: Callable[[int], None] = _unheard
    """Told the number of the page that work begins on; 0 for what concerns no page alone."""
    bad: Mapping[int, str] = field(default_factory=dict)
    """Pages to leave out, with the reason: the process that read them died."""
    pages: Iterable[Page] = ()
    """The pages, where other processes have read them already; taken once, and kept by nobody else."""
    spent: Callable[[], float] = _unhurried
    """Tells which share of the pack's time is gone."""

    def left_out(self, number: int, share: float) -> str:
        """Why not to begin on a page, when so much of the time may be gone; empty to begin."""
        return self.bad.get(number) or (NO_TIME if self.spent() > share else "")


UNWATCHED = Watch()


def wanted(path: Path, total: int, chosen: range | None) -> range:
    """The pages to read, those that were asked for and are there."""
    pages = range(1, total + 1)
    if chosen is not None:
        pages = range(max(chosen.start, 1), min(chosen.stop, total + 1))
        if not pages:
            raise NoSuchPages(path, f"the pack has {total} pages, and none of those asked for.")
    if len(pages) > MAX_PAGES:
        raise TooManyPages(path, f"the file says that it has {total:,} pages.")
    return pages


def guarded(numbers: range, read: Callable[[range], Iterable[Page]], watch: Watch) -> Iterator[Page]:
    """All pages in order; one that fails comes empty, with a note that says why, and reading goes on."""
    start = numbers.start
    while start < numbers.stop:
        if why := watch.left_out(start, READING_ENDS):
            yield unread(start, why)
            start += 1
            continue
        stop = min((n for n in watch.bad if start < n < numbers.stop), default=numbers.stop)
        try:
            watch.at_page(start)
            for page in read(range(start, stop)):
                start = page.number + 1
                yield page
                if watch.left_out(start, READING_ENDS):
                    break
                if start < stop:
                    watch.at_page(start)
            else:
                start = stop
        except AgendapackError:
            raise
        except Exception as error:
            yield unread(start, reason(error))
            start += 1
    watch.at_page(0)


def found_on(
    pages: Iterable[Page], find: Callable[[Page, Collection[Grid]], Collection[Grid]], watch: Watch
) -> Iterator[tuple[Page, Collection[Grid]]]:
    """Each page with its tables, found beside those of the page before; one that fails says so in a note."""
    grids: Collection[Grid] = ()
    for page in pages:
        watch.at_page(page.number)
        if why := watch.left_out(page.number, FINDING_ENDS):
            grids = ()
            yield unread(page.number, why), ()
            continue
        try:
            grids = find(page, grids)
        except Exception as error:
            note = Note("unread_page", page.number, None, f"its tables cannot be found: {reason(error)}")
            page, grids = replace(page, notes=(*page.notes, note)), ()
        yield page, grids
    watch.at_page(0)


def unread(number: int, why: str) -> Page:
    """What stands for a page that was not read."""
    return Page(number, 0, 0, notes=(Note("unread_page", number, None, why),))


def reason(error: BaseException) -> str:
    """An unforeseen error in words."""
    if isinstance(error, MemoryError):
        return "needs more memory than allowed"
    return f"failed with {type(error).__name__}: {error}"


def prints(grids: Iterable[Grid]) -> tuple[tuple[int, str], ...]:
    """What is printed in the tables of each page, as a hash by which to know the page elsewhere."""
    texts: dict[int, list[str]] = {}
    for grid in grids:
        texts.setdefault(grid.page, []).extend(cell.flat for cell in grid.cells)
    return tuple(
        (page, sha256("\x1f".join(cells).encode("utf-8", "surrogateescape")).hexdigest()[:32])
        for page, cells in sorted(texts.items())
    )
