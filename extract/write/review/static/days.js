"use strict";
/* Days as people write them, day before month: 31/01/2027, 31.1.27, 31 January 2027, Jan 31 2027. */
const Days = (() => {
  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const CENTURY = 2000;

  function day(year, month, number) {
    const [y, m, d] = [Number(year) < 100 ? CENTURY + Number(year) : Number(year), Number(month), Number(number)];
    const made = new Date(Date.UTC(y, m - 1, d));
    const same = made.getUTCMonth() === m - 1 && made.getUTCDate() === d && y >= 1000;
    return same ? made.toISOString().slice(0, 10) : "";
  }

  const monthOf = (word) => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

  /* The day as 2027-01-31; empty when it is none. */
  function read(text) {
    const plain = text.trim().replace(/(\d)(st|nd|rd|th)\b/i, "$1");
    const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
    if (iso) return day(iso[1], iso[2], iso[3]);
    const figures = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(plain);
    if (figures) return day(figures[3], figures[2], figures[1]);
    const named = /^(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/i.exec(plain);
    if (named) return day(named[3], monthOf(named[2]), named[1]);
    const turned = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(plain);
    return turned ? day(turned[3], monthOf(turned[1]), turned[2]) : "";
  }

  return Object.freeze({ read });
})();
