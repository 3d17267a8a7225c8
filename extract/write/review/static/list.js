"use strict";
/* The filters and the list of rows they leave. */
const List = (() => {
  const { $, make, tell } = Dom;
  const { data, datasets, byId, isFinding, cellOf, asksForOne, isTable, inDoubt, severities } = Rows;
  const { now, choose } = Choice;
  const { verdict, shortName } = Said;
  const SURE = 0.9; // confidence from which the list says nothing of it
  const PAIR_SIGNS = { accepted: "✓ same", rejected: "✕ separate" };
  const SIGNS = { accepted: "✓ accepted", corrected: "✎ corrected", rejected: "✕ rejected" };

  const byFinding = {
    "": () => true,
    some: (found) => found.length > 0,
    none: (found) => found.length === 0,
    error: (found) => found.includes("error"),
  };

  /* "0.9" asks for rows below it, "+0.9" for the others. */
  const isAsSure = (row, asked) => (row.confidence >= Number(asked)) === asked.startsWith("+");
  const sectionOf = (row) => (row.dataset !== "agenda_items" && cellOf(row, "section")) || "";

  function fillSections() {
    const field = $("filters").elements.section;
    const names = [...new Set(data.rows.map(sectionOf))].filter(Boolean).sort();
    field.replaceChildren(field.options[0],
      ...names.map((name) => make("option", { value: name, selected: name === field.value }, name)));
    field.closest("label").hidden = !names.length;
  }

  /* The rows of a pack come when it is chosen; "all" are those that are open. */
  async function filter() {
    const pack = $("filters").elements.pack.value;
    if (pack) await Rows.open([pack]);
    show();
  }

  function wanted(row, choice) {
    const words = choice.words.trim().toLowerCase();
    const state = verdict(row);
    return (!choice.pack || row.pack === choice.pack)
      && (!choice.dataset || row.dataset === choice.dataset)
      && (!choice.confidence || isAsSure(row, choice.confidence))
      && (!choice.section || sectionOf(row) === choice.section)
      && byFinding[choice.finding](severities(row))
      && (!choice.state || (choice.state === "open" ? !state : state === choice.state))
      && (!words || row.cells.some((cell) => cell.toLowerCase().includes(words)));
  }

  function taken(row) {
    const guess = cellOf(row, "guess");
    return Said.current(row, "kind") || (guess && !verdict(row) ? `perhaps ${guess}` : "");
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
    if (isTable(row) && taken(row)) made.push(make("span", { class: "mark" }, taken(row)));
    if (row.confidence < SURE && !isTable(row)) made.push(make("span", { class: "mark" }, "sure " + row.confidence.toFixed(2)));
    const what = verdict(row);
    if (what) made.push(make("span", { class: "mark " + what }, (asksForOne(row) && PAIR_SIGNS[what]) || SIGNS[what]));
    return made;
  }

  function fill(row) {
    if (!row.button) return;
    row.button.replaceChildren(
      make("span", { class: "page" }, row.page ? "p. " + row.page : ""),
      make("span", { class: "name" }, shortName(row)),
      make("span", { class: "marks" }, ...marks(row)));
  }

  function titleOf(row) {
    if (isTable(row)) return inDoubt(row) ? "Tables in doubt: what do they list?" : "Other tables";
    return datasets.get(row.dataset).title;
  }

  function items() {
    const made = [];
    let group = "";
    for (const row of now.shown) {
      if (titleOf(row) !== group) {
        group = titleOf(row);
        made.push(make("li", { class: "group" }, group));
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
    const filtered = Object.values(choice).filter((value) => value).length;
    $("clear").disabled = !filtered;
    $("filters-on").textContent = filtered ? ` (${filtered})` : "";
    $("only-findings").setAttribute("aria-pressed", String(choice.dataset === "findings"));
    $("only-tables").setAttribute("aria-pressed", String(choice.dataset === "tables"));
    choose(now.shown.includes(now.row) ? now.row : now.shown[0] || null);
    Grid.renew();
    count();
  }

  function count() {
    const checked = now.shown.filter(verdict).length;
    $("count").textContent = `${now.shown.length} of ${data.rows.length}`
      + (checked ? `, ${checked} checked` : "");
    const done = data.rows.filter(verdict).length;
    $("progress").textContent = `${done} of ${data.rows.length} checked`;
    $("progress-bar").max = Math.max(1, data.rows.length);
    $("progress-bar").value = done;
    const open = acceptable().length;
    $("accept-all").textContent = `Accept all ${open}`;
    $("accept-all").disabled = !open;
  }

  /* What can be accepted without a look at each: tables and pairs want a choice, findings only when they alone
     are shown. */
  function acceptable() {
    const rows = Grid.shown().filter((row) => !isTable(row) && !asksForOne(row) && !verdict(row));
    const others = rows.filter((row) => !isFinding(row));
    return others.length ? others : rows;
  }

  function acceptAll() {
    const rows = acceptable();
    if (!rows.length) return;
    Said.acceptAll(rows);
    tell(`${rows.length} rows accepted. Undo takes all of it back.`);
  }

  function clear() {
    $("filters").reset();
    show();
  }

  /* Chooses a row wherever it is, also one that the filters leave out. */
  async function bringId(id) {
    await Rows.open([Rows.packOf(id)]);
    if (byId.has(id)) bring(byId.get(id));
    return byId.has(id);
  }

  function bring(row) {
    if (now.shown.includes(row)) choose(row);
    else {
      now.row = row;
      clear();
    }
  }

  /* Tables in doubt are looked for in all packs, as many as are wanted at a time. */
  async function only(dataset) {
    const field = $("filters").elements.dataset;
    field.value = field.value === dataset ? "" : dataset;
    if (dataset === "tables") {
      const doubted = data.packs.filter((pack) => pack.doubted && !pack.open).slice(0, Rows.MOST_PACKS);
      await Rows.open(doubted.map((pack) => pack.id));
    }
    if (Grid.isOn()) Grid.toggle();
    show();
  }

  function byTable() {
    Grid.toggle();
    count();
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
  Choice.row.on(() => { if (Grid.isOn()) count(); });
  function opened() {
    const closed = data.packs.filter((pack) => !pack.open).length;
    $("filters").elements.pack.options[0].textContent = closed
      ? `All that are open (${data.packs.length - closed} of ${data.packs.length})` : "All packs";
    fillSections();
  }

  Rows.opened.on(opened);
  const doubted = data.packs.reduce((sum, pack) => sum + pack.doubted, 0);
  $("only-tables").textContent = `Tables in doubt (${doubted})`;
  $("only-tables").hidden = !doubted;
  return Object.freeze({ show, filter, clear, bring, bringId, only, byTable, acceptAll });
})();
