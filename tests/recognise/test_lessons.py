"""What people said of a table holds for it, and for others under the same head."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import table

from agendapack.extract.model import Lesson
from agendapack.extract.recognise import Recognised, recognise
from agendapack.extract.recognise.lessons import Lessons, printed_head, printed_roles
from agendapack.schemas.heads import kinds, misfit, roles_in, roles_of, subject_of

HEAD = ("Who", "Thing", "When it lands", "Note")
PLAN = table(
    "*" + " | *".join(HEAD),
    "Ann Ward | A quiet harbour | 31/03/2031 | see page 4",
    "Bo Lind | The long pier | 30/06/2031 | -",
    "Cy Moss | Lamps | 30/09/2031 | -",
)
ROLES = ("officers", "action", "due", "")
OWN = Lesson(HEAD, "actions", ROLES, "Melbury Council", "a" * 64, 1, "A. Ward")
KNOWN = {
    "actions": table("*Ref | *Action | *Lead | *Due date", "A1 | Mend the pier | Ann Ward | 31/03/2031",
        "A2 | Paint the huts | Bo Lind | 30/06/2031", "A3 | Open the baths | Cy Moss | 30/09/2031"),
    "indicators": table("*Ref | *Indicator | *Unit | *Q1 Actual | *Q1 Target | *RAG",
        "K1 | Visits to baths | number | 120 | 100 | Green", "K2 | Bins missed | number | 12 | 10 | Red"),
    "risks": table("*Risk | *Likelihood | *Impact | *Score | *Mitigation",
        "Failure to mend the pier | 3 | 4 | 12 | Yearly survey", "Loss of key staff | 2 | 4 | 8 | Cover"),
}  # fmt: skip


def read(printed=PLAN, *lessons: Lesson, sha256: str = "", council: str = "") -> Recognised:
    (found,) = recognise([printed], lessons=Lessons(lessons, sha256, council))
    return found


def roles(found: Recognised) -> dict[str, int]:
    assert found.reading is not None
    return {role.name: role.column for role in found.reading.roles}


def test_a_table_is_read_as_people_said() -> None:
    found = read(PLAN, OWN)
    assert (found.kind, roles(found)) == ("actions", {"officers": 0, "action": 1, "due": 2})
    assert "A. Ward" in found.reasons[0]


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("*WHO | *Thing: | *When it lands | *Notes", True),
        ("*Who | *Thing | *When it lands", False),
        ("*Thing | *Who | *When it lands | *Note", False),
        ("*Who | *Things to watch | *When it lands | *Note", False),
    ],
)
def test_a_head_is_known_by_its_telling_words(head: str, known: bool) -> None:
    width = head.count("|") + 1
    body = [" | ".join(cells[:width]) for cells in (["a", "b", "c", "d"], ["e", "f", "g", "h"])]
    assert (read(table(head, *body), OWN).said) is known


@pytest.mark.parametrize("kind", KNOWN)
def test_a_period_in_a_head_may_be_another(kind: str) -> None:
    later = table(
        "*Ref | *Indicator | *Unit | *Q3 Actual | *Q3 Target | *RAG", "K1 | Visits | no | 9 | 8 | Green"
    )
    assert read(later, _as_read(KNOWN[kind])).said is (kind == "indicators")


def _as_read(printed) -> Lesson:
    found = read(printed)
    titles, given = roles_in(printed_roles(found.columns, found.reading))
    return Lesson(titles, found.kind, given)


@pytest.mark.parametrize("kind", KNOWN)
def test_to_confirm_what_was_read_changes_nothing(kind: str) -> None:
    before, lesson = read(KNOWN[kind]), _as_read(KNOWN[kind])
    once = read(KNOWN[kind], lesson)
    assert (once.kind, roles(once)) == (kind, roles(before))
    assert once.reading and before.reading
    measures = [[(v.column, v.measure, v.period) for v in r.values] for r in (once.reading, before.reading)]
    assert measures[0] == measures[1]
    assert read(KNOWN[kind], lesson, lesson) == once


def test_a_table_of_no_records_is_none_and_no_doubt() -> None:
    found = read(KNOWN["actions"], replace(_as_read(KNOWN["actions"]), kind="", roles=()))
    assert (found.kind, found.guess, found.said) == ("", "", True)


def test_without_the_column_of_its_subject_a_table_stays_in_doubt() -> None:
    found = read(PLAN, replace(OWN, roles=("officers", "", "due", "")))
    assert (found.kind, found.guess) == ("", "actions")


def test_a_kind_alone_leaves_the_columns_to_the_tool() -> None:
    found = read(KNOWN["risks"], replace(_as_read(KNOWN["risks"]), roles=()))
    assert roles(found) == roles(read(KNOWN["risks"]))


OTHER = replace(OWN, kind="", roles=(), council="Elsewhere Council", sha256="b" * 64)


@pytest.mark.parametrize(
    ("sha256", "council", "kind"),
    [
        ("c" * 64, "Melbury Council", "actions"),
        ("c" * 64, "Elsewhere Council", ""),
        ("a" * 64, "Elsewhere Council", "actions"),
        ("b" * 64, "", ""),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_pack_comes_before_its_council_and_that_before_others(
    sha256: str, council: str, kind: str, turned: bool
) -> None:
    lessons = (OTHER, OWN) if turned else (OWN, OTHER)
    assert read(PLAN, *lessons, sha256=sha256, council=council).kind == kind


def test_a_page_comes_before_the_rest_of_its_pack() -> None:
    here, there = replace(OWN, page=2), replace(OWN, kind="", roles=(), page=1)
    second = replace(PLAN, page=2, last_page=2, table_id="t002")
    found = recognise([PLAN, second], lessons=Lessons([here, there], "a" * 64))
    assert [each.kind for each in found] == ["", "actions"]


@pytest.mark.parametrize("page", [1, 2])
def test_a_table_without_titles_is_known_where_it_was_seen_alone(page: int) -> None:
    body = [" | ".join(c.text for c in row.cells) for row in PLAN.rows[1:]]
    printed = table(*body, page=page)
    lesson = Lesson(("",) * len(ROLES), "actions", ROLES, sha256="a" * 64, page=1)
    assert printed_head(read(printed).columns) == ""
    assert read(printed, lesson, sha256="a" * 64).said is (page == 1)


def test_the_list_that_cards_stand_for_can_be_confirmed() -> None:
    cards = [
        f"*Action | {text} / {text} | *Due | 31/03/203{n} | *Owner | Bo Lind" for n, text in enumerate("ab")
    ]
    printed = table(*cards)
    head = printed_head(read(printed).columns)
    assert read(printed, Lesson(tuple(head.split(" | ")), "", ())).kind == ""


@given(st.text(alphabet="ab:| ", max_size=30))
def test_any_line_of_roles_is_understood_or_refused(line: str) -> None:
    try:
        titles, given_roles = roles_in(line)
    except ValueError as wrong:
        assert str(wrong)
        return
    assert len(titles) == len(given_roles)
    assert not any(given_roles)  # no role is made of these letters


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_has_a_subject_among_its_roles(kind: str) -> None:
    assert subject_of(kind) in roles_of(kind)


@pytest.mark.parametrize(
    ("kind", "given_roles", "wrong"),
    [
        ("actions", ("action", "due"), ""),
        ("indicators", ("definition", "value", "value"), ""),
        ("", ("", ""), ""),
        ("agenda", (), "not 'agenda'"),
        ("actions", ("likelihood",), "no column 'likelihood'"),
        ("", ("action",), "no records have no column"),
        ("risks", ("score", "score"), "both be 'score'"),
    ],
)
def test_what_no_table_can_be(kind: str, given_roles: tuple[str, ...], wrong: str) -> None:
    assert wrong in misfit(kind, given_roles)
    assert bool(wrong) is bool(misfit(kind, given_roles))
