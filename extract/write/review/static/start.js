"use strict";
/* Keys and buttons, and what happens when the page opens. */
(() => {
  const { $, tell } = Dom;
  const { data, findings } = Rows;
  const { now, step, goTo } = Choice;
  const NAME = "agendapack-name";

  function theme() {
    const dark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
  }

  /* An address names a row behind #; what is no row of this page still has its place in the PDF. */
  async function fromHash(hash) {
    const id = decodeURIComponent(hash.slice(1));
    if (!id || await List.bringId(id) || !(await Rows.fetched("elsewhere.js"))) return;
    const there = JSON.parse(window.AGENDAPACK_ELSEWHERE);
    if (!Object.hasOwn(there, id)) return;
    const [pack, page, bbox] = there[id];
    await Rows.open([pack]);
    if (goTo(pack, page, { page, bbox })) tell("It is framed on the page; there are no fields to check.");
  }

  function saidDialog() {
    Saving.list();
    $("said").showModal();
  }

  Said.changed.on(() => { $("undo-last").disabled = !Said.canUndo(); });

  const keys = {
    n: () => step(1), ArrowDown: () => step(1), p: () => step(-1), ArrowUp: () => step(-1),
    f: () => step(1, (row) => findings(row).length > 0),
    a: () => Detail.judge("accepted"), r: () => Detail.judge("rejected"), e: Detail.edit, u: Detail.takeBack,
    z: undo, t: List.byTable, N: () => Grid.step(1), P: () => Grid.step(-1), A: List.acceptAll,
    s: Saving.save, "[": () => Paper.turnTo(now.page - 1), "]": () => Paper.turnTo(now.page + 1),
    "?": () => $("help").showModal(),
  };

  function undo() {
    if (!Said.undo()) return;
    Choice.choose(now.row);
    tell("Undone.");
  }

  function leaveField(field) {
    field.blur();
    $("detail").focus({ preventScroll: true });
  }

  function onKey(event) {
    const typing = event.target.closest("input, select, textarea, dialog");
    if (event.key === "Escape" && typing && !event.target.closest("dialog")) leaveField(event.target);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !$("keys").checked) return;
    if (event.key.startsWith("Arrow") && event.target.closest("#frame")) return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
    if (event.target.closest("#rows") && now.row && now.row.button) now.row.button.focus();
  }

  /* Whoever checks gives the name once; where the browser keeps nothing, each time. */
  function rememberName() {
    $("who").value = Dom.kept(NAME);
    $("who").addEventListener("change", () => Dom.keep(NAME, $("who").value.trim()));
  }

  /* On a narrow window the filters wait behind a button. */
  function foldFilters() {
    $("filters-button").setAttribute("aria-expanded", String($("filters").classList.toggle("open")));
  }

  const buttons = {
    accept: keys.a, reject: keys.r, edit: keys.e, undo: keys.u, save: keys.s, theme,
    before: keys.p, next: keys.n, "page-before": keys["["], "page-after": keys["]"],
    smaller: () => Paper.zoom(-25), larger: () => Paper.zoom(25), "help-button": keys["?"],
    "said-button": saidDialog, "filters-button": foldFilters, clear: List.clear, "show-all": List.clear,
    "only-findings": () => List.only("findings"), "only-tables": () => List.only("tables"),
    "accept-all": keys.A, "by-table": keys.t, "table-before": keys.P, "table-after": keys.N, "undo-last": keys.z,
  };
  for (const [id, action] of Object.entries(buttons)) $(id).addEventListener("click", () => action());
  $("filters").addEventListener("input", List.filter);
  for (const form of ["filters", "fields"]) $(form).addEventListener("submit", (event) => event.preventDefault());
  $("all-cells").addEventListener("change", () => Paper.show());
  $("page-number").addEventListener("change", () => Paper.turnTo(Number($("page-number").value)));
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", () => fromHash(location.hash));

  async function begin() {
    const asked = location.hash;
    rememberName();
    Said.load(data.corrections);
    Saving.recall();
    await Rows.open(Rows.atFirst());
    List.show();
    await fromHash(asked);
    Choice.row.on((row) => { if (row) history.replaceState(null, "", "#" + encodeURIComponent(row.id)); });
    Saving.loadSaved();
  }
  begin();
})();
