"use strict";
/* The filters and the list of rows they leave. */
const List = (() => {
  const { $, make } = Dom;
  const { data, datasets, isFinding, severities } = Rows;
  const { now, choose } = Choice;
  const { verdict, shortName } = Said;
  const SURE = 0.9; // confidence from which the list says nothing of it
  const SIGNS = { accepted: "✓ accepted", corrected: "✎ corrected", rejected: "✕ rejected" };

  const byFinding = {
    "": () => true,
    some: (found) => found.length > 0,
    none: (found) => found.length === 0,
    error: (found) => found.includes("error"),
  };

  function wanted(row, choice) {
    const words = choice.words.trim().toLowerCase();
    const state = verdict(row);
    return (!choice.pack || row.pack === choice.pack)
      && (!choice.dataset || row.dataset === choice.dataset)
      && (!choice.confidence || row.confidence < Number(choice.confidence))
      && byFinding[choice.finding](severities(row))
      && (!choice.state || (choice.state === "open" ? !state : state === choice.state))
      && (!words || row.cells.some((cell) => cell.toLowerCase().includes(words)));
  }

  function marks(row) {
    const made = [];
    const found = severities(row);
    if (isFinding(row)) made.push(make("span", { class: "mark " + found[0] }, found[0]));
    else if (found.length) {
      const words = found.length === 1 ? "1 finding" : found.length + " findings";
      const gravest = ["error", "warning"].find((one) => found.includes(one)) || "info";
      made.push(make("span", { class: "mark " + gravest }, words));
    }
    if (row.confidence < SURE) made.push(make("span", { class: "mark" }, "sure " + row.confidence.toFixed(2)));
    const what = verdict(row);
    if (what) made.push(make("span", { class: "mark " + what }, SIGNS[what]));
    return made;
  }

  function fill(row) {
    if (!row.button) return;
    row.button.replaceChildren(
      make("span", { class: "page" }, row.page ? "p. " + row.page : ""),
      make("span", { class: "name" }, shortName(row)),
      make("span", { class: "marks" }, ...marks(row)));
  }

  function items() {
    const made = [];
    let group = "";
    for (const row of now.shown) {
      if (row.dataset !== group) {
        group = row.dataset;
        made.push(make("li", { class: "group" }, datasets.get(group).title));
      }
      row.button = make("button", { type: "button", tabindex: "-1", onclick: () => choose(row) });
      fill(row);
      made.push(make("li", {}, row.button));
    }
    return made;
  }

  function show() {
    const choice = Object.fromEntries(new FormData($("filters")));
    now.shown = data.rows.filter((row) => wanted(row, choice));
    $("rows").replaceChildren(...items());
    $("nothing").hidden = now.shown.length > 0;
    $("clear").disabled = Object.values(choice).every((value) => !value);
    $("only-findings").setAttribute("aria-pressed", String(choice.dataset === "findings"));
    count();
    choose(now.shown.includes(now.row) ? now.row : now.shown[0] || null);
  }

  function count() {
    const checked = now.shown.filter(verdict).length;
    $("count").textContent = `${now.shown.length} of ${data.rows.length}`
      + (checked ? `, ${checked} checked` : "");
    const done = data.rows.filter(verdict).length;
    $("progress").textContent = `${done} of ${data.rows.length} checked`;
    $("progress-bar").max = Math.max(1, data.rows.length);
    $("progress-bar").value = done;
  }

  function clear() {
    $("filters").reset();
    show();
  }

  /* Chooses a row wherever it is, also one that the filters leave out. */
  function bring(row) {
    if (now.shown.includes(row)) choose(row);
    else {
      now.row = row;
      clear();
    }
  }

  function onlyFindings() {
    const pressed = $("only-findings").getAttribute("aria-pressed") === "true";
    $("filters").elements.dataset.value = pressed ? "" : "findings";
    show();
  }

  /* Into sight within the list; the window stays where it is, on the picture or on the fields. */
  function intoSight(button) {
    const [inner, outer] = [button.getBoundingClientRect(), $("rows").getBoundingClientRect()];
    const below = Math.min(inner.bottom - outer.bottom, inner.top - outer.top);
    $("rows").scrollTop += inner.top < outer.top ? inner.top - outer.top : Math.max(0, below);
  }

  Choice.row.on((row, before) => {
    for (const one of [before, row]) {
      if (!one || !one.button) continue;
      if (one === row) one.button.setAttribute("aria-current", "true");
      else one.button.removeAttribute("aria-current");
      one.button.tabIndex = one === row ? 0 : -1;
    }
    if (row && row.button) intoSight(row.button);
  });
  Said.changed.on((row) => {
    if (row) fill(row);
    else now.shown.forEach(fill);
    count();
  });
  return Object.freeze({ show, clear, bring, onlyFindings });
})();
