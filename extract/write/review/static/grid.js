"use strict";
/* One table at a time: its rows side by side as they were read, next to its picture. */
const Grid = (() => {
  const { $, make } = Dom;
  const { datasets, columnsOf, isFinding, isTable } = Rows;
  const { now, choose } = Choice;
  const { verdict, current } = Said;
  const SIGNS = { accepted: "✓", corrected: "✎", rejected: "✕" };
  const [WIDEST, LONGEST_WORD] = [36, 14]; // characters of a column, and of a word that is not broken
  const [CHARACTER_PX, ROW_CHARS, PADDING_CHARS] = [8.3, 5.5, 1.7]; // a figure, the column of numbers, around a cell
  const [OF_A_FIGURE, SPARE_CHARS] = [0.93, 0.8]; // a character of a word, and more for wide words
  let on = false;
  let made = ""; // the table whose rows are in the grid

  const keyOf = (row) => (row && row.table && !isFinding(row) && !isTable(row)
    ? [row.pack, row.table, row.dataset].join(" ") : "");
  const rowsOf = (key) => now.shown.filter((row) => keyOf(row) === key);

  function show(row) {
    if (!on) return;
    const key = keyOf(row);
    if (key !== made) fill(key);
    for (const line of $("grid-table").querySelectorAll("tr[data-row]")) {
      const chosen = Boolean(row) && line.dataset.row === row.id;
      line.toggleAttribute("aria-current", chosen);
      line.querySelector("button").tabIndex = chosen ? 0 : -1;
      if (chosen) line.scrollIntoView({ block: "nearest" });
    }
  }

  function fill(key) {
    made = key;
    const rows = key ? rowsOf(key) : [];
    const columns = rows.length ? columnsFor(rows) : [];
    $("grid-title").textContent = rows.length
      ? `${datasets.get(rows[0].dataset).title}, page ${rows[0].page}: ${rows.length} rows` : "This row stands in no table.";
    const widths = widthsOf(columns, rows);
    const heads = ["Row", ...columns.map((one) => one.label)].map((name) => make("th", { scope: "col", role: "columnheader" }, name));
    $("grid-table").replaceChildren(
      make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads)),
      make("tbody", { role: "rowgroup" }, ...rows.map((row, place) => line(row, place, columns, widths))));
  }

  /* What is printed in the table, from left to right, without the kind of what stands in a cell beside its words;
     all that is known where no cells are. */
  function columnsFor(rows) {
    const filled = columnsOf(rows[0]).filter((one) => rows.some((row) => current(row, one.name)));
    const left = (one) => Math.min(...rows.map((row) => (row.places[one.name] || [0, Infinity])[1]));
    const printed = filled.filter((one) => left(one) < Infinity).sort((one, other) => left(one) - left(other));
    const told = printed.filter((one) => !one.enum.length
      || !printed.some((other) => !other.enum.length && left(other) === left(one)));
    return told.length ? told : filled;
  }

  /* Of each column in characters: whole words, and what room there is so that no row has more lines than it must. */
  function widthsOf(columns, rows) {
    const texts = columns.map((one) => rows.map((row) => current(row, one.name)));
    const wide = (some) => Math.max(...some.map((text) => text.length)) * OF_A_FIGURE;
    const longest = texts.map(wide);
    const widths = texts.map((some) => SPARE_CHARS + Math.min(LONGEST_WORD, wide(some.flatMap((text) => text.split(/\s/)))));
    let room = $("grid-frame").clientWidth / CHARACTER_PX - ROW_CHARS - columns.length * PADDING_CHARS
      - widths.reduce((sum, one) => sum + one, 0);
    for (; room >= 1; room -= 1) {
      const lines = widths.map((width, place) => (width < WIDEST ? longest[place] / width : 0));
      const most = lines.indexOf(Math.max(...lines));
      if (lines[most] <= 1) break;
      widths[most] += 1;
    }
    return new Map(columns.map((one, place) => [one, widths[place]]));
  }

  function cellFor(row, column, width) {
    const text = make("div", {}, current(row, column.name));
    text.style.width = width + "ch";
    return make("td", { role: "cell", "data-column": column.name, "data-head": column.label }, text);
  }

  function line(row, place, columns, widths) {
    const button = make("button", { type: "button", tabindex: "-1", onclick: () => choose(row) });
    const cells = columns.map((column) => cellFor(row, column, widths.get(column)));
    const made = make("tr", { role: "row", "data-row": row.id },
      make("th", { scope: "row", role: "rowheader" }, button), ...cells);
    made.addEventListener("click", (event) => {
      const cell = event.target.closest("td");
      if (cell) edit(row, cell.dataset.column);
    });
    mark(made, row, place);
    return made;
  }

  function mark(line, row, place) {
    const said = verdict(row);
    const button = line.querySelector("button");
    button.textContent = `${place + 1} ${SIGNS[said] || ""}`.trim();
    button.setAttribute("aria-label", [`Row ${place + 1}`, said].filter(Boolean).join(", "));
    line.className = said;
    for (const cell of line.querySelectorAll("td")) {
      cell.firstChild.textContent = current(row, cell.dataset.column);
      cell.classList.toggle("changed", current(row, cell.dataset.column) !== Rows.asRead(row, cell.dataset.column));
    }
  }

  function edit(row, column) {
    choose(row);
    const field = $("field-" + column);
    if (!field) return;
    if (field.closest("details")) field.closest("details").open = true;
    field.focus();
  }

  function refresh() {
    if (!on) return;
    const rows = new Map(rowsOf(made).map((row, place) => [row.id, [row, place]]));
    for (const line of $("grid-table").querySelectorAll("tr[data-row]")) {
      const [row, place] = rows.get(line.dataset.row) || [];
      if (row) mark(line, row, place);
    }
  }

  function toggle() {
    on = !on;
    made = "";
    $("grid").hidden = !on;
    $("rows").hidden = on;
    $("by-table").setAttribute("aria-pressed", String(on));
    if (on && !keyOf(now.row)) step(1);
    show(now.row);
  }

  /* The first row of the next table, or of the one before. */
  function step(by) {
    const rows = by > 0 ? now.shown : [...now.shown].reverse();
    const here = keyOf(now.row);
    const next = rows.slice(rows.indexOf(now.row) + 1).find((row) => keyOf(row) && keyOf(row) !== here);
    if (next) choose(rowsOf(keyOf(next))[0]);
    else Dom.tell(by > 0 ? "This is the last table." : "This is the first table.");
  }

  /* The rows that are looked at: those of the table, or all that the filters leave. */
  const shown = () => (on ? rowsOf(made) : now.shown);
  const renew = () => { made = ""; show(now.row); };

  Choice.row.on(show);
  Said.changed.on(refresh);
  return Object.freeze({ toggle, step, shown, renew, isOn: () => on });
})();
