// A page that keeps itself up to date without moving what is read.
(() => {
  "use strict";
  const EVERY = 10000;
  const words = document.getElementById("content").dataset;

  // A part is left alone while somebody works in it: types, has selected text, looks at an open detail or a chart.
  function inUse(part) {
    const active = document.activeElement;
    const selection = document.getSelection();
    return (active && active !== document.body && part.contains(active))
      || (selection && !selection.isCollapsed && part.contains(selection.anchorNode))
      || part.querySelector("details[open], .plot:hover") !== null;
  }

  function replace(fresh) {
    for (const old of document.querySelectorAll("main .part, #where, main dl.tiles")) {
      const next = old.id && fresh.getElementById(old.id);
      if (!next || inUse(old) || old.parentElement.closest(".part")) {
        continue;
      }
      const part = document.importNode(next, true);
      old.replaceWith(part);
      document.dispatchEvent(new CustomEvent("fresh", { detail: part }));
    }
    document.title = fresh.title;
  }

  let late = false;
  async function refresh() {
    if (document.hidden || late) {
      return;
    }
    late = true;
    try {
      const response = await fetch(location.href.split("#")[0], { headers: { "Accept": "text/html" } });
      if (response.ok && !response.redirected) {
        replace(new DOMParser().parseFromString(await response.text(), "text/html"));
        say("");
      } else {
        say(words.refused.replace("{0}", response.status));
      }
    } catch (unreachable) {
      say(words.silent);
    } finally {
      late = false;
    }
  }

  function say(text) {
    const line = document.getElementById("stale") || Object.assign(document.createElement("p"), { id: "stale", className: "notice warn" });
    line.setAttribute("role", "status");
    line.textContent = text;
    line.hidden = text === "";
    if (!line.isConnected) {
      document.getElementById("content").prepend(line);
    }
  }

  document.dispatchEvent(new CustomEvent("fresh", { detail: document }));
  setInterval(refresh, EVERY);
  document.addEventListener("visibilitychange", refresh);
})();
