// A run's progress as it comes. Where this does not work, the page loads itself again.
(() => {
  "use strict";
  const part = () => document.getElementById("progress");
  if (!part()) {
    return;
  }
  const source = new EventSource(part().dataset.events);

  async function renew() {
    const response = await fetch(location.href, { headers: { "Accept": "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    document.getElementById("content").replaceWith(document.importNode(page.getElementById("content"), true));
    document.dispatchEvent(new CustomEvent("fresh", { detail: document }));
    document.title = page.title;
  }

  function words(millis) {
    const seconds = Math.floor(millis / 1000);
    const texts = part().dataset;
    return seconds < 120
      ? texts.seconds.replace("#1", seconds) : texts.minutes.replace("#1", Math.floor(seconds / 60));
  }

  function time(progress) {
    const texts = part().dataset;
    return progress.left_ms === undefined
      ? texts.soFar.replace("#1", words(progress.elapsed_ms))
      : texts.soFarToGo.replace("#1", words(progress.elapsed_ms)).replace("#2", words(progress.left_ms));
  }

  function again() {
    setTimeout(() => location.reload(), 3000);
  }

  source.addEventListener("progress", (event) => {
    const run = JSON.parse(event.data);
    if (!part() || run.state !== part().dataset.state) {
      renew().catch(again);
    } else if (run.progress) {
      const [percent, going] = part().querySelectorAll(".going span");
      part().querySelector("progress").value = run.progress.percent;
      percent.textContent = run.progress.percent + " %";
      going.textContent = time(run.progress);
    }
  });
  source.addEventListener("end", () => {
    source.close();
    renew().catch(again);
  });
  // The browser asks again by itself unless it was refused.
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) {
      again();
    }
  });
})();
