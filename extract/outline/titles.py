"""Outline: the lines of an agenda's entry go in, its title, officer and printed pages come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise, takewhile

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Word
from agendapack.extract.normalise.text import bulleted_lines
from agendapack.extract.outline.entries import TITLE_EDGE_PT, Entry, Head
from agendapack.extract.outline.lines import TextLine, make_line
from agendapack.extract.outline.roles import is_role, officer_in, officer_of_label, without_label
from agendapack.extract.outline.wording import is_one_of, leading, words_of
from agendapack.schemas import from_words, vocabulary

TIGHT_EM = 0.85
"""White between two lines of one paragraph, in font sizes; more begins a new one."""
SAME_SIZE_PT = 0.6
"""Sizes so close are one size."""
FLUSH_PT = 1.5
"""Words flush with the head of their column begin this close to its left edge."""
SPACE_EM = 0.45
"""White between words that is wider than a space of their font, in font sizes."""
SLACK_PT = 3.0
"""How far short of the right edge a word may still be said not to have fitted."""

_BARE_PAGES = re.compile(r"\(?(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?\)?")
_OPEN_END = re.compile(r"(?:\b(?:and|of|the|for|to)|&)\s*$")
"""Ends of a line that no title has."""
_LOOSE_END = re.compile(r"(?:\b(?:in|on|with|by)|[,–—-])\s*$")
"""Ends that a title may have: "Matters to vote on", "Apologies –"; a small letter below goes on with it."""
_LEADER = re.compile(
    r"(?<![.…_·])(?<![.…_·]\s)(?:\s*[.…_·]){3,}+\s*(?P<first>\d{1,4})?(?:\s*[-–—]\s*(?P<last>\d{1,4}))?\s*$"
)
_POINT = re.compile(r"\(?(?:1|a|i)[.)]\s+(?=\S)")
"""The first mark of a list; a later one may go on with one in the title: "minutes of (a) May / (b) June"."""
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,40})[)\]]\s*$")


@from_words
def _pages() -> re.Pattern[str]:
    """The printed pages of an item's papers: "Pages 3 - 8", "Tud. / Pages 3 - 8", "Pages 3 -" at a break."""
    word = rf"(?:{'|'.join(map(re.escape, words_of('agenda', 'page_words')))})\b\.?"
    return re.compile(
        rf"\(?\s*\b{word}(?:\s*/\s*{word})?\s*(?:no\.?s?\s*)?"
        r"(?P<first>\d{1,4})(?:\s*(?:-|–|—|to)\s*(?P<last>\d{1,4})?)?\s*\)?",
        re.IGNORECASE,
    )


LineTest = Callable[[TextLine], bool]


def nothing(_: TextLine) -> bool:
    """Tells no stretch from the title by its place."""
    return False


@dataclass(frozen=True, slots=True)
class EntryParts:
    """What an entry says."""

    title: str
    officer: str
    first_page: int | None
    """Of its papers, as printed."""


def read_entry(
    entry: Entry, head: Head | None, edge: float, listed: LineTest = nothing, leads: LineTest = nothing
) -> EntryParts:
    """The entry's title, officer and page; `edge` is the right edge of the agenda's text.

    In a table (`head`) the cell ends the title, elsewhere the line that had room left; what is `listed`
    stands in the column of the pages, one that `leads` in that of the officers.
    """
    body, officer, pages = _columns(entry, head, listed, leads)
    text, left_over = _title_lines(body, 0.0 if head and head.named else edge)
    title, first = _without_pages(text)
    title, officer_behind = officer_in(_without_attachment(title))
    behind = pairwise(body[-len(left_over) - 1 :])
    told = [line.text for above, line in behind if not _signs(line, above, body[0])]
    officer = officer or officer_behind or officer_of_label(told)
    if first is None:
        first = pages or next(
            (int(m["first"]) for line in left_over if (m := _pages().fullmatch(line.text.strip()))), None
        )
    return EntryParts(_without_attachment(title), officer, first)


