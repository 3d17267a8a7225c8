"use strict";
/* The chosen row: what the findings say of it, its fields, and the rows it is linked with. */
const Detail = (() => {
  const { $, make, tell } = Dom;
  const { data, datasets, byId, columnsOf, cellOf, isFinding, isTable, asksForOne, findings, asRead } = Rows;
  const { now } = Choice;
  const { standing, current, shortName } = Said;
  const LINE_CHARS = 45;
  const MOST_LINES = 8;
  const TOLD_CHARS = 60;
  /* What a run takes of the typed columns, and what to write instead. */
  const TAKEN = {
    date: [Days.read, "write a day, such as 31/01/2027 or 31 January 2027"],
    integer: [(text) => /^-?\d{1,15}$/.test(text), "write a whole number in figures"],
    number: [(text) => /^-?\d+(\.\d+)?$/.test(text), "write the number alone, such as 1250.5"],
  };

  function show(row) {
    for (const id of ["fields", "verdicts"]) $(id).hidden = !row;
    if (!row) {
      $("detail-title").textContent = "No row chosen";
      for (const id of ["facts", "findings", "links"]) $(id).replaceChildren();
      return;
    }
    const whole = standing(row, "");
    $("detail-title").textContent = shortName(row);
    $("facts").textContent = facts(row, whole);
    $("note").value = (whole && whole.note) || "";
    $("findings").replaceChildren(...findings(row).map(findingLines));
    $("links").replaceChildren(...linkLines(row));
    $("table").replaceChildren(...(isTable(row) ? Tables.show(row) : []));
    showFields(row);
    [$("accept-word").textContent, $("reject-word").textContent] = words(row);
    $("edit").disabled = isFinding(row);
    $("reject").disabled = row.dataset === "packs";
    $("undo").disabled = !Said.verdict(row);
    $("detail-body").scrollTop = 0;
  }

  function words(row) {
    if (isTable(row)) return ["Confirm", "Lists none"];
    return asksForOne(row) ? ["Same", "Separate"] : ["Accept", "Reject"];
  }

  function facts(row, whole) {
    const where = row.page && "page " + row.page;
    const words = [datasets.get(row.dataset).title, where, !isTable(row) && "confidence " + row.confidence,
      row.scanned && "read by OCR", row.id];
    if (whole) words.push(`${whole.verdict} ${Said.by(whole)}`.trim());
    return words.filter(Boolean).join(" · ");
  }

  const link = (words, onclick) => make("button", { type: "button", class: "plain", onclick }, words);

  async function look(pack, spot) {
    await Rows.open([pack]);
    Choice.goTo(pack, spot.page, spot);
  }

  function pageIn(finding, spot) {
    const other = spot.pack_id && spot.pack_id !== finding.pack && Rows.packs.get(spot.pack_id);
    return other ? `${other.title}, page ${spot.page}` : `Page ${spot.page}`;
  }

  function findingLines(finding) {
    const severity = cellOf(finding, "severity");
    const kind = cellOf(finding, "kind");
    const lines = finding.spots.map((spot) => {
      const row = byId.get(spot.row_id) || (spot.pack_id && spot.row_id ? { id: spot.row_id } : null);
      const words = pageIn(finding, spot) + (spot.quote ? `: “${spot.quote}”` : "");
      const there = link(words, () => look(spot.pack_id || finding.pack, spot));
      return row && row.id !== now.row.id
        ? make("li", {}, there, " – ", link("go to the row", () => List.bringId(row.id)))
        : make("li", {}, there);
    });
    return make("div", { class: "finding " + severity },
      make("p", {}, make("strong", {}, `${data.findings[kind] || kind.replaceAll("_", " ")} (${severity})`), make("br", {}), cellOf(finding, "detail")),
      make("ul", {}, ...lines));
  }

  function linkLines(row) {
    const own = data.links.filter((link) => link[0] === row.id);
    if (!own.length) return [];
    const items = own.map(([, relation, kind, ref, to, reason]) => {
      const how = relation.replaceAll("_", " ");
      const words = how.endsWith(kind) ? `${how} ${ref}` : `${how} ${kind} ${ref}`;
      const target = byId.get(to);
      return make("li", {}, target
        ? link(words, () => List.bring(target))
        : `${words}${reason ? " – " + reason : ""}`);
    });
    return [make("h3", {}, "Links"), make("ul", {}, ...items)];
  }

  /* Fields with a value come first; the empty ones are there when somebody wants to fill one. */
  function showFields(row) {
    const columns = isFinding(row) || isTable(row) ? [] : columnsOf(row);
    const filled = columns.filter((column) => current(row, column.name) || standing(row, column.name));
    const empty = columns.filter((column) => !filled.includes(column));
    $("inputs").replaceChildren(...filled.flatMap((column) => fieldLines(row, column)));
    $("empty-inputs").replaceChildren(...empty.flatMap((column) => fieldLines(row, column)));
    $("empty").hidden = empty.length === 0;
    $("empty-count").textContent = empty.length;
  }

  function fieldLines(row, column) {
    const id = "field-" + column.name;
    const value = current(row, column.name);
    const input = inputFor(column, value);
    input.id = id;
    input.dataset.column = column.name;
    input.setAttribute("aria-describedby", id + "-about");
    input.classList.toggle("changed", value !== asRead(row, column.name));
    input.addEventListener("change", () => edited(row, column, input));
    input.addEventListener("focus", () => Paper.light(column.name));
    input.addEventListener("blur", () => Paper.light(""));
    const label = make("label", { for: id, title: column.about }, column.label);
    const about = make("div", { class: "about", id: id + "-about" }, aboutField(row, column));
    return [label, make("div", {}, input, about)];
  }

  function inputFor(column, value) {
    if (column.enum.length && column.edited) {
      const options = ["", ...column.enum].map(
        (word) => make("option", { value: word, selected: word === value }, word || "(empty)"));
      return make("select", {}, ...options);
    }
    const lines = Math.min(MOST_LINES, 1 + Math.floor(value.length / LINE_CHARS));
    const input = make("textarea", { rows: String(lines), readonly: !column.edited });
    input.value = value;
    return input;
  }

  function aboutField(row, column) {
    const one = standing(row, column.name);
    if (!one || one.verdict !== "corrected") return column.edited ? "" : "Not read from the page: cannot be corrected";
    return `Read as “${asRead(row, column.name)}”; corrected ${Said.by(one)}`;
  }

  /* Why the value cannot be taken; empty when it can. */
  function objection(column, value) {
    const [taken, instead] = TAKEN[column.type] || [];
    return value && taken && !taken(value) ? `Not taken: ${instead}.` : "";
  }

  function edited(row, column, input) {
    const before = asRead(row, column.name);
    const wrong = objection(column, input.value);
    input.setAttribute("aria-invalid", String(Boolean(wrong)));
    $(input.id + "-about").textContent = wrong || aboutField(row, column);
    if (wrong) tell(`${column.label}: ${wrong[0].toLowerCase()}${wrong.slice(1)}`);
    if (!wrong && column.type === "date" && input.value) input.value = Days.read(input.value);
    if (wrong || input.value === current(row, column.name)) return;
    if (column.required && !input.value) {
      input.value = current(row, column.name);
      tell(`${column.label} cannot be empty.`);
      return;
    }
    if (input.value === before) Said.say(row, column.name, "withdrawn");
    else Said.say(row, column.name, "corrected", input.value);
    input.classList.toggle("changed", input.value !== before);
    $(input.id + "-about").textContent = aboutField(row, column);
    $("undo").disabled = !Said.verdict(row);
    tell(`${column.label} ${input.value === before ? "is as it was read" : "corrected"}.`);
  }

  function judge(what) {
    const row = now.row;
    if (!row || (what === "rejected" && row.dataset === "packs")) return;
    if (isTable(row)) {
      if (!(what === "accepted" ? Tables.confirm(row) : Tables.sayNothing(row))) return;
    } else {
      Said.say(row, asksForOne(row) ? "detail" : "", what);
      tell(`${what[0].toUpperCase()}${what.slice(1)}: ${shortName(row).slice(0, TOLD_CHARS)}`);
    }
    if (now.shown.indexOf(row) + 1 < now.shown.length) Choice.step(1);
    else Choice.choose(row);
  }

  function takeBack() {
    if (!now.row || !Said.verdict(now.row)) return;
    Said.takeBack(now.row);
    Choice.choose(now.row);
    tell("Taken back.");
  }

  function edit() {
    const first = $("fields").querySelector("textarea:not([readonly]), select");
    if (first) first.focus();
  }

  Choice.row.on(show);
  return Object.freeze({ judge, takeBack, edit });
})();
