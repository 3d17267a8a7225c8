"use strict";
/* The row and the page that are looked at, and the rows that the filters leave. */
const Choice = (() => {
  const { tell, signal } = Dom;
  const { packs } = Rows;
  const row = signal(); // sends the row chosen now and the one before
  const page = signal(); // sends the spot to show on the page, if there is one
  const now = { shown: [], row: null, pack: null, page: 1 };

  function choose(chosen) {
    const before = now.row;
    now.row = chosen;
    if (chosen && chosen.page) [now.pack, now.page] = [chosen.pack, chosen.page];
    else if (chosen && chosen.pack !== now.pack) [now.pack, now.page] = [chosen.pack, 1];
    row.send(chosen, before);
    const here = (spot) => spot.page === now.page && (!spot.pack_id || spot.pack_id === now.pack);
    page.send(chosen && chosen.spots && chosen.spots.find(here));
  }

  function step(by, test = () => true) {
    let place = now.shown.indexOf(now.row) + by;
    while (now.shown[place] && !test(now.shown[place])) place += by;
    if (now.shown[place]) choose(now.shown[place]);
    else tell(by > 0 ? "This is the end of the list." : "This is the first row of the list.");
  }

  function goTo(pack, number, spot) {
    const known = packs.get(pack);
    const there = known && number >= 1 && (!known.pages.length || number <= known.pages.length);
    if (!there) return false;
    [now.pack, now.page] = [pack, number];
    page.send(spot);
    return true;
  }

  return Object.freeze({ now, row, page, choose, step, goTo });
})();