def _signs(line: TextLine, above: TextLine, title: TextLine) -> bool:
    """Whether a post under the last item signs the agenda: left of the titles, with white above it."""
    left = line.box.x0 < title.box.x0 - TITLE_EDGE_PT
    return left and line.box.top - above.box.bottom > TIGHT_EM * above.size and is_role(line.text)


def right_edge(
    entries: Sequence[Entry], head: Head | None, listed: LineTest = nothing, leads: LineTest = nothing
) -> float:
    """Where the lines of the entries end at the right, page numbers and officers left out.

    A note below the last title may be wider: it begins left of it.
    """
    titles = (_columns(entry, head, listed, leads)[0] for entry in entries)
    own = (k for title in titles for k in title if k.box.x0 >= title[0].box.x0 - TITLE_EDGE_PT)
    return max((line.box.x1 for line in own), default=0.0)


def _columns(
    entry: Entry, head: Head | None, listed: LineTest, leads: LineTest
) -> tuple[list[TextLine], str, int | None]:
    """The title's lines apart from what stands in other columns."""
    first = make_line(entry.line.page, [w for part in entry.rest for w in part.words]) if entry.rest else None
    printed = [*entry.above, *([first] if first else []), *entry.more]
    if not head:
        return _page_column(printed, listed, leads)
    columns: dict[str, list[TextLine]] = {}
    for line in printed:
        for part in _cells(line, head):
            columns.setdefault(_role(part, head), []).append(part)
    title = [part for part in columns.get("title", []) or columns.get("number", [])]
    pages = [named for part in columns.get("pages", []) if (named := printed_pages(part.text))]
    officer = " ".join(part.text for part in columns.get("officer", []))
    return title, officer, pages[0] if pages else None


def printed_pages(text: str) -> int | None:
    """The first page that a text in a column of pages names, None for another text."""
    found = _BARE_PAGES.fullmatch(text) or _pages().fullmatch(text)
    return int(found["first"]) if found else None


def names_pages(line: TextLine) -> bool:
    """Whether a line ends with the printed pages of an item's papers."""
    in_column = len(line.parts) > 1 and printed_pages(line.parts[-1].text) is not None
    return in_column or _without_pages(line.text)[1] is not None


def _cells(line: TextLine, head: Head) -> list[TextLine]:
    """The stretches of a line, parted too where a word begins flush with a column's head."""
    edges = [left for _, left, _ in head.columns]
    cells: list[list[Word]] = []
    for part in line.parts:
        cells.append([part.words[0]])
        for before, word in pairwise(part.words):
            apart = word.box.x0 - before.box.x1 > SPACE_EM * word.size
            if apart and any(abs(word.box.x0 - edge) <= FLUSH_PT for edge in edges):
                cells.append([])
            cells[-1].append(word)
    return [make_line(line.page, words) for words in cells]


def _role(part: TextLine, head: Head) -> str:
    """The column a stretch of text stands in: the last that begins left of it, or lies under it."""
    under = [c for c in head.columns if min(c[2], part.box.x1) - max(c[1], part.box.x0) > 0]
    if len(under) == 1:
        return under[0][0]
    before = [c for c in head.columns if c[1] <= part.box.x0 + TITLE_EDGE_PT]
    return before[-1][0] if before else "title"


def _page_column(
    printed: Sequence[TextLine], listed: LineTest, leads: LineTest
) -> tuple[list[TextLine], str, int | None]:
    """Take page numbers and roles out of the lines that stand in a column of their own at the right."""
    body: list[TextLine] = []
    pages: int | None = None
    officer: list[TextLine] = []
    for line in printed:
        *front, last = line.parts
        named = printed_pages(last.text)
        if listed(last) or (front or pages) and (named is not None or not re.search(r"\w", last.text)):
            pages = pages or named
            if not front:
                continue
            line = _without_last(line)
        *front, last = line.parts
        if (
            officer
            and _beside(last, officer[0])
            or front
            and not officer
            and (is_role(last.text) or leads(last))
        ):
            officer.append(last)
            if not front:
                continue
            line = _without_last(line)
        body.append(line)
    return body, without_label(" ".join(part.text for part in officer)), pages


