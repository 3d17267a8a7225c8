"use strict";
/* Corrections on their way to the file: a download from disk, straight to the folder when served. */
const Saving = (() => {
  const { $, make, tell } = Dom;
  const served = location.protocol === "http:";
  const TOKEN = "agendapack-token";
  const DRAFT = "agendapack-draft " + location.pathname;
  const SOON = 1000; // ms from the last thing said to its being saved

  /* The address that the command prints carries the token behind #: it is in no log and no history;
     the tab keeps it, so that the page may be loaded again. */
  function tokenOf(hash) {
    const carried = /^#token=([\w-]+)$/.exec(hash);
    if (carried) {
      sessionStorage.setItem(TOKEN, carried[1]);
      history.replaceState(null, "", location.pathname);
    }
    return sessionStorage.getItem(TOKEN) || "";
  }
  const token = served ? tokenOf(location.hash) : "";

  async function save(quietly = false) {
    if (served) {
      try {
        const headers = { "Content-Type": "text/csv; charset=utf-8", "X-Agendapack-Token": token };
        const answer = await fetch("/corrections.csv", { method: "POST", body: Said.csv(), headers });
        if (!answer.ok) throw new Error(await answer.text());
      } catch (error) {
        tell("Not saved: " + error.message);
        return;
      }
      if (!quietly) tell("Saved in corrections.csv.");
    } else {
      const address = URL.createObjectURL(new Blob([Said.csv()], { type: "text/csv" }));
      make("a", { href: address, download: "corrections.csv" }).click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
      tell("corrections.csv is among your downloads: put it into the folder of the results.");
    }
    Said.saved();
  }

  /* What was said and is not in the file yet: kept by the browser, so that it is there when the page is opened
     again. A page that is served writes it to the file instead. */
  let soon = 0;
  let safe = true;
  function keepDraft() {
    if (Said.isSaved()) return;
    if (served) {
      clearTimeout(soon);
      if (token) soon = setTimeout(() => save(true), SOON);
    } else {
      safe = Dom.keep(DRAFT, JSON.stringify(Said.fresh()));
    }
  }

  function recall() {
    if (served) return;
    let cells = [];
    try {
      cells = JSON.parse(Dom.kept(DRAFT) || "[]");
    } catch {
      return;
    }
    const back = Said.recall(cells);
    if (back) tell(`${back} things said before are here again; save them when you are done.`);
  }

  /* Others may have saved since the page was made. */
  async function loadSaved() {
    if (!served) return;
    if (!token) {
      tell("Nothing can be saved here: open the address that the command printed.");
      return;
    }
    const answer = await fetch("/corrections.json", { headers: { "X-Agendapack-Token": token } });
    if (answer.ok) Said.load(await answer.json());
    else tell("Corrections can be seen but not saved: open the address that the command printed last.");
  }

  function list() {
    const lines = Said.all().map(([key, one]) => {
      const change = `${one.column.replaceAll("_", " ")}: “${one.printed}” → “${one.corrected}”`;
      const what = one.verdict === "corrected" ? change : one.verdict;
      const back = make("button", { type: "button", onclick: () => { Said.withdraw(key); list(); } }, "Take back");
      return make("li", {}, make("span", {}, `${one.dataset.replaceAll("_", " ")}, ${one.row}`),
        make("span", {}, what), make("span", { class: "by" }, Said.by(one)), back);
    });
    $("said-list").replaceChildren(...lines);
    $("said-nothing").hidden = lines.length > 0;
  }

  Said.changed.on(() => {
    $("said-count").textContent = Said.all().length;
    $("unsaved").hidden = Said.isSaved();
  });
  Said.changed.on(keepDraft);
  addEventListener("beforeunload", (event) => {
    if (!Said.isSaved() && (served || !safe)) event.preventDefault();
  });
  return Object.freeze({ save: () => save(), recall, loadSaved, list });
})();
