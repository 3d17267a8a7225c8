"use strict";
/* Elements of the page, and signals between its parts. Text is only ever set as text, never as markup. */
const Dom = (() => {
  const $ = (id) => document.getElementById(id);

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "onclick") element.addEventListener("click", value);
      else if (value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  }

  /* A line at the foot of the window, also read out by screen readers; it goes by itself. */
  let fading = 0;
  function tell(words) {
    $("status").textContent = words;
    $("status").classList.remove("old");
    clearTimeout(fading);
    fading = setTimeout(() => $("status").classList.add("old"), 6000);
  }

  /* Who wants to know adds a function with `on`; whoever brings it about calls `send`. */
  function signal() {
    const heard = [];
    return { on: (hear) => heard.push(hear), send: (...what) => heard.forEach((hear) => hear(...what)) };
  }

  /* What the browser keeps for this page; some browsers keep nothing for files. */
  function keep(name, value) {
    try {
      localStorage.setItem(name, value);
      return true;
    } catch {
      return false;
    }
  }

  function kept(name) {
    try {
      return localStorage.getItem(name) || "";
    } catch {
      return "";
    }
  }

  return Object.freeze({ $, make, tell, signal, keep, kept });
})();
