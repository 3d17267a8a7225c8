"use strict";
/* A table: what it lists and what its columns hold. Said once, it is read so wherever this head comes again. */
const Tables = (() => {
  const { $, make, tell } = Dom;
  const { data, cellOf, isTable } = Rows;
  const { standing, current, sayAll } = Said;
  const BAR = "|";
  const ONCE = (role) => role && role !== "value";
  const KINDS = Object.keys(data.kinds);

  const words = (role) => role.replaceAll("_", " ");

  /* Titles and roles of a line like "Ref: ref | Task: action". */
  function columnsIn(line) {
    return line.split(BAR).map((part) => {
      const colon = part.lastIndexOf(":");
      return [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
    });
  }

  const lineOf = (columns) => columns.map(([title, role]) => `${title}: ${role}`.trim()).join(` ${BAR} `);
  const kindOf = (row) => (standing(row, "kind") ? current(row, "kind") : cellOf(row, "kind") || cellOf(row, "guess"));

  function show(row) {
    const columns = columnsIn(current(row, "roles"));
    const kind = make("select", { id: "table-kind" }, ...[...KINDS, ""].map((one) =>
      make("option", { value: one, selected: one === kindOf(row) }, one || "none of these")));
    const roles = make("div", { id: "table-roles" });
    const wrong = make("p", { id: "table-wrong", role: "alert" });
    const fill = (given) => {
      roles.replaceChildren(...given.flatMap(([title, role], place) => roleLines(kind.value, title, role, place)));
      wrong.textContent = kind.value ? objection(kind.value, given.map(([, role]) => role)) : "";
    };
    const chosen = () => columns.map(([title, role], place) => {
      const select = $("column-role-" + place);
      return [title, select ? select.value : role];
    });
    kind.addEventListener("change", () => fill(chosen()));
    roles.addEventListener("change", (event) => {
      fill(chosen());
      $(event.target.id).focus(); // the select was made anew
    });
    roles.addEventListener("focusin", (event) => light(row, columns, Number(event.target.dataset.place)));
    roles.addEventListener("focusout", () => Paper.lightCells([]));
    fill(columns);
    const label = make("label", { for: "table-kind" }, "The table lists");
    return [make("div", { class: "inputs" }, label, kind), roles, wrong];
  }

  function roleLines(kind, title, role, place) {
    if (!kind) return [];
    const id = "column-role-" + place;
    const known = data.kinds[kind].roles;
    const options = ["", ...known].map((one) =>
      make("option", { value: one, selected: one === role }, one ? words(one) : "something else"));
    const name = title || `Column ${place + 1}, no title`;
    return [make("div", {}, make("label", { for: id }, name), make("select", { id, "data-place": String(place) }, ...options))];
  }

  /* The cells of a column light up while its role is chosen, where the picture has as many columns. */
  function light(row, columns, place) {
    if (Number(cellOf(row, "columns")) !== columns.length) return;
    const table = data.tables.find((one) => one.pack === row.pack && one.id === row.table);
    Paper.lightCells(table ? table.cells.filter((cell) => cell[5] === place) : []);
  }

  /* Why no table can be read so; empty when it can. */
  function objection(kind, roles) {
    const known = data.kinds[kind];
    const fit = roles.map((role) => (known.roles.includes(role) ? role : ""));
    const twice = fit.find((role, place) => ONCE(role) && fit.indexOf(role) !== place);
    if (twice) return `Two columns cannot both be “${words(twice)}”.`;
    return fit.includes(known.subject) ? "" : `One column must be “${words(known.subject)}”.`;
  }

  /* Says what the selects show; false when no table can be read so. */
  function confirm(row) {
    const kind = $("table-kind").value;
    const titles = columnsIn(current(row, "roles")).map(([title]) => title);
    const roles = titles.map((_, place) => (kind ? $("column-role-" + place).value : ""));
    const wrong = kind && objection(kind, roles);
    if (wrong) {
      tell(wrong);
      return false;
    }
    sayAll(row, { kind, roles: lineOf(titles.map((title, place) => [title, roles[place]])) });
    const more = data.rows.filter((one) => one !== row && isTable(one) && sameHead(one, row)).length;
    const also = more ? ` So will ${more} more under this head.` : "";
    tell(kind ? `The next run reads it as ${kind}.${also}` : `The next run reads no records from it.${also}`);
    return true;
  }

  function sayNothing(row) {
    $("table-kind").value = "";
    return confirm(row);
  }

  const headOf = (row) => cellOf(row, "head").toLowerCase().replaceAll(/[^\p{L}\p{N}|]/gu, "");
  const sameHead = (one, other) => headOf(one) && headOf(one) === headOf(other);

  return Object.freeze({ show, confirm, sayNothing });
})();
