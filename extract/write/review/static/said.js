"use strict";
/* What people say of rows and values: the lines of corrections.csv, those saved before and those new. */
const Said = (() => {
  const { $, signal } = Dom;
  const { data, packs, columnsOf, asRead, nameOf } = Rows;
  const WITHDRAWN = "withdrawn";
  const lines = new Map(); // by sha256, dataset, row and column
  const changed = signal(); // sends the row it is about, null when it may be any
  let unsaved = false;

  const keyOf = (...parts) => JSON.stringify(parts);
  const keyFor = (row, column) => keyOf(packs.get(row.pack).sha256, row.dataset, row.name, column);
  const now = () => new Date().toISOString().slice(0, 19) + "Z";

  function load(cells) {
    for (const line of cells) {
      const one = Object.fromEntries(data.columns.map((column, i) => [column, line[i]]));
      lines.set(keyOf(one.sha256, one.dataset, one.row, one.column), one);
    }
    changed.send(null);
  }

  function standing(row, column) {
    const one = lines.get(keyFor(row, column));
    return one && one.verdict !== WITHDRAWN ? one : null;
  }

  function current(row, column) {
    const one = standing(row, column);
    return one && one.verdict === "corrected" ? one.corrected : asRead(row, column);
  }

  function verdict(row) {
    const whole = standing(row, "");
    if (whole) return whole.verdict;
    return columnsOf(row).some((column) => standing(row, column.name)) ? "corrected" : "";
  }

  function say(row, column, what, corrected = "") {
    const pack = packs.get(row.pack);
    lines.set(keyFor(row, column), {
      verdict: what, source_name: pack.name, dataset: row.dataset, row: row.name, column,
      printed: column ? asRead(row, column) : "", corrected, who: $("who").value.trim(), when: now(),
      note: $("note").value.trim(), sha256: pack.sha256,
    });
    unsaved = true;
    changed.send(row);
  }

  function takeBack(row) {
    for (const column of ["", ...columnsOf(row).map((one) => one.name)]) {
      if (standing(row, column)) say(row, column, WITHDRAWN);
    }
  }

  /* Takes back one line of the list of everything said. */
  function withdraw(key) {
    lines.set(key, { ...lines.get(key), verdict: WITHDRAWN, when: now() });
    unsaved = true;
    changed.send(null);
  }

  const all = () => [...lines.entries()].filter(([, one]) => one.verdict !== WITHDRAWN);
  const minutes = (when) => when.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\dZ$/, "$1 $2 UTC");
  const by = (one) => [one.who && "by " + one.who, minutes(one.when)].filter(Boolean).join(", ");
  const shortName = (row) => nameOf(row, current);

  function csv() {
    const cell = (text) => (/[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
    const rows = [...lines.values()].map((one) => data.columns.map((column) => cell(one[column])).join(","));
    return [data.columns.join(","), ...rows].join("\r\n") + "\r\n";
  }

  return Object.freeze({
    changed, load, standing, current, verdict, say, takeBack, withdraw, all, by, shortName, csv,
    isSaved: () => !unsaved, saved: () => { unsaved = false; changed.send(null); },
  });
})();
