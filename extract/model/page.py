"""What read gives: a page with its words, rules, fills and pictures; pages count from 1."""

from __future__ import annotations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model.geometry import Box

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a reader sees it."""

    text: str
    box: Box
    size: float = 0.0
    """Font size in points."""
    bold: bool = False
    italic: bool = False
    turn: int = 0
    """Reading direction in degrees clockwise: 0 upright, 90 reads downwards, 270 upwards."""
    superscript: bool = False
    """A footnote mark set above the line."""
    printed: str | None = None
    """The text layer's own reading where it was mended."""
    certainty: float = 1.0
    """The recogniser's belief for words read by OCR, always below 1; 1 for words of a text layer."""
    struck: bool = False
    """Whether a line strikes it out."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical ruling line, from a stroke or a thin filled rectangle."""

    box: Box
    horizontal: bool
    thickness: float = 0.0
    colour: Colour = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled area: its colour is 0-255 RGB."""

    box: Box
    colour: Colour


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster image placed on the page."""

    box: Box


@dataclass(frozen=True, slots=True)
class Glyph:
    """A small vector drawing that stands for a word, such as an arrow: text is ↑ → ↓."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reading of a page or table wants known; becomes a finding."""

    kind: str
    """A findings kind: unread_text, unread_page, low_confidence, …"""
    page: int
    box: Box | None
    detail: str
    garbled: bool = False
    """Whether it says that letters of the text layer mean nothing, so that the picture may tell more."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A page that was laid upright or straight to be read: its boxes speak of it as it lies then."""

    page: int
    quarter: int = 0
    """Degrees anticlockwise, a multiple of 90, beyond the page's own rotation."""
    skew: float = 0.0
    """Degrees anticlockwise about the centre after that."""
    shear: float = 0.0
    """Slope by which its columns leaned to the left against its lines, which was taken off too."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page with its rotation applied; words in reading order of the content stream."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: tuple[Picture, ...] = ()
    glyphs: tuple[Glyph, ...] = ()
    signals: tuple[Fill, ...] = ()
    """Small drawings, signs and icons that speak by their colour, such as traffic lights."""
    outlined: Box | None = None
    """Where text is drawn as outlines of letters, which no text layer tells."""
    hidden: tuple[Word, ...] = ()
    """Text that is in the file but that nobody can see (clipped, invisible, covered)."""
    furniture: tuple[Word, ...] = ()
    """Words of running heads, feet and page stamps, once they are set aside from `words`."""
    notes: tuple[Note, ...] = ()
    reader: str = "pdfium"
    """pdfium, pdfplumber or ocr."""
    turned: int = 0
    """Degrees anticlockwise by which the page was turned, beyond its own rotation, for upright text."""
    skew: float = 0.0
    """Degrees anticlockwise by which a scan was then turned about its centre to lie straight."""
    shear: float = 0.0
    """Slope by which the columns of a scan leaned to the left against its lines."""

    @property
    def box(self) -> Box:
        return Box(0, 0, self.width, self.height)

    @property
    def lay(self) -> Turned:
        """How the page was laid to be read."""
        return Turned(self.number, self.turned, self.skew, self.shear)
