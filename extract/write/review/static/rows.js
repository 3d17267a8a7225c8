"use strict";
/* What was read: packs, datasets and rows, and which findings speak of which row. */
const Rows = (() => {
  const data = JSON.parse(window.AGENDAPACK);
  const packs = new Map(data.packs.map((pack) => [pack.id, pack]));
  const datasets = new Map(data.datasets.map((dataset) => [dataset.name, dataset]));
  const byId = new Map(data.rows.map((row) => [row.id, row]));
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
  data.rows.sort((one, other) => place(one) - place(other));

  const findingsOf = new Map();
  for (const finding of data.rows.filter(isFinding)) {
    finding.spots = JSON.parse(cellOf(finding, "places") || "[]");
    for (const id of new Set(finding.spots.map((spot) => spot.row_id).filter(Boolean))) {
      findingsOf.set(id, [...(findingsOf.get(id) || []), finding]);
    }
  }
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
    data, packs, datasets, byId, columnsOf, cellOf, isFinding, asksForOne, isTable, inDoubt, findings, severities, asRead, nameOf,
  });
})();