def _without_last(line: TextLine) -> TextLine:
    return make_line(line.page, [word for part in line.parts[:-1] for word in part.words])


def _beside(part: TextLine, other: TextLine) -> bool:
    """Whether two stretches begin at one left edge."""
    return abs(part.box.x0 - other.box.x0) <= TITLE_EDGE_PT


def _title_lines(body: Sequence[TextLine], edge: float) -> tuple[str, list[TextLine]]:
    """The lines of the title joined, and the lines behind it."""
    if not body:
        return "", []
    if bold := _bold_title(body[0]):
        return bold, list(body[1:])
    end = 1
    text = body[0].text
    for last, line in pairwise(body[: _first_point(body)]):
        if not (_in_brackets(text, body[end:]) or _goes_on(text, last, line, edge)):
            break
        text += " " + line.text
        end += 1
    return text, list(body[end:])


def _first_point(body: Sequence[TextLine]) -> int:
    """The line with which a list of points begins below a title; the end where none does."""
    texts = [line.text for line in body]
    listed = bulleted_lines("\n".join(texts))
    bullets = vocabulary("text")["bullets"]
    opened = (n for n, text in enumerate(texts) if _POINT.match(text) or text.split()[0] in bullets)
    return next((n for n in sorted((*listed, *opened)) if n), len(body))


def _bold_title(line: TextLine) -> str:
    """The bold words of a line behind which plain ones say what to do: "**Minutes** – to approve …"."""
    bold = list(takewhile(lambda word: word.bold, line.words))
    behind = " ".join(word.text for word in line.words[len(bold) :])
    if not bold or not leading(words_of("agenda", "descriptions")).match(behind):
        return ""
    return " ".join(word.text for word in bold).rstrip(" –—-:")


def _in_brackets(text: str, below: Sequence[TextLine]) -> bool:
    """Whether a bracket is open at the end of a text that a line below closes."""
    after = accumulate((line.text for line in below), initial=text)
    still_open = [joined.count("(") > joined.count(")") for joined in after]
    return still_open[0] and not all(still_open)


def _goes_on(text: str, last: TextLine, line: TextLine, edge: float) -> bool:
    """Whether a line continues the title that ends with `last`."""
    if _pages().fullmatch(line.text.strip()):
        return line.page == last.page
    if line.page != last.page or line.box.top - last.box.bottom > TIGHT_EM * last.size:
        return False
    if abs(last.words[-1].size - line.words[0].size) > SAME_SIZE_PT or _style(last.words[-1]) != _style(
        line.words[0]
    ):
        return False
    if leading(words_of("agenda", "officer_labels")).match(line.text):
        return False
    fitted = last.box.x1 + line.words[0].box.width + SLACK_PT < edge
    if (
        leading(words_of("agenda", "descriptions")).match(line.text)
        and line.text[:1].isupper()
        and (fitted or not edge)
    ):
        return False
    if _OPEN_END.search(text) or _LOOSE_END.search(text) and line.text[:1].islower():
        return True
    return not fitted or (line.bold and last.bold)


def _style(word: object) -> tuple[bool, bool]:
    return getattr(word, "bold", False), getattr(word, "italic", False)


def _without_pages(text: str) -> tuple[str, int | None]:
    """The title without its page reference or dotted leader, and the first page named."""
    found = list(_pages().finditer(text))
    if found and not text[found[-1].end() :].strip(" .)"):
        return text[: found[-1].start()].strip(), int(found[-1]["first"])
    leader = _LEADER.search(text)
    if leader:
        return text[: leader.start()].strip(), int(leader["first"]) if leader["first"] else None
    return text.strip(), None


def _without_attachment(title: str) -> str:
    found = _BRACKETS.search(title)
    if found and is_one_of(found["inside"], words_of("agenda", "attachments")):
        title = title[: found.start()]
    return title.strip().rstrip("*^:").rstrip()
