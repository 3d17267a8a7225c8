"use strict";
// Opens the rows behind a figure and the place of a row; all that is printed goes in as text, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const dialog = document.getElementById("rows");
const title = document.getElementById("rows-title");
const body = document.getElementById("rows-body");

function element(name, text, parent) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

function link(row, parent) {
  const made = element("a", "", parent);
  made.href = "#row/" + encodeURIComponent(row);
  element("b", data.rows[row].ref, made);
  made.append(" " + data.rows[row].subject);
  return made;
}

function list(figure) {
  title.textContent = figure.title + " (" + figure.rows.length + ")";
  const rows = element("ul", "", body);
  rows.className = "rows";
  for (const id of figure.rows) {
    const item = element("li", "", rows);
    link(id, item);
    if (data.rows[id].page) element("small", " " + data.rows[id].pack + ", page " + data.rows[id].page, item);
  }
}

function place(row) {
  const picture = data.pages[row.picture];
  if (!picture) {
    element("p", "There is no picture of the page here; see page " + row.page + " of " + row.pack + ".", body);
    return;
  }
  const [address, width, height] = picture;
  const sheet = element("div", "", body);
  sheet.className = "sheet";
  const image = element("img", "", sheet);
  image.src = address;
  image.alt = "Page " + row.page + " of " + row.pack + (row.box ? ", the row framed" : "");
  if (!row.box) return;
  const [x0, top, x1, bottom] = row.box;
  const frame = element("div", "", sheet);
  frame.style.left = 100 * x0 / width + "%";
  frame.style.top = 100 * top / height + "%";
  frame.style.width = 100 * (x1 - x0) / width + "%";
  frame.style.height = 100 * (bottom - top) / height + "%";
}

function show(row) {
  title.textContent = (row.ref ? row.ref + " " : "") + row.subject;
  const facts = element("dl", "", body);
  for (const [name, value] of row.facts) {
    element("dt", name, facts);
    element("dd", value, facts);
  }
  const where = element("p", row.pack + (row.page ? ", page " + row.page + " " : " "), body);
  if (row.pdf) element("a", "open the PDF there", where).href = row.pdf;
  if (row.page) place(row);
}

function open() {
  const at = decodeURIComponent(location.hash.slice(1));
  const row = at.startsWith("row/") ? data.rows[at.slice(4)] : null;
  const figure = Object.hasOwn(data.figures, at) ? data.figures[at] : null;
  if (!row && !figure) {
    if (dialog.open) dialog.close();
    return;
  }
  body.replaceChildren();
  if (row) show(row);
  else list(figure);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

// on paper nothing can be unfolded
window.addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details:not([open])")) part.open = part.unfolded = true;
});
window.addEventListener("afterprint", () => {
  for (const part of document.querySelectorAll("details")) if (part.unfolded) part.open = part.unfolded = false;
});
dialog.addEventListener("close", () => {
  if (location.hash) history.pushState(null, "", location.pathname + location.search);
});
window.addEventListener("hashchange", open);
window.addEventListener("popstate", open);
open();
