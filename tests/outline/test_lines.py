import pytest
from hypothesis import given
from hypothesis import strategies as st
from outline.typeset import page, put

from agendapack.extract.model import Box
from agendapack.extract.outline.lines import body_size, lines


def test_lines_read_from_top_to_bottom_and_left_to_right() -> None:
    printed = lines(
        page(1, put(60, 100, "second line"), put(60, 60, "first line"), put(300, 60.8, "goes on"))
    )
    assert [line.text for line in printed] == ["first line goes on", "second line"]


def test_a_line_is_cut_into_parts_at_tabs() -> None:
    (line,) = lines(page(1, put(60, 60, "2.1 |107 Parking strategy |480 5 - 16")))
    assert [part.text for part in line.parts] == ["2.1", "Parking strategy", "5 - 16"]


def test_words_in_tables_are_left_out() -> None:
    printed = lines(
        page(1, put(60, 60, "above"), put(60, 100, "in the table")), without=[Box(50, 90, 500, 130)]
    )
    assert [line.text for line in printed] == ["above"]


def test_style_and_size_are_those_of_most_letters() -> None:
    (line,) = lines(page(1, put(60, 60, "1", "", 8) + put(80, 60, "Purpose of the report", "b", 12)))
    assert (line.bold, line.italic, line.size) == (True, False, 12)


def test_sideways_words_stand_on_no_line() -> None:
    assert lines(page(1, put(20, 60, "stamp", turn=90))) == []


def test_body_size_is_the_size_of_most_text() -> None:
    printed = lines(page(1, put(60, 40, "Title", "b", 20), put(60, 80, "the text of the report goes on")))
    assert body_size(printed) == 11
    assert body_size([]) == 0


@given(
    st.lists(
        st.tuples(
            st.floats(0, 500, allow_subnormal=False),
            st.floats(0, 800, allow_subnormal=False),
            st.text("abc", min_size=1, max_size=5),
        ),
        max_size=25,
    )
)
def test_every_upright_word_stands_on_exactly_one_line(places: list[tuple[float, float, str]]) -> None:
    paper = page(1, *(put(x, top, text) for x, top, text in places))
    assert sorted(map(id, paper.words)) == sorted(id(w) for line in lines(paper) for w in line.words)
    for line in lines(paper):
        assert [w for part in line.parts for w in part.words] == list(line.words)


@pytest.mark.parametrize(("raised", "count"), [(4.0, 1), (6.0, 2)])
def test_words_a_little_above_one_another_stand_on_one_line(raised: float, count: int) -> None:
    words = put(60, 60, "Marlowe Vale") + put(200, 60 + raised, "Council")
    assert len(lines(page(1, words))) == count


@pytest.mark.parametrize(("gap", "parts"), [(12.0, 1), (15.0, 2)])
def test_a_gap_wider_than_a_word_space_parts_a_line(gap: float, parts: int) -> None:
    (line,) = lines(page(1, put(60, 60, "Item") + put(82 + gap, 60, "Title")))
    assert len(line.parts) == parts


@pytest.mark.parametrize(("bold", "whole"), [("mostly bold letters", True), ("half of it", False)])
def test_a_line_is_bold_where_most_letters_are(bold: str, whole: bool) -> None:
    (line,) = lines(page(1, put(60, 60, bold, "b") + put(200, 60, "and plain")))
    assert line.bold == whole
