"use strict";
/* The review page. Everything from a PDF is set as text or value, never as markup. */
(() => {
  const data = JSON.parse(window.AGENDAPACK);
  const served = location.protocol === "http:";
  const $ = (id) => document.getElementById(id);
  const packs = new Map(data.packs.map((pack) => [pack.id, pack]));
  const datasets = new Map(data.datasets.map((dataset) => [dataset.name, dataset]));
  const byId = new Map(data.rows.map((row) => [row.id, row]));
  const said = new Map(); // corrections by key: sha256, dataset, row, column
  const state = { shown: [], row: null, pack: null, page: 1, zoom: 100, unsaved: false };

  /* --- rows and what was said of them ------------------------------------------ */

  const keyOf = (...parts) => JSON.stringify(parts);
  const keyFor = (row, column) => keyOf(packs.get(row.pack).sha256, row.dataset, row.name, column);
  const columnsOf = (row) => datasets.get(row.dataset).columns;
  const cellOf = (row, name) => row.cells[columnsOf(row).findIndex((column) => column.name === name)];

  function load(lines) {
    for (const cells of lines) {
      const one = Object.fromEntries(data.columns.map((column, i) => [column, cells[i]]));
      said.set(keyOf(one.sha256, one.dataset, one.row, one.column), one);
    }
  }

  function asRead(row, column) {
    const review = row.review.find((one) => one.column === column && one.verdict === "corrected");
    return review ? review.printed || "" : cellOf(row, column);
  }

  function standing(row, column) {
    const one = said.get(keyFor(row, column));
    return one && one.verdict !== "withdrawn" ? one : null;
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

  function say(row, column, what, corrected) {
    said.set(keyFor(row, column), {
      verdict: what, source_name: packs.get(row.pack).name, dataset: row.dataset, row: row.name, column,
      printed: column ? asRead(row, column) : "", corrected: corrected || "", who: $("who").value.trim(),
      when: new Date().toISOString().slice(0, 19) + "Z", note: $("note").value.trim(),
      sha256: packs.get(row.pack).sha256,
    });
    changed();
  }

  function takeBack(row) {
    for (const column of ["", ...columnsOf(row).map((one) => one.name)]) {
      if (standing(row, column)) say(row, column, "withdrawn");
    }
  }

  function changed() {
    state.unsaved = true;
    $("said-count").textContent = [...said.values()].filter((one) => one.verdict !== "withdrawn").length;
  }

  /* --- findings ------------------------------------------------------------------ */

  const findingsOf = new Map();
  for (const finding of data.rows.filter((row) => row.dataset === "findings")) {
    finding.spots = JSON.parse(cellOf(finding, "places") || "[]");
    for (const id of new Set(finding.spots.map((spot) => spot.row_id).filter(Boolean))) {
      findingsOf.set(id, [...(findingsOf.get(id) || []), finding]);
    }
  }
  const findings = (row) => (row.dataset === "findings" ? [row] : findingsOf.get(row.id) || []);

  /* --- the list ------------------------------------------------------------------ */

  function wanted(row, choice) {
    const words = choice.words.toLowerCase();
    const found = findings(row);
    const verdictOf = verdict(row);
    return (!choice.pack || row.pack === choice.pack)
      && (!choice.dataset || row.dataset === choice.dataset)
      && (!choice.confidence || row.confidence < Number(choice.confidence))
      && (!choice.finding || (choice.finding === "some" ? found.length > 0
        : choice.finding === "none" ? found.length === 0
        : found.some((one) => cellOf(one, "severity") === "error")))
      && (!choice.state || (choice.state === "open" ? !verdictOf : verdictOf === choice.state))
      && (!words || row.cells.some((cell) => cell.toLowerCase().includes(words)));
  }

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "onclick") element.addEventListener("click", value);
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  function marks(row) {
    const made = [];
    const errors = findings(row).map((one) => cellOf(one, "severity"));
    if (errors.length && row.dataset !== "findings") {
      const grave = errors.includes("error");
      made.push(make("span", { class: "mark " + (grave ? "error" : "warning") },
        errors.length === 1 ? "1 finding" : errors.length + " findings"));
    }
    if (row.confidence < 1) made.push(make("span", { class: "mark" }, "sure " + row.confidence.toFixed(2)));
    const what = verdict(row);
    if (what) made.push(make("span", { class: "mark " + what }, what));
    return made;
  }

  function shortName(row) {
    const parts = datasets.get(row.dataset).known_by.map((column) => current(row, column));
    const name = parts.filter(Boolean).join(" · ") || row.name;
    return name.length > 140 ? name.slice(0, 140) + "…" : name;
  }

  function fillButton(button, row) {
    button.replaceChildren(
      make("span", { class: "page" }, row.page ? "p. " + row.page + " " : ""), shortName(row), ...marks(row));
  }

  function showList() {
    const choice = Object.fromEntries(new FormData($("filters")));
    state.shown = data.rows.filter((row) => wanted(row, choice));
    const items = state.shown.map((row) => {
      row.button = make("button", { type: "button", tabindex: "-1", onclick: () => choose(row) });
      fillButton(row.button, row);
      return make("li", {}, row.button);
    });
    $("rows").replaceChildren(...items);
    $("count").textContent = `(${state.shown.length} of ${data.rows.length})`;
    if (!state.shown.includes(state.row)) choose(state.shown[0] || null);
    else choose(state.row);
  }

  function step(by, test) {
    let place = state.shown.indexOf(state.row) + by;
    while (test && state.shown[place] && !test(state.shown[place])) place += by;
    if (state.shown[place]) choose(state.shown[place]);
    else tell(by > 0 ? "This is the last row of the list." : "This is the first row of the list.");
  }

  /* --- the chosen row ------------------------------------------------------------ */

  function choose(row) {
    for (const one of $("rows").querySelectorAll("[aria-current]")) {
      one.removeAttribute("aria-current");
      one.tabIndex = -1;
    }
    state.row = row;
    $("fields").hidden = !row;
    if (!row) {
      $("detail-title").textContent = "No row chosen";
      for (const id of ["facts", "findings", "links"]) $(id).replaceChildren();
      showPage();
      return;
    }
    if (row.button) {
      row.button.setAttribute("aria-current", "true");
      row.button.tabIndex = 0;
      row.button.scrollIntoView({ block: "nearest" });
    }
    if (row.page) [state.pack, state.page] = [row.pack, row.page];
    else if (!state.pack || row.pack !== state.pack) [state.pack, state.page] = [row.pack, 1];
    showDetail(row);
    showPage();
    history.replaceState(null, "", "#" + encodeURIComponent(row.id));
  }

  function showDetail(row) {
    $("detail-title").textContent = datasets.get(row.dataset).title + ": " + shortName(row);
    const facts = [row.page ? "Page " + row.page : "", "confidence " + row.confidence, row.id];
    const whole = standing(row, "");
    if (whole) facts.push([whole.verdict, whole.who && "by " + whole.who, whole.when].filter(Boolean).join(" "));
    $("facts").textContent = facts.filter(Boolean).join(" · ");
    $("note").value = (whole && whole.note) || "";
    $("findings").replaceChildren(...findings(row).flatMap(findingLines));
    $("links").replaceChildren(...linkLines(row));
    $("inputs").replaceChildren(...columnsOf(row).flatMap((column) => fieldLines(row, column)));
    $("edit").disabled = row.dataset === "findings";
    $("reject").disabled = row.dataset === "packs";
  }

  function findingLines(finding) {
    const severity = cellOf(finding, "severity");
    const spots = finding.spots.map((spot) => make("li", {},
      make("button", { type: "button", onclick: () => goTo(finding.pack, spot.page, spot) },
        `Page ${spot.page}`), spot.quote ? ` “${spot.quote}”` : ""));
    return [make("p", { class: severity }, `${severity}: ${cellOf(finding, "detail")}`), make("ul", {}, ...spots)];
  }

  function linkLines(row) {
    const own = data.links.filter((link) => link[0] === row.id);
    if (!own.length) return [];
    const items = own.map(([, relation, kind, ref, to, reason]) => {
      const words = `${relation.replaceAll("_", " ")} ${kind} ${ref}`;
      const target = byId.get(to);
      return make("li", {}, target
        ? make("button", { type: "button", onclick: () => show(target) }, words)
        : `${words}${reason ? " – " + reason : ""}`);
    });
    return [make("h3", {}, "Links"), make("ul", {}, ...items)];
  }

  function fieldLines(row, column) {
    const id = "field-" + column.name;
    const now = current(row, column.name);
    const input = inputFor(row, column, now);
    input.id = id;
    input.dataset.column = column.name;
    input.setAttribute("aria-describedby", id + "-about");
    input.classList.toggle("changed", now !== asRead(row, column.name));
    input.addEventListener("change", () => edited(row, column, input));
    input.addEventListener("focus", () => light(column.name));
    input.addEventListener("blur", () => light(""));
    const about = make("div", { class: "about", id: id + "-about" }, aboutField(row, column));
    const label = make("label", { for: id, title: column.about }, column.label);
    return about.textContent ? [label, input, about] : [label, input];
  }

  function inputFor(row, column, now) {
    if (column.enum.length && column.edited) {
      const options = ["", ...column.enum].map((word) => {
        const option = make("option", { value: word }, word || "(empty)");
        option.selected = word === now;
        return option;
      });
      return make("select", {}, ...options);
    }
    const input = make("textarea", { rows: String(Math.min(8, 1 + Math.floor(now.length / 45))) });
    input.value = now;
    input.readOnly = !column.edited;
    return input;
  }

  function aboutField(row, column) {
    const one = standing(row, column.name);
    if (!one || one.verdict !== "corrected") return "";
    const by = [one.who && "by " + one.who, one.when].filter(Boolean).join(", ");
    return `Read as “${asRead(row, column.name)}”; corrected ${by}`;
  }

  function edited(row, column, input) {
    const before = asRead(row, column.name);
    if (input.value === current(row, column.name)) return;
    if (column.required && !input.value) {
      input.value = current(row, column.name);
      tell(`${column.label} cannot be empty.`);
      return;
    }
    if (input.value === before) say(row, column.name, "withdrawn");
    else say(row, column.name, "corrected", input.value);
    input.classList.toggle("changed", input.value !== before);
    const about = $(input.id + "-about");
    if (about) about.textContent = aboutField(row, column);
    else input.after(make("div", { class: "about", id: input.id + "-about" }, aboutField(row, column)));
    if (row.button) fillButton(row.button, row);
    tell(`${column.label} ${input.value === before ? "is as it was read" : "corrected"}.`);
  }

  function judge(what) {
    const row = state.row;
    if (!row || (what === "rejected" && row.dataset === "packs")) return;
    say(row, "", what);
    if (row.button) fillButton(row.button, row);
    tell(`${shortName(row)}: ${what}.`);
    if (state.shown.indexOf(row) + 1 < state.shown.length) step(1);
    else showDetail(row);
  }

  function undo() {
    if (!state.row) return;
    takeBack(state.row);
    if (state.row.button) fillButton(state.row.button, state.row);
    showDetail(state.row);
    tell("Taken back.");
  }

  function edit() {
    const first = $("inputs").querySelector("textarea:not([readonly]), select");
    if (first) first.focus();
  }

  /* --- the page picture ---------------------------------------------------------- */

  function pageOf(pack, number) {
    return pack && pack.pages.find((page) => page[0] === number);
  }

  function showPage(spot) {
    const pack = packs.get(state.pack);
    const page = pageOf(pack, state.page);
    const named = pack ? `Page ${state.page} of ${pack.pages.length || "?"}, ${pack.title}` : "Page";
    $("sheet-title").textContent = named;
    const file = page && page[3];
    $("paper").hidden = !file;
    $("no-picture").hidden = Boolean(file);
    $("pdf").hidden = served || !pack || !pack.pdf;
    if (!$("pdf").hidden) $("pdf").href = "../" + pack.pdf + "#page=" + state.page;
    if (!file) return;
    const picture = $("picture");
    if (picture.getAttribute("src") !== file) picture.src = file;
    picture.alt = named + ", as printed";
    picture.width = page[1];
    picture.height = page[2];
    showBoxes(page, spot);
    bring(page, spot);
    const after = pageOf(pack, state.page + 1);
    if (after && after[3]) new Image().src = after[3];
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
    const here = (one) => one.pack === state.pack;
    const boxes = [];
    for (const table of data.tables.filter(here)) {
      if ($("all-cells").checked) {
        for (const cell of table.cells) if (cell[0] === page[0]) boxes.push(put(page, "cell", cell.slice(1)));
      }
      for (const part of table.parts) if (part[0] === page[0]) boxes.push(put(page, "table", part.slice(1)));
    }
    for (const row of state.shown) {
      if (!here(row) || row.page !== page[0] || !row.box || row.dataset === "findings") continue;
      const box = put(page, "row", row.box);
      box.dataset.row = row.id;
      box.addEventListener("click", () => choose(row));
      boxes.push(box);
    }
    boxes.push(...chosenBoxes(page, spot));
    $("boxes").replaceChildren(...boxes);
  }

  function chosenBoxes(page, spot) {
    const row = state.row;
    const boxes = [];
    if (!row || row.pack !== state.pack) return boxes;
    if (row.page === page[0] && row.box) boxes.push(put(page, "chosen", row.box));
    for (const [column, [number, ...edges]] of Object.entries(row.places)) {
      if (number !== page[0]) continue;
      const box = put(page, "field", edges);
      box.dataset.column = column;
      boxes.push(box);
    }
    for (const one of [...(row.spots || []), ...(spot ? [spot] : [])]) {
      if (one.page === page[0] && one.bbox) boxes.push(put(page, "place", one.bbox.split(" ").map(Number)));
    }
    return boxes;
  }

  function light(column) {
    for (const box of $("boxes").querySelectorAll(".field")) {
      box.classList.toggle("on", box.dataset.column === column);
    }
  }

  function bring(page, spot) {
    const box = spot && spot.bbox ? spot.bbox.split(" ").map(Number)
      : state.row && state.row.page === page[0] ? state.row.box : null;
    const frame = $("frame");
    const height = frame.scrollWidth * page[2] / page[1];
    frame.scrollTop = box ? Math.max(0, height * box[1] / page[2] - frame.clientHeight / 4) : 0;
  }

  function goTo(pack, number, spot) {
    const known = packs.get(pack);
    if (!known || number < 1 || (known.pages.length && number > known.pages.length)) return;
    [state.pack, state.page] = [pack, number];
    showPage(spot);
  }

  function zoom(by) {
    state.zoom = Math.min(400, Math.max(50, state.zoom + by));
    $("paper").style.width = state.zoom + "%";
    tell(`Picture at ${state.zoom} %.`);
  }

  /* --- saving --------------------------------------------------------------------- */

  function csv() {
    const cell = (text) => (/[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
    const lines = [...said.values()].map((one) => data.columns.map((column) => cell(one[column])).join(","));
    return [data.columns.join(","), ...lines].join("\r\n") + "\r\n";
  }

  async function save() {
    if (served) {
      try {
        const headers = { "Content-Type": "text/csv; charset=utf-8", "X-Agendapack-Token": token };
        const answer = await fetch("/corrections.csv", { method: "POST", body: csv(), headers });
        if (!answer.ok) throw new Error(await answer.text());
      } catch (error) {
        tell("Not saved: " + error.message);
        return;
      }
      tell("Saved in corrections.csv.");
    } else {
      const address = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
      make("a", { href: address, download: "corrections.csv" }).click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
      tell("corrections.csv is among your downloads: put it into the folder of the results.");
    }
    state.unsaved = false;
  }

  async function loadSaved() {
    const answer = await fetch("/corrections.json", { headers: { "X-Agendapack-Token": token } });
    if (!answer.ok) {
      tell("Corrections can be seen but not saved: open the address that the command printed last.");
      return;
    }
    load(await answer.json());
    showList();
    $("said-count").textContent = [...said.values()].filter((one) => one.verdict !== "withdrawn").length;
  }

  function listSaid() {
    const lines = [...said.entries()].filter(([, one]) => one.verdict !== "withdrawn").map(([key, one]) => {
      const words = one.verdict === "corrected" ? `${one.column}: “${one.printed}” → “${one.corrected}”` : one.verdict;
      const back = make("button", { type: "button", onclick: () => {
        said.set(key, { ...one, verdict: "withdrawn", when: new Date().toISOString().slice(0, 19) + "Z" });
        changed();
        listSaid();
        showList();
      } }, "Take back");
      return make("li", {}, `${one.dataset}, ${one.row}: ${words} (${[one.who, one.when].filter(Boolean).join(", ")}) `, back);
    });
    $("said-list").replaceChildren(...(lines.length ? lines : [make("li", {}, "Nothing said so far.")]));
  }

  /* --- the rest -------------------------------------------------------------------- */

  const tell = (words) => { $("status").textContent = words; };

  function show(row) {
    if (!state.shown.includes(row)) {
      $("filters").reset();
      state.row = row;
      showList();
    } else choose(row);
  }

  function theme() {
    const dark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
  }

  function fromHash(hash) {
    const row = byId.get(decodeURIComponent(hash.slice(1)));
    if (row) show(row);
  }

  const keys = {
    n: () => step(1), ArrowDown: () => step(1), p: () => step(-1), ArrowUp: () => step(-1),
    f: () => step(1, (row) => findings(row).length > 0),
    a: () => judge("accepted"), r: () => judge("rejected"), e: edit, u: undo, s: save,
    "[": () => goTo(state.pack, state.page - 1), "]": () => goTo(state.pack, state.page + 1),
    "?": () => $("help").showModal(),
  };

  function onKey(event) {
    const typing = event.target.closest("input, select, textarea, dialog");
    if (event.key === "Escape" && typing && !event.target.closest("dialog")) {
      event.target.blur();
      $("detail").focus({ preventScroll: true });
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !$("keys").checked) return;
    if (event.key.startsWith("Arrow") && event.target.closest("#frame")) return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
    if (event.target.closest("#rows") && state.row && state.row.button) state.row.button.focus();
  }

  const buttons = {
    accept: () => judge("accepted"), reject: () => judge("rejected"), edit, undo, save, theme,
    before: () => step(-1), next: () => step(1),
    "page-before": keys["["], "page-after": keys["]"], smaller: () => zoom(-25), larger: () => zoom(25),
    "help-button": keys["?"], "said-button": () => { listSaid(); $("said").showModal(); },
  };
  for (const [id, action] of Object.entries(buttons)) $(id).addEventListener("click", action);
  $("filters").addEventListener("input", showList);
  for (const form of ["filters", "fields"]) $(form).addEventListener("submit", (event) => event.preventDefault());
  $("all-cells").addEventListener("change", () => showPage());
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", () => fromHash(location.hash));
  addEventListener("beforeunload", (event) => { if (state.unsaved) event.preventDefault(); });

  // the address that the command prints carries the token behind #: it is in no log and no history;
  // the tab keeps it, so that the page may be loaded again
  let token = "";
  const carried = /^#token=([\w-]+)$/.exec(location.hash);
  if (served) {
    if (carried) sessionStorage.setItem("agendapack-token", carried[1]);
    token = sessionStorage.getItem("agendapack-token") || "";
    if (carried) history.replaceState(null, "", location.pathname);
  }
  const asked = location.hash;
  load(data.corrections);
  $("said-count").textContent = [...said.values()].filter((one) => one.verdict !== "withdrawn").length;
  showList();
  fromHash(asked);
  if (served && token) loadSaved();
  else if (served) tell("Nothing can be saved here: open the address that the command printed.");
})();
