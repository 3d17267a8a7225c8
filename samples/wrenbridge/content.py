"""What the Wrenbridge pack says; council, people and figures are invented."""

# fmt: off
# Set by hand, so that a row of the paper stays a row or two here.

from __future__ import annotations

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

COUNCIL = "Wrenbridge Borough Council"
FACTS = {
    "council": COUNCIL,
    "committee": "Policy and Resources Committee",
    "meeting_date": "2025-01-14",
    "venue": "Committee Room 2, The Maltings, Wrenbridge",
    "title": "Policy and Resources Committee Agenda",
    "status": "ok",
}
PLAN = "Delivery Plan 2025/26"

ITEMS = [
    Item("1", "Apologies for absence"),
    Item("2", "Minutes of the meeting of 3 December 2024"),
    Item("3", "Delivery Plan 2025/26"),
]


def action(ref: str, text: str, due: tuple[str, str], officers: str, measures: str, risks: str) -> Action:
    """An action whose measures and risks are printed one a line, as they are written out."""
    kind = "ongoing" if due == ONGOING else "date"
    measure_refs, risk_refs = measures.replace("\n", "; "), risks.replace("\n", "; ")
    return Action(ref, text, *due, kind, officers, measures, measure_refs, risks, risk_refs)


MARCH, JUNE, SEPTEMBER = ("Mar 2025", "2025-03-31"), ("Jun 2025", "2025-06-30"), ("Sept 2025", "2025-09-30")
DECEMBER, ONGOING = ("Dec 2025", "2025-12-31"), ("Ongoing", "")

SECTIONS = [
    Section([
        action("DP A01", "Reopen the riverside path between Mill Lane and the weir", JUNE,
               "Ivor Illsley", "WM 11", "RK1.1"),
        action("DP A02", "Agree a programme of repairs to the park railings and publish it on the website",
               MARCH,
               "Beatrix Lund", "WM 11\nWM 12", ""),
        action("DP A03", "Plant 450 street trees in the wards that have the fewest", DECEMBER,
               "Ivor Illsley", "WM 12", "RK1.2"),
        action("DP A04", "Renew the agreement with the allotment societies", SEPTEMBER,
               "Beatrix Lund\nOscar Penhale", "", "RK1.1\nRK1.2"),
    ], corporate="Cleaner, greener places", divisional="Parks that people use (ref: BP 2)", parents="BP 2"),
    Section([
        action("DP A05", "Fit meters that report by radio in all 38 council buildings", SEPTEMBER,
               "Oscar Penhale", "WM 21", "RK2.1"),
        action("DP A06", "Replace the boilers of the Maltings and the two leisure centres", DECEMBER,
               "Oscar Penhale", "WM 21", "RK2.1"),
        action("DP A07", "Train one member of staff in each building to read the figures", JUNE,
               "Isla Ogilvie", "", ""),
    ], corporate="Cleaner, greener places", divisional="Buildings that waste less (ref: BP 3)",
           parents="BP 3"),
    Section([
        action("DP A08", "Open the advice desk in the library on Saturdays", MARCH, "Isla Ogilvie",
               "WM 31", "RK2.2"),
        action("DP A09", "Answer letters and e-mails about council tax within ten working days", ONGOING,
               "Isla Ogilvie\nHugo Sasse", "WM 31\nWM 32", ""),
        action("DP A10", "Visit all residents of sheltered housing who have no telephone or computer",
               SEPTEMBER,
               "Hugo Sasse", "WM 32", "RK2.2"),
        action("DP A11", "Put the forms that are asked for most often into plain English", JUNE, "Hugo Sasse",
               "WM 32", ""),
    ], corporate="Help when it is needed", divisional="Advice close to home (ref: BP 5)", parents="BP 5"),
    Section([
        action("DP A12", "Let the eight workshops in Tanner's Yard", DECEMBER, "Beatrix Lund", "WM 41",
               "RK1.2"),
        action("DP A13", "Hold two markets for makers, one in spring and one before Christmas", DECEMBER,
               "Ivor Illsley", "WM 41", ""),
    ], corporate="Work for the town", divisional="Room for small firms (ref: BP 6)", parents="BP 6"),
]
ACTIONS = ActionPlan(PLAN, SECTIONS)


def indicator(ref: str, definition: str, officer: str, before: Value, now: Value) -> Indicator:
    """An indicator with last year's outturn and this year's target."""
    return Indicator(ref, definition, [[before], [now]], officer)


MEASURES = IndicatorTable(PLAN, [("outturn", "2023/24"), ("target", "2025/26")], [
    indicator("WM 11", "Residents satisfied with parks and open spaces", "Beatrix Lund",
              Value("68.5%", "68.5", "percent"), Value("72%", "72", "percent")),
    indicator("WM 12", "Number of street trees planted in the year", "Ivor Illsley",
              Value("183", "183", "count"), Value("450", "450", "count")),
    indicator("WM 21", "Energy used in council buildings, change on the year before", "Oscar Penhale",
              Value("-3.1%", "-3.1", "percent"), Value("-8.0%", "-8", "percent")),
    indicator("WM 31", "Number of callers helped at the advice desk", "Isla Ogilvie",
              Value("5,308", "5308", "count"), Value("6,000", "6000", "count")),
    indicator("WM 32", "Letters and e-mails answered within ten working days", "Hugo Sasse",
              Value("81.6%", "81.6", "percent"), Value("95%", "95", "percent")),
    indicator("WM 41", "Number of workshops let", "Beatrix Lund",
              Value("0", "0", "count"), Value("8", "8", "count")),
])

RISKS = Register(PLAN, [
    Risk("RK1.1", "Flooding closes the riverside again", ["Levels watched daily",
           "Boards to close off the path"],
         "Ivor Illsley", priority="H"),
    Risk("RK1.2", "Prices of materials rise faster than the budget", ["Quotations held for 90 days"],
         "Beatrix Lund", priority="M"),
    Risk("RK2.1", "Grant for energy saving is withdrawn", ["Works in two stages", "Reserve of £85,000"],
         "Oscar Penhale", priority="M"),
    Risk("RK2.2", "Too few volunteers for the visits", ["Appeal with the parish councils"],
         "Hugo Sasse", priority="L"),
])
