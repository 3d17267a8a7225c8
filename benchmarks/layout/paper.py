"""What stands on a page besides its tables, and pages and documents put together by chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from layout import words
from layout.invent import EUROPEAN, INVENTORS
from layout.sheet import Sheet
from layout.style import BARE, FONTS, Style, style, told_apart
from layout.words import Figures


@dataclass
class Heading:
    text: str


@dataclass
class Para:
    text: str
    small: bool = False


@dataclass
class Bullets:
    texts: list[str]
    numbered: bool = False


@dataclass
class Chart:
    """A bar or line chart."""

    names: list[str]
    values: list[float]
    line: bool = False


@dataclass
class Form:
    """Labels with lines or boxes to fill in."""

    labels: list[str]
    boxed: bool = False


@dataclass
class Contents:
    entries: list[tuple[str, int]]
    led: bool = True


@dataclass
class Table:
    sheet: Sheet
    look: Style


@dataclass
class Columns:
    """Blocks in columns side by side."""

    columns: list[list[Block]]


Block = Heading | Para | Bullets | Chart | Form | Contents | Table | Columns


@dataclass
class Leaf:
    """One page."""

    blocks: list[Block] = field(default_factory=list)
    wide: bool = False
    sideways: bool = False
    """A wide page printed turned on an upright one."""


@dataclass
class Paper:
    """A document: how it looks and its pages."""

    name: str
    engine: str
    font: str
    tongue: str
    leaves: list[Leaf]
    running: str = ""

    def thin(self) -> None:
        """Take out the prose around tables, for pages that would not hold it."""
        for leaf in self.leaves:
            if any(isinstance(b, Table) for b in leaf.blocks):
                leaf.blocks = [b for b in leaf.blocks if not isinstance(b, (Para, Bullets, Heading, Chart))]


class Author:
    """Puts pages together, from one seed."""

    def __init__(self, rng: Random, engine: str) -> None:
        self.rng, self.engine = rng, engine
        self.european = rng.random() < 0.5
        self.tongue = rng.choice(["en", "en", "fr", "de", "es"]) if self.european else "en"
        self.shown: Figures = words.figures(rng, self.european)
        self.font = rng.choice(FONTS)
        self.house = style(rng, self.font, crowded=False)

    def sheet(self, narrow: bool = False) -> Sheet:
        """A table's content; `narrow` ones have few columns."""
        pool = [i for i in INVENTORS if not self.european or i in EUROPEAN]
        while True:
            sheet = self.rng.choice(pool)(self.rng, self.shown, self.tongue)
            room = sum(sheet.weight(c) for c in range(sheet.columns))
            if room <= (55 if narrow else 150) and sheet.rows <= 32:
                return sheet

    def table(self, narrow: bool = False) -> list[Block]:
        """A table with its caption and note."""
        sheet = self.sheet(narrow)
        look = self.house if self.rng.random() < 0.4 else style(self.rng, self.font, narrow)
        crowded = narrow or sum(sheet.weight(c) for c in range(sheet.columns)) > 90
        if crowded:
            look = replace(look, size=min(look.size, 7.5 if narrow else 8.0), share=1.0, pad_x=2.0)
        if look.rules == "none" and sheet.columns < 3:
            look = replace(look, rules="booktabs")
        look = told_apart(self.rng, look, sheet)
        if look.rules in BARE or look.zebra:
            sheet.unspanned()
        table: Block = Table(sheet, look)
        number = self.rng.randint(1, 30)
        caption: Block = (
            Para(f"Table {number}: {sheet.caption}") if self.rng.random() < 0.7 else Para(self.prose(1))
        )
        note: list[Block] = [Para(sheet.note, small=True)] if sheet.note else []
        return [table, *note, caption] if self.rng.random() < 0.1 else [caption, table, *note]

    def prose(self, sentences: int = 4) -> str:
        return words.paragraph(self.rng, sentences)

    def text(self, paragraphs: int) -> list[Block]:
        return [Para(self.prose(self.rng.randint(2, 5))) for _ in range(paragraphs)]

    def heading(self) -> Block:
        return Heading(f"{self.rng.randint(1, 9)}. {self.rng.choice(words.TOPICS)}")

    def bullets(self) -> Block:
        return Bullets(
            [words.sentence(self.rng) for _ in range(self.rng.randint(3, 6))], self.rng.random() < 0.5
        )

    def chart(self) -> Block:
        names = [str(2010 + i) for i in range(self.rng.randint(4, 8))]
        return Chart(names, [self.rng.uniform(5, 100) for _ in names], self.rng.random() < 0.4)

    # --- kinds of page -----------------------------------------------------------------

    def plain(self) -> Leaf:
        return Leaf([self.heading(), *self.text(self.rng.randint(1, 2)), *self.table(), *self.text(1)])

    def two_tables(self) -> Leaf:
        return Leaf([*self.table(narrow=True), *self.text(1), *self.table(narrow=True)])

    def beside(self) -> Leaf:
        pair: list[list[Block]] = [[b for b in self.table(narrow=True)] for _ in range(2)]
        return Leaf([*self.text(1), Columns(pair), *self.text(1)])

    def journal(self) -> Leaf:
        left = [self.heading(), *self.text(3), *self.table(narrow=True), *self.text(1)]
        right = [*self.text(4), self.heading(), *self.text(2)]
        return Leaf([Columns([left, right] if self.rng.random() < 0.5 else [right, left])])

    def journal_across(self) -> Leaf:
        return Leaf([*self.table(), Columns([self.text(4), [*self.text(2), self.heading(), *self.text(2)]])])

    def beside_chart(self) -> Leaf:
        parts = [[b for b in self.table(narrow=True)], [self.chart(), *self.text(1)]]
        return Leaf([self.heading(), *self.text(1), Columns(parts), self.bullets()])

    def wide(self) -> Leaf:
        return Leaf([*self.table(), *self.text(1)], wide=True, sideways=self.rng.random() < 0.4)

    def bare(self) -> Leaf:
        """A page without a table."""
        deeds = self.rng.sample(words.TOPICS, 7)
        labels = ["Name of applicant", "Address", "Postcode", "Telephone", "Date of birth", "Signature"]
        pages = [(t, 2 + 3 * i) for i, t in enumerate(deeds)]
        return self.rng.choice([
            lambda: Leaf([self.heading(), *self.text(2), self.chart(), *self.text(1), self.chart()]),
            lambda: Leaf([self.heading(), Form(labels, self.rng.random() < 0.5), *self.text(2)]),
            lambda: Leaf([Heading("Contents"), Contents(pages, self.rng.random() < 0.6)]),
            lambda: Leaf([self.heading(), self.bullets(), *self.text(1), self.bullets()]),
            lambda: Leaf([Columns([self.text(6), [*self.text(3), self.bullets()]])]),
        ])()  # fmt: skip


def paper(seed: int, engine: str) -> Paper:
    """The document of a seed."""
    rng = Random(f"{engine} {seed}")
    author = Author(rng, engine)
    kinds: list[Callable[[], Leaf]] = [author.plain, author.plain, author.two_tables, author.wide]
    if engine in ("chromium", "reportlab"):
        kinds += [author.beside, author.journal, author.journal_across, author.beside_chart]
    leaves = [rng.choice(kinds)() for _ in range(2)] + [author.bare()]
    rng.shuffle(leaves)
    if engine != "chromium":  # one size of page to a document
        for leaf in leaves:
            leaf.wide = leaf.sideways = False
    if engine == "calc":  # one table to a sheet
        for leaf in leaves:
            leaf.blocks = _first_table(leaf.blocks)
    running = rng.choice(["", "Annual Statistical Report", "Cabinet – 14 March"])
    return Paper(f"{engine}-{seed:03d}", engine, author.font, author.tongue, leaves, running)


def _first_table(blocks: list[Block]) -> list[Block]:
    """The blocks up to the second table."""
    at = [i for i, b in enumerate(blocks) if isinstance(b, Table)]
    return blocks[: at[1]] if len(at) > 1 else blocks
