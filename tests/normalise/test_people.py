"""Who is responsible: persons, roles and bodies, one an entry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.people import initials_key, is_name, split_officers

CELLS = {
    "": [],
    "Jane Roe": ["Jane Roe"],
    "Jane Roe\nJohn O'Hara\nAssistant Director\n(QX)": ["Jane Roe", "John O'Hara", "Assistant Director (QX)"],
    "Jane Roe, John Poe": ["Jane Roe", "John Poe"],
    "Lead: Jane Roe; Support: John Poe": ["Jane Roe", "John Poe"],
    "Lead: Jane Roe Support: John Poe": ["Jane Roe", "John Poe"],
    "Team Lead: Jane Roe": ["Team Lead: Jane Roe"],
    "Jane Roe,\nHead of Policy\nJohn Poe,\nHead of Estates": [
        "Jane Roe",
        "Head of Policy",
        "John Poe",
        "Head of Estates",
    ],
    "Jane Roe,\nand John Poe": ["Jane Roe", "John Poe"],
    "Public Health (AB), Housing (CD)": ["Public Health (AB)", "Housing (CD)"],
    "Jane Roe and John Poe": ["Jane Roe", "John Poe"],
    "Jane Roe & John Poe": ["Jane Roe", "John Poe"],
    "Jane Roe / John Poe; Ann Day": ["Jane Roe", "John Poe", "Ann Day"],
    "Jane Roe John Poe": ["Jane Roe", "John Poe"],
    "Ch Insp Jane Roe": ["Ch Insp Jane Roe"],
    "Ch Insp Jane\nRoe": ["Ch Insp Jane Roe"],
    "Det Supt\nJane Roe and John Poe": ["Det Supt Jane Roe", "John Poe"],
    "Ch. Insp. Jane Roe": ["Ch. Insp. Jane Roe"],
    "Chief Inspector\nJane Roe": ["Chief Inspector Jane Roe"],
    "Building Control Inspector\nJane Roe": ["Building Control Inspector", "Jane Roe"],
    "Chief Constable\nHead of Legal": ["Chief Constable", "Head of Legal"],
    "Commander\nOperations": ["Commander Operations"],
    "Insp Jane Roe Sgt John Poe": ["Insp Jane Roe", "Sgt John Poe"],
    "Cllr Roe Cllr Poe": ["Cllr Roe", "Cllr Poe"],
    "Jane Roe Dr Poe": ["Jane Roe", "Dr Poe"],
    "Dr Jane Ann Roe": ["Dr Jane Ann Roe"],
    "Rev Dr Jane Roe": ["Rev Dr Jane Roe"],
    "Bo Li Jane Roe": ["Bo Li Jane Roe"],
    "Bo Lin Jane Roe": ["Bo Lin", "Jane Roe"],
    "Chief Operating\nOfficer (Any\nHospitals)": ["Chief Operating Officer (Any Hospitals)"],
    "Jane\nRoe": ["Jane Roe"],
    "Jane Moss-\nRoe": ["Jane Moss-Roe"],
    "J Roe\nCllr A Poe": ["J Roe", "Cllr A Poe"],
    "Jane Roe, Head of Policy": ["Jane Roe", "Head of Policy"],
    "Jane Roe (Head of Policy)": ["Jane Roe (Head of Policy)"],
    "Assistant Director (Performance & Achievement)": ["Assistant Director (Performance & Achievement)"],
    "Assistant Director, Housing & Planning": ["Assistant Director, Housing & Planning"],
    "Director of Housing, Planning and Environment": ["Director of Housing, Planning and Environment"],
    "Head of Policy\nand Engagement": ["Head of Policy and Engagement"],
    "Head of\nLegal": ["Head of Legal"],
    "Lead: Head of Legal\nSupport: Finance": ["Head of Legal", "Finance"],
    "Housing Options\nManager": ["Housing Options Manager"],
    "Corporate Director\nPlace": ["Corporate Director Place"],
    "Head of Finance / Head of Legal": ["Head of Finance", "Head of Legal"],
    "Performance/Health Consultant": ["Performance/Health Consultant"],
    "Jane Roe\nSafer Anytown\nPartnership": ["Jane Roe", "Safer Anytown Partnership"],
    "Jane Roe\nYouth Offending\nService": ["Jane Roe", "Youth Offending Service"],
    "Anyshire County Council and NHS Any and Other Board": [
        "Anyshire County Council",
        "NHS Any and Other Board",
    ],
    "Cabinet Member for Housing": ["Cabinet Member for Housing"],
    "Town Centre\nManager": ["Town Centre Manager"],
    "Good Relations\nOfficer": ["Good Relations Officer"],
    "Quayford BC / Drumlin DC": ["Quayford BC", "Drumlin DC"],
    "Carers\nCommissioning Manager": ["Carers Commissioning Manager"],
    "Chief Digital\nOfficer": ["Chief Digital Officer"],
    "Head of Land\nManagement": ["Head of Land Management"],
    "Executive Director\nAdult Services": ["Executive Director Adult Services"],
    "Head of Finance\nICT Manager": ["Head of Finance", "ICT Manager"],
    "Director of Public\nHealth\nHead of\nEstates": ["Director of Public Health", "Head of Estates"],
    "Director of Public\nHealth and Head of\nEstates": ["Director of Public Health", "Head of Estates"],
    "Interim Corporate\nDirector of\nPlace": ["Interim Corporate Director of Place"],
    "Headteacher/SENCo": ["Headteacher", "SENCo"],
    "Leader\nChief Executive": ["Leader", "Chief Executive"],
    "Fleet Lead\nAnyshire\nAmbulance Trust": ["Fleet Lead", "Anyshire Ambulance Trust"],
    "HoS Adult\nCommissioning / Cllr\nJane Roe": ["HoS Adult Commissioning", "Cllr Jane Roe"],
    "Director of Children's\nServices and Chief\nInspector": [
        "Director of Children's Services",
        "Chief Inspector",
    ],
    "JR, JP / AD": ["JR", "JP", "AD"],
    "P&A": ["P&A"],
    "Works Lead-\nHarbours\nSupported by\nQuay Manager": ["Works Lead-Harbours", "Quay Manager"],
    "Works Lead-\nHarbours, Quay\nOfficer": ["Works Lead-Harbours", "Quay Officer"],
    "Ann Ward (supported by Bob Lee)": ["Ann Ward", "Bob Lee"],
    "Supported by: Jane Moss": ["Jane Moss"],
    "Private Sector\nHousing Manager": ["Private Sector Housing Manager"],
    "Quay Surveyor / Legal": ["Quay Surveyor", "Legal"],
    "Leisure Team with Harbours England": ["Leisure Team", "Harbours England"],
    "Lead Officer with Harbour duties": ["Lead Officer with Harbour duties"],
    "Quay Officer, Association of Harbour Councils": ["Quay Officer", "Association of Harbour Councils"],
    "Finance Team/Legal": ["Finance Team", "Legal"],
    "Estates / Legal": ["Estates", "Legal"],
    "Head of Estates / Legal": ["Head of Estates / Legal"],
    "Housing Team, with Harbour Trust": ["Housing Team", "Harbour Trust"],
    "Head of Legal, HR and Democratic Services": ["Head of Legal, HR and Democratic Services"],
    "Head of HR and Legal Services": ["Head of HR and Legal Services"],
    "Head of Planning, Legal Services": ["Head of Planning", "Legal Services"],
    "Quay Council, NHS\nDrumlin Care\nBoard, school and college\nleaders.": [
        "Quay Council",
        "NHS Drumlin Care Board",
        "school and college leaders",
    ],
    "Harbour Board, bus operators": ["Harbour Board", "bus operators"],
    "Harbour Trust / community organisations": ["Harbour Trust", "community organisations"],
    "Head of Housing, property and assets": ["Head of Housing, property and assets"],
    "Assistant Director Housing Needs & Rough Sleeping": [
        "Assistant Director Housing Needs & Rough Sleeping"
    ],
}


@pytest.mark.parametrize(("text", "entries"), CELLS.items())
def test_officers(text: str, entries: list[str]) -> None:
    assert split_officers(text) == entries


def test_a_line_that_had_room_above_begins_an_entry() -> None:
    assert split_officers("Housing\nPlanning") == ["Housing Planning"]
    assert split_officers("Housing\nPlanning", apart={1}) == ["Housing", "Planning"]
    assert split_officers("Head of\nPlanning", apart={1}) == ["Head of Planning"]
    assert split_officers("Project\nManager\nBerths", apart={1, 2}) == ["Project Manager", "Berths"]


def test_initials_of_the_key_need_no_commas() -> None:
    assert split_officers("P&A JR", initials={"P&A": "", "JR": "Jane Roe"}) == ["P&A", "JR"]


def test_the_key_of_initials() -> None:
    printed = "JR - Jane Roe   JP – John O'Poe\nAD: Ann Day"
    assert initials_key(printed) == {"JR": "Jane Roe", "JP": "John O'Poe", "AD": "Ann Day"}


def test_a_key_of_posts() -> None:
    printed = "Key: HoQ = Head of Quays; PD = Port Director; CX = Chief Executive"
    assert initials_key(printed) == {"HoQ": "Head of Quays", "PD": "Port Director", "CX": "Chief Executive"}


def test_other_text_is_no_key() -> None:
    assert initials_key("NI - Great Improvement, page A - Zebra Crossing") == {}


NAMES = st.sampled_from(
    ["Jane Roe", "John Poe", "Ann Day-Lee", "Head of Housing", "Safer Anytown Partnership", "JR"]
)


@given(st.lists(NAMES, unique=True, min_size=1, max_size=5), st.sampled_from(["; ", "\n"]))
def test_one_entry_each(names: list[str], mark: str) -> None:
    assert split_officers(mark.join(names)) == names


@given(st.text(max_size=80))
def test_no_letter_is_lost_or_invented(text: str) -> None:
    entries = split_officers(text)
    assert all(e.strip() == e and e for e in entries)
    assert set("".join(entries)) <= set(text) | {" "}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ch Insp Roe", True),
        ("Supt Jane Roe", True),
        ("Inspector", False),
        ("Chief Inspector", False),
        ("Supt Operations", False),
        ("Captain of the Port", False),
    ],
)
def test_a_rank_belongs_to_the_name_behind_it(text: str, person: bool) -> None:
    assert is_name(text) is person
