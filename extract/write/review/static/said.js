"use strict";
/* What people say of rows and values: the lines of corrections.csv, those saved before and those new. */
const Said = (() => {
  const { $, signal } = Dom;
  const { data, packs, columnsOf, asRead, nameOf } = Rows;
  const WITHDRAWN = "withdrawn";
  const lines = new Map(); // by sha256, dataset, row and column
  const changed = signal(); // sends the row it is about, null when it may be any
  const steps = []; // what can be undone: of each step the lines as they were before
  const said = new Set(); // the keys of lines that are not in the file yet
  let step = null;
  let unsaved = false;

  const keyOf = (...parts) => JSON.stringify(parts);
  const keyFor = (row, column) => keyOf(packs.get(row.pack).sha256, row.dataset, row.name, column);
  const now = () => new Date().toISOString().slice(0, 19) + "Z";

  const keyOfLine = (one) => keyOf(one.sha256, one.dataset, one.row, one.column);

  function load(cells) {
    for (const line of cells) {
      const one = Object.fromEntries(data.columns.map((column, i) => [column, line[i]]));
      lines.set(keyOfLine(one), one);
    }
    changed.send(null);
  }

  /* The lines that are not in the file that the page was made from. */
  const fresh = () => [...said].map((key) => lines.get(key));

  /* Takes such lines over, but for those that the file has by now; tells how many. */
  function recall(kept) {
    const newer = kept.filter((one) => {
      const there = lines.get(keyOfLine(one));
      return data.columns.every((column) => typeof one[column] === "string") && !(there && there.when >= one.when);
    });
    for (const one of newer) {
      lines.set(keyOfLine(one), one);
      said.add(keyOfLine(one));
    }
    unsaved = newer.length > 0;
    changed.send(null);
    return newer.length;
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
    const parts = columnsOf(row).map((column) => standing(row, column.name)).filter(Boolean);
    if (!parts.length) return "";
    return parts.some((one) => one.verdict === "corrected") ? "corrected" : parts[0].verdict;
  }

  /* Everything said within is one step to undo, and told once. */
  function together(row, speak) {
    step = [];
    speak();
    if (step.length) steps.push(step);
    step = null;
    unsaved = true;
    changed.send(row);
  }

  function put(key, line) {
    step.push([key, lines.get(key)]);
    said.add(key);
    lines.set(key, line);
  }

  function sayWithin(row, column, what, corrected = "") {
    const pack = packs.get(row.pack);
    put(keyFor(row, column), {
      verdict: what, source_name: pack.name, dataset: row.dataset, row: row.name, column,
      printed: column ? asRead(row, column) : "", corrected, who: $("who").value.trim(), when: now(),
      note: $("note").value.trim(), sha256: pack.sha256,
    });
  }

  function say(row, column, what, corrected) {
    together(row, () => sayWithin(row, column, what, corrected));
  }

  /* What the columns of a row hold: said as accepted where it is as read, else as corrected. */
  function sayAll(row, values) {
    together(row, () => {
      for (const [column, value] of Object.entries(values)) {
        if (value === asRead(row, column)) sayWithin(row, column, "accepted");
        else sayWithin(row, column, "corrected", value);
      }
    });
  }

  function acceptAll(rows) {
    together(null, () => rows.forEach((row) => sayWithin(row, "", "accepted")));
  }

  function takeBack(row) {
    together(row, () => {
      for (const column of ["", ...columnsOf(row).map((one) => one.name)]) {
        if (standing(row, column)) sayWithin(row, column, WITHDRAWN);
      }
    });
  }

  /* Takes back one line of the list of everything said. */
  function withdraw(key) {
    together(null, () => put(key, { ...lines.get(key), verdict: WITHDRAWN, when: now() }));
  }

  /* A line that was new is withdrawn rather than removed: the file may have it already. */
  function undo() {
    const last = steps.pop();
    if (!last) return false;
    for (const [key, before] of last.reverse()) {
      lines.set(key, { ...(before || { ...lines.get(key), verdict: WITHDRAWN }), when: now() });
    }
    unsaved = true;
    changed.send(null);
    return true;
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
    changed, load, fresh, recall, standing, current, verdict, say, sayAll, acceptAll, takeBack, withdraw, undo, all, by,
    shortName, csv, canUndo: () => steps.length > 0,
    isSaved: () => !unsaved, saved: () => { unsaved = false; changed.send(null); },
  });
})();
