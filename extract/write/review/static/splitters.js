"use strict";
/* Bars between the parts of the page, moved with the pointer or with the arrow keys. */
const Splitters = (() => {
  const { $ } = Dom;
  const [LEAST, MOST, STEP] = [15, 85, 5]; // percent of the room there is
  const KEPT = "agendapack-splitter-";

  function splitter(id, property, first, keys, share) {
    const bar = $(id);
    let now = first;
    function set(percent, keep = true) {
      now = Math.round(Math.min(MOST, Math.max(LEAST, percent)));
      const parts = `minmax(0, ${now}fr) auto minmax(0, ${100 - now}fr)`;
      document.documentElement.style.setProperty(property, parts);
      bar.setAttribute("aria-valuenow", String(now));
      if (keep) Dom.keep(KEPT + id, String(now));
    }
    bar.setAttribute("aria-valuemin", String(LEAST));
    bar.setAttribute("aria-valuemax", String(MOST));
    bar.addEventListener("pointerdown", (event) => {
      bar.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    bar.addEventListener("pointermove", (event) => {
      if (bar.hasPointerCapture(event.pointerId)) set(share(event));
    });
    bar.addEventListener("keydown", (event) => {
      const to = { [keys[0]]: now - STEP, [keys[1]]: now + STEP, Home: LEAST, End: MOST }[event.key];
      if (to === undefined) return;
      set(to);
      event.preventDefault();
      event.stopPropagation();
    });
    bar.addEventListener("dblclick", () => set(first));
    set(Number(Dom.kept(KEPT + id)) || first, false);
  }

  const among = (at, from, length) => (100 * (at - from)) / Math.max(1, length);
  const room = () => document.querySelector("main").getBoundingClientRect();
  splitter("split-width", "--columns", 56, ["ArrowLeft", "ArrowRight"],
    (event) => among(event.clientX, room().left, room().width));
  splitter("split-height", "--rows", 55, ["ArrowUp", "ArrowDown"],
    (event) => among(event.clientY, room().top, room().height));
})();
