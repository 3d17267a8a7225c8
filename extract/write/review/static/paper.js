"use strict";
/* The picture of the page, and the boxes of tables, rows and cells over it. */
const Paper = (() => {
  const { $, make, tell } = Dom;
  const { data, packs } = Rows;
  const { now } = Choice;
  const [SMALLEST, LARGEST] = [50, 400]; // percent of the width there is
  let zoomed = 100;

  const pageOf = (pack, number) => pack && pack.pages.find((page) => page[0] === number);
  const edgesOf = (spot) => (spot && spot.bbox ? spot.bbox.split(" ").map(Number) : null);

  function show(spot) {
    const pack = packs.get(now.pack);
    const page = pageOf(pack, now.page);
    const file = page && page[1] > 0 && page[3];
    $("page-number").value = now.page;
    $("pages").textContent = pack && pack.pages.length ? `of ${pack.pages.length}` : "";
    $("sheet-title").textContent = pack ? pack.title : "Page";
    $("paper").hidden = !file;
    $("legend").hidden = !file;
    $("no-picture").hidden = Boolean(file);
    $("no-picture").textContent = file ? "" : reason(pack, page);
    $("pdf").hidden = location.protocol === "http:" || !pack || !pack.pdf;
    if (!$("pdf").hidden) $("pdf").href = "../" + pack.pdf + "#page=" + now.page;
    if (isUndrawn(page)) drawn(page).then(() => { if (page === pageOf(packs.get(now.pack), now.page)) show(spot); });
    if (!file) return;
    const picture = $("picture");
    if (picture.getAttribute("src") !== file) picture.src = file;
    picture.alt = `Page ${now.page} of ${pack.title}, as printed`;
    picture.width = page[1];
    picture.height = page[2];
    showBoxes(page, spot);
    bring(page, spot);
    const after = pageOf(pack, now.page + 1);
    if (after && after[3]) drawn(after).then(() => { if (after[3]) new Image().src = after[3]; });
  }

  /* A page that is served may be drawn only now; it then tells its size and its file. */
  const isUndrawn = (page) => Boolean(page) && page[1] === 0 && Boolean(page[3]);
  async function drawn(page) {
    if (!isUndrawn(page)) return;
    try {
      const answer = await fetch(page[3] + ".json");
      page.splice(0, page.length, ...(await answer.json()));
    } catch {
      page[3] = "";
    }
  }

  function reason(pack, page) {
    if (!pack) return "No row is chosen.";
    if (isUndrawn(page)) return "The page is being drawn…";
    if (page) return page[4] ? `This page cannot be drawn: ${page[4]}` : "This page cannot be drawn.";
    return "There are no pictures of this pack" + (pack.unseen ? `. Its PDF: ${pack.unseen}` : ".");
  }

  function put(page, kind, [x0, top, x1, bottom]) {
    const box = make("div", { class: kind });
    const share = (part, whole) => (100 * part / whole).toFixed(3) + "%";
    box.style.left = share(x0, page[1]);
    box.style.top = share(top, page[2]);
    box.style.width = share(x1 - x0, page[1]);
    box.style.height = share(bottom - top, page[2]);
    return box;
  }

  function showBoxes(page, spot) {
    const here = (one) => one.pack === now.pack;
    const boxes = [];
    for (const table of data.tables.filter(here)) {
      if ($("all-cells").checked) {
        for (const cell of table.cells) if (cell[0] === page[0]) boxes.push(put(page, "cell", cell.slice(1, 5)));
      }
      for (const part of table.parts) if (part[0] === page[0]) boxes.push(put(page, "table", part.slice(1)));
    }
    for (const row of now.shown) {
      if (!here(row) || row.page !== page[0] || !row.box || row.dataset === "findings") continue;
      if (Rows.isTable(row) && row !== now.row && now.shown.some((one) => !Rows.isTable(one))) continue;
      const box = put(page, ("row " + Said.verdict(row)).trim(), row.box);
      box.dataset.row = row.id;
      box.addEventListener("click", () => Choice.choose(row));
      boxes.push(box);
    }
    boxes.push(...chosenBoxes(page, spot));
    $("boxes").replaceChildren(...boxes);
  }

  function chosenBoxes(page, spot) {
    const row = now.row;
    const boxes = [];
    const spots = spot ? [spot] : [];
    if (row && row.pack === now.pack) {
      if (row.page === page[0] && row.box && !row.spots) boxes.push(put(page, "chosen", row.box));
      for (const [column, [number, ...edges]] of Object.entries(row.places)) {
        if (number !== page[0]) continue;
        const box = put(page, "field", edges);
        box.dataset.column = column;
        boxes.push(box);
      }
      const here = (one) => !one.pack_id || one.pack_id === now.pack;
      spots.push(...(row.spots || []).filter((one) => one !== spot && here(one)));
    }
    for (const one of spots) {
      const edges = one.page === page[0] && edgesOf(one);
      if (edges) boxes.push(put(page, one === spot ? "place looked-at" : "place", edges));
    }
    return boxes;
  }

  /* The cell of the field that is edited; none when the name is empty. */
  function light(column) {
    for (const box of $("boxes").querySelectorAll(".field")) {
      box.classList.toggle("on", box.dataset.column === column);
    }
  }

  /* Cells that are none of a row: of a table's column. */
  function lightCells(cells) {
    for (const box of $("boxes").querySelectorAll(".of-column")) box.remove();
    const page = pageOf(packs.get(now.pack), now.page);
    const here = page ? cells.filter((cell) => cell[0] === page[0]) : [];
    $("boxes").append(...here.map((cell) => put(page, "field on of-column", cell.slice(1, 5))));
  }

  /* Scrolls to the spot or the chosen row. */
  function bring(page, spot) {
    const box = edgesOf(spot) || (now.row && now.row.page === page[0] ? now.row.box : null);
    const frame = $("frame");
    const height = frame.scrollWidth * page[2] / page[1];
    frame.scrollTop = box ? Math.max(0, height * box[1] / page[2] - frame.clientHeight / 4) : 0;
  }

  function zoom(by) {
    zoomed = Math.min(LARGEST, Math.max(SMALLEST, zoomed + by));
    $("paper").style.width = zoomed + "%";
    tell(`Picture at ${zoomed} %.`);
  }

  function turnTo(number) {
    if (!Choice.goTo(now.pack, number)) tell("There is no such page.");
    $("page-number").value = now.page;
  }

  Choice.page.on(show);
  return Object.freeze({ show, light, lightCells, zoom, turnTo });
})();
