"""Whatever is drawn on a page, finding its tables ends in tables or none, never in an error."""

from find.drawn import lattice, level, page, table, upright, words
from hypothesis import given, settings
from hypothesis import strategies as st

from agendapack.extract.find import find_grids

XS = st.lists(st.integers(30, 560), min_size=2, max_size=6, unique=True).map(sorted)
YS = st.lists(st.integers(30, 800), min_size=2, max_size=8, unique=True).map(sorted)
TEXTS = st.sampled_from(
    ["", "1", "£2.5m", "Risk", "•", "-", "a b c", "31 March 2026", "Green", ":", "Q1 24/25"]
)
PLACED = st.builds(words, TEXTS, st.integers(0, 560), st.integers(0, 840), st.sampled_from([6.0, 10.0, 24.0]))
RULES = st.one_of(
    st.builds(lattice, XS, YS),
    st.builds(lambda ys: [level(y, 40, 550) for y in ys], YS),
    st.builds(lambda xs: [upright(x, 60, 700) for x in xs], XS),
    st.just([]),
)


@st.composite
def pages(draw):
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(TEXTS, min_size=width, max_size=width), max_size=8))
    xs = [60.0 + 120 * i for i in range(width)]
    loose = draw(st.lists(PLACED, max_size=6))
    return page([*table(rows, xs), *(w for some in loose for w in some)], draw(RULES))


@st.composite
def stepped(draw):
    """Rows whose rules stop at one column, which has letters of another size than the cells beside it."""
    count = draw(st.integers(3, 6))
    pitch = draw(st.integers(9, 16))
    ys = [100 + pitch * n for n in range(count + 1)]
    rules = [level(y, 50, 250) for y in ys] + [level(y, 250, 400) for y in (ys[0], ys[-1])]
    text = []
    for n in range(count):
        base = ys[n] + draw(st.integers(2, pitch))
        for x, size in (
            (54, draw(st.sampled_from([5.0, 9.0, 16.0]))),
            (254, draw(st.sampled_from([4.0, 9.0]))),
        ):
            text += words(draw(TEXTS), x, base, size)
    return page(text, rules + [upright(x, ys[0], ys[-1]) for x in (50, 250, 400)])


@settings(max_examples=240, deadline=None)
@given(st.one_of(pages(), stepped()))
def test_finding_ends_without_an_error(drawn):
    for grid in find_grids(drawn):
        assert any(cell.words for cell in grid.cells)
