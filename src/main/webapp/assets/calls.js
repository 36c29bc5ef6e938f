// Keeps the calls of a form's page those of the values typed: the server writes them, as it does without a script.
(() => {
  "use strict";
  const QUIET = 400;
  const LONGEST = 4000;
  const form = document.getElementById("values");
  let timer = 0;
  let asked = 0;

  function address() {
    const values = new URLSearchParams(new FormData(form));
    values.delete("csrf");
    return form.action + "?" + values;
  }

  async function refresh() {
    const turn = ++asked;
    const url = address();
    if (url.length > LONGEST) {
      return;
    }
    try {
      const response = await fetch(url, { headers: { "Accept": "text/html" } });
      const fresh = response.ok && !response.redirected
        && new DOMParser().parseFromString(await response.text(), "text/html").querySelectorAll("#calls code");
      if (fresh && turn === asked) {
        document.querySelectorAll("#calls code").forEach((code, i) => { code.textContent = fresh[i].textContent; });
      }
    } catch (unreachable) {
      // What is shown stays: the answer's page has the calls of the values that were sent.
    }
  }

  if (form) {
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(refresh, QUIET);
    });
  }
})();
