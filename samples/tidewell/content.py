"""What the three quarterly packs of Tidewell say; council, people and figures are invented."""

# fmt: off
# Set by hand, so that a row of the paper stays a row or two here.

from __future__ import annotations

from dataclasses import replace

from samples.content import (
    Action,
    ActionPlan,
    Indicator,
    IndicatorTable,
    Item,
    Register,
    Risk,
    Section,
    Value,
)

COUNCIL = "Tidewell District Council"
COMMITTEE = "Overview and Scrutiny Committee"
PLAN, MEASURES = "Harbour Plan: progress of actions", "Harbour Plan: measures"
REGISTER = "Harbour Plan: risks"
DAYS = {
    1: ("25 July 2024", "2024-07-25"),
    2: ("24 October 2024", "2024-10-24"),
    3: ("23 January 2025", "2025-01-23"),
}
QUARTERS = tuple(DAYS)
PEOPLE, WATER = "People and places", "A working waterfront"


def facts(quarter: int) -> dict[str, str]:
    """What the pack is."""
    return {"council": COUNCIL, "committee": COMMITTEE, "meeting_date": DAYS[quarter][1],
            "venue": "The Net Loft, Tidewell", "title": f"{COMMITTEE} Agenda", "status": "ok"}


def items() -> list[Item]:
    """The agenda, the same each time."""
    return [Item("1", "Apologies for absence"), Item("2", PLAN), Item("3", MEASURES), Item("4", REGISTER)]


def action(ref: str, text: str, due: str, iso: str, officer: str, status: str) -> Action:
    """An action with its progress."""
    return Action(ref, text, due, iso, "date", officer, status=status)


def actions(quarter: int) -> ActionPlan:
    """The plan: what is done leaves it, HP 3 is put off and then late, HP 4 becomes HP 2.4."""
    steps = action("HP 1", "Put step-free gangways on all four pontoons", "30 September 2024", "2024-09-30",
                   "Ines Marlow", "On track")
    signs = action("HP 2", "Renew the signs of the coast path", "31 December 2024", "2024-12-31",
                   "Jonah Reeve", "On track")
    dredge = action("HP 3", "Dredge the inner basin to a depth of two metres", "30 November 2024",
                    "2024-11-30", "Ines Marlow", "Not started")
    lights = action("HP 4", "Replace the lamps on the west quay with shielded ones", "31 March 2025",
                    "2025-03-31", "Petra Coyle", "On track")
    boats = action("HP 5", "Open a repair slip for boats under ten metres", "30 June 2025", "2025-06-30",
                   "Petra Coyle", "Not started")
    if quarter > 1:
        steps = replace(steps, status="Delayed" if quarter == 2 else "Complete")
        signs = replace(signs, status="Complete")
        dredge = replace(dredge, due="31 December 2024", iso="2024-12-31", status="On track")
    if quarter > 2:
        dredge = replace(dredge, status="Delayed")
        lights = replace(lights, ref="HP 2.4", officers="Jonah Reeve")
    people = [steps, signs] if quarter < 3 else [steps]
    water = [dredge, lights, boats] if quarter > 1 else [dredge, lights]
    return ActionPlan(PLAN, [Section(people, corporate=PEOPLE), Section(water, corporate=WATER)])


FIGURES = {
    "TM 1": ("Berths let on the first of the month", "Ines Marlow", "90%", ("86.2%", "88.9%", "91.4%")),
    "TM 2": ("Calls to the harbour office answered within a minute", "Jonah Reeve", "80%",
             ("71.0%", "74.5%", "73.8%")),
    "TM 3": ("Catch landed at the west quay (tonnes)", "Petra Coyle", "400", ("412", "388", "405")),
}
RESTATED = {("TM 2", 1): "69.4%"}
"""By measure and quarter what later packs print instead."""


def value(text: str) -> Value:
    """A printed figure."""
    return Value(text, f"{float(text.rstrip('%')):g}", "percent" if text.endswith("%") else "count")


def measures(quarter: int) -> IndicatorTable:
    """A target and all quarters so far; a figure is put right in the third."""
    columns = [("target", "2024/25"), *(("actual", f"Q{q} 2024/25") for q in range(1, quarter + 1))]
    rows = []
    for ref, (definition, officer, target, figures) in FIGURES.items():
        printed = [RESTATED.get((ref, q), figures[q - 1]) if quarter > 2 else figures[q - 1]
                   for q in range(1, quarter + 1)]
        rows.append(Indicator(ref, definition, [[value(text)] for text in (target, *printed)], officer))
    return IndicatorTable(MEASURES, columns, rows)


def risks(quarter: int) -> Register:
    """The register: one risk grows, one is new in the second quarter."""
    storm = Risk("TR1", "Storms close the harbour mouth for more than a week", ["Breakwater checked monthly"],
                 "Ines Marlow", residual=(3, 4, 12) if quarter < 3 else (4, 4, 16))
    dues = Risk("TR2", "Income from harbour dues falls short", ["Dues reviewed each quarter"], "Jonah Reeve",
                residual=(2, 3, 6))
    crane = Risk("TR3", "The quay crane fails its inspection", ["Spare parts held"], "Petra Coyle",
                 residual=(2, 5, 10))
    return Register(REGISTER, [storm, dues, crane] if quarter > 1 else [storm, dues])
