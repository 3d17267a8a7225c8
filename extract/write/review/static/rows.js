"use strict";
/* What was read: packs, datasets and rows, and which findings speak of which row. */
const Rows = (() => {
  const data = JSON.parse(window.AGENDAPACK);
  Object.assign(data, { rows: [], links: [], tables: [] });
  window.AGENDAPACK_PACKS = {}; // where the file of a pack leaves what it holds
  const packs = new Map(data.packs.map((pack) => [pack.id, pack]));
  const datasets = new Map(data.datasets.map((dataset) => [dataset.name, dataset]));
  const byId = new Map();
  const opened = Dom.signal(); // sends when the rows of more packs are there
  const [MOST_PACKS, MOST_ROWS] = [20, 3000]; // that are opened at once
  const LONGEST_NAME = 140;

  const columnsOf = (row) => datasets.get(row.dataset).columns;
  const cellOf = (row, name) => row.cells[columnsOf(row).findIndex((column) => column.name === name)];
  const isFinding = (row) => row.dataset === "findings";
  /* Whether a row is one thing with another of an earlier pack: people say so of both texts. */
  const asksForOne = (row) => isFinding(row) && cellOf(row, "kind") === "entity_doubt";
  const isTable = (row) => row.dataset === "tables";
  const inDoubt = (row) => isTable(row) && Boolean(cellOf(row, "guess"));

  /* Tables in doubt come first, since all their rows are missing; those that are understood last. */
  const place = (row) => (inDoubt(row) ? 0 : isTable(row) ? 2 : 1);

  /* Files that lie beside the page, each once; one that is not there is told and left. */
  const asked = new Map();
  function fetched(file) {
    if (!asked.has(file)) {
      asked.set(file, new Promise((done) => {
        const script = Dom.make("script", { src: file });
        script.addEventListener("load", () => { script.remove(); done(true); });
        script.addEventListener("error", () => { Dom.tell(`${file} is missing: make the page anew.`); done(false); });
        document.head.append(script);
      }));
    }
    return asked.get(file);
  }

  /* Opens packs: their rows are there when what is given back is fulfilled. */
  async function open(ids) {
    const wanted = ids.filter((id) => packs.has(id) && !packs.get(id).open);
    if (!wanted.length) return;
    await Promise.all(wanted.map((id) => fetched(packs.get(id).file)));
    for (const id of wanted) {
      if (!window.AGENDAPACK_PACKS[id] || packs.get(id).open) continue;
      take(packs.get(id), JSON.parse(window.AGENDAPACK_PACKS[id]));
      delete window.AGENDAPACK_PACKS[id];
    }
    const order = new Map(data.packs.map((pack, at) => [pack.id, at]));
    data.rows.sort((one, other) => place(one) - place(other) || group(one) - group(other)
      || order.get(one.pack) - order.get(other.pack));
    opened.send();
  }

  const group = (row) => data.datasets.findIndex((dataset) => dataset.name === row.dataset);

  function take(pack, more) {
    Object.assign(pack, { open: true, pages: more.pages, unseen: more.unseen });
    for (const name of ["rows", "links", "tables"]) data[name].push(...more[name]);
    for (const row of more.rows) byId.set(row.id, row);
    for (const finding of more.rows.filter(isFinding)) {
      finding.spots = JSON.parse(cellOf(finding, "places") || "[]");
      for (const id of new Set(finding.spots.map((spot) => spot.row_id).filter(Boolean))) {
        findingsOf.set(id, [...(findingsOf.get(id) || []), finding]);
      }
    }
  }

  /* What to open first: all packs when they are few, else the first in which a table is in doubt. */
  function atFirst() {
    const all = data.packs.reduce((sum, pack) => sum + pack.rows, 0);
    if (all <= MOST_ROWS && data.packs.length <= MOST_PACKS) return data.packs.map((pack) => pack.id);
    return [(data.packs.find((pack) => pack.doubted) || data.packs[0]).id];
  }

  const packOf = (id) => (packs.has(id) ? id : id.slice(0, id.lastIndexOf(":")));

  const findingsOf = new Map();
  const findings = (row) => (isFinding(row) ? [row] : findingsOf.get(row.id) || []);
  const severities = (row) => findings(row).map((finding) => cellOf(finding, "severity"));

  function asRead(row, column) {
    const review = row.review.find((one) => one.column === column && one.verdict === "corrected");
    return review ? review.printed || "" : cellOf(row, column);
  }

  const cut = (name) => (name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) + "…" : name);

  /* How people call the row; `current` gives the value that a column has now. */
  function nameOf(row, current) {
    if (isTable(row)) return cut(cellOf(row, "title") || cellOf(row, "head") || row.name);
    const columns = isFinding(row) ? ["detail"] : datasets.get(row.dataset).known_by;
    const name = columns.map((column) => current(row, column)).filter(Boolean).join(" · ") || row.name;
    return cut(name);
  }

  return Object.freeze({
    data, packs, datasets, byId, MOST_PACKS, opened, open, fetched, atFirst, packOf, columnsOf, cellOf, isFinding, asksForOne, isTable, inDoubt, findings, severities, asRead, nameOf,
  });
})();
