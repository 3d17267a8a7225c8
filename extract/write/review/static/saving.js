"use strict";
/* Corrections on their way to the file: a download from disk, straight to the folder when served. */
const Saving = (() => {
  const { $, make, tell } = Dom;
  const served = location.protocol === "http:";
  const TOKEN = "agendapack-token";

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

  async function save() {
    if (served) {
      try {
        const headers = { "Content-Type": "text/csv; charset=utf-8", "X-Agendapack-Token": token };
        const answer = await fetch("/corrections.csv", { method: "POST", body: Said.csv(), headers });
        if (!answer.ok) throw new Error(await answer.text());
      } catch (error) {
        tell("Not saved: " + error.message);
        return;
      }
      tell("Saved in corrections.csv.");
    } else {
      const address = URL.createObjectURL(new Blob([Said.csv()], { type: "text/csv" }));
      make("a", { href: address, download: "corrections.csv" }).click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
      tell("corrections.csv is among your downloads: put it into the folder of the results.");
    }
    Said.saved();
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
  addEventListener("beforeunload", (event) => { if (!Said.isSaved()) event.preventDefault(); });
  return Object.freeze({ save, loadSaved, list });
})();
