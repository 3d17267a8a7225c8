"""Which council a paper is of, and names of councils and bodies in a text."""

from __future__ import annotations

import pytest
from outline.metadata_read import ITEMS, read
from outline.typeset import column, page, put

from agendapack.extract.outline import outline
from agendapack.extract.outline.bodies import body_named
from agendapack.extract.outline.councils import council_named, council_of_domain, register


def test_the_council_that_a_committee_is_said_to_be_of() -> None:
    found = read(
        put(60, 84, "You are invited to a meeting of the Schools Committee of Marlowe Vale Council"),
        put(60, 98, "to be held in the Guildhall, Marlowe on Monday 13 May 2024 at 10:30am."),
        ITEMS,
    )
    assert (found.council, found.committee) == ("Marlowe Vale Council", "Schools Committee")


def test_other_councils_in_the_text_are_not_the_author() -> None:
    found = read(
        column(
            60,
            100,
            "Leeds City Council and Marlowe Vale District Council are working together on this,",
            "as is Kirklees Council.",
        )
    )
    assert found.council == ""


def test_a_table_of_councils_names_no_author() -> None:
    rows = [put(60, 100 + 14 * n, f"{name} |250 {n}12.14 |350 -0.2{n}%") for n, name in enumerate(MANY)]
    assert read(put(60, 60, "Tax compared", "b", 14), *rows).council == ""


MANY = ("City of Holmsea", "Orrin Borough Council", "Leeds City Council")


def test_whom_a_letter_is_sent_to_did_not_write_it() -> None:
    address = ("Ms A. Reed", "Legal Services", "Leeds City Council", "PO Box 12", "Leeds LS1 2AB")
    letter = [put(60, 100 + 14 * n, line) for n, line in enumerate(address)]
    assert read(*letter, put(60, 240, "Dear Madam"), column(60, 260, "I write to you.")).council == ""
    own = put(60, 60, "Kirklees Council", "b", 14)
    assert read(own, *letter, put(60, 240, "Dear Madam")).council == "Kirklees Council"


@pytest.mark.parametrize(
    "title",
    [
        "The London Borough of Southwark (Mill Lane) Compulsory Purchase Order 2031",
        "Reed v Leeds City Council",
        "Leeds City Council (Abolition) Act",
    ],
)
def test_a_council_in_the_name_of_an_order_or_case_is_a_party_to_it(title: str) -> None:
    assert read(put(60, 60, title, "b", 14)).council == ""


def test_a_title_that_begins_with_its_council_names_it() -> None:
    found = read(put(60, 60, "Holmsea and Orrin Borough Council – Corporate KPI monitor, Quarter 2", "b", 14))
    assert found.council == "Holmsea and Orrin Borough Council"


def test_running_feet_name_the_council() -> None:
    pages = [
        page(n, column(60, 100, f"text {n}", f"more {n}"), put(60, 805, f"Plan |250 {n} |400 Torbay Council"))
        for n in (1, 2, 3)
    ]
    found = outline(pages).metadata
    assert (found.council, found.gss_code) == ("Torbay Council", "E06000027")


NAMED = [
    ("LEEDS CITY COUNCIL", "Leeds City Council", "E08000035"),
    ("Brighton & Hove City Council", "Brighton and Hove City Council", "E06000043"),
    ("London Borough of Southwark Budget Book", "London Borough of Southwark", "E09000028"),
    ("Southwark Council", "London Borough of Southwark", "E09000028"),
    ("Agenda of Torbay Council", "Torbay Council", "E06000027"),
    ("Holmsea Borough Council", "Holmsea Borough Council", ""),
    ("HOLMSEA BOROUGH COUNCIL", "Holmsea Borough Council", ""),
    ("HOLMSEA FIRE & RESCUE AUTHORITY", "Holmsea Fire & Rescue Authority", ""),
    ("The Corporation of the Township of Holmsea", "Township of Holmsea", ""),
    ("Township of Holmsea", "Township of Holmsea", ""),
    ("NHS Holmsea Integrated Care Board", "NHS Holmsea Integrated Care Board", ""),
    ("Greater Manchester Combined Authority", "Greater Manchester Combined Authority", "E47000001"),
]


@pytest.mark.parametrize(("text", "name", "code"), NAMED)
def test_names_of_councils(text: str, name: str, code: str) -> None:
    found = council_named(text)
    assert found and (found.name, found.gss_code) == (name, code)


@pytest.mark.parametrize(
    "text",
    [
        "the council",
        "COUNTY COUNCIL",
        "Full Council",
        "Your council",
        "Annual Council meeting",
        "Research Council",
        "Overseas Holmsea Banking Corporation",
        "City of Holmsea Climate Action Plan",
        "Band D Council",
        "Future of Council",
    ],
)
def test_no_names_of_councils(text: str) -> None:
    assert council_named(text) is None


def test_a_web_address_names_a_council_only_when_it_spells_out_one_place() -> None:
    found = council_of_domain(["write to jo.doe@torbay.gov.uk"])
    assert found and found.name == "Torbay Council"
    assert council_of_domain(["see www.nowhere.gov.uk"]) is None


def test_the_register_has_each_code_once() -> None:
    codes = [c.gss_code for c in register().values() if c.gss_code]
    assert len(codes) == len(set(codes)) > 400


BODIES = [
    ("Agenda for the Executive", "Executive"),
    ("CHILDREN'S SERVICES PORTFOLIO", "Children's Services Portfolio"),
    ("Cabinet – Monday 4 June 2024", "Cabinet"),
    ("Meeting of the Audit and Governance Committee", "Audit and Governance Committee"),
    ("Committee", ""),
    ("Council Chamber", ""),
    ("The committee is asked to note the report.", ""),
    ("Report to Portfolio Holder", ""),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_names_of_bodies(text: str, name: str) -> None:
    assert body_named(text) == name
