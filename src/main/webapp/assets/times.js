// Times as people say them: how long ago, kept current, with the exact time in the reader's zone and in UTC on hover. Without this script they stand in UTC.
(() => {
  "use strict";
  const EVERY = 15000;
  const STEPS = [["second", 60], ["minute", 60], ["hour", 24], ["day", 30]];
  const short = new Intl.DateTimeFormat([], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  const day = new Intl.DateTimeFormat([], { day: "numeric", month: "short", year: "numeric" });
  const whole = new Intl.DateTimeFormat([], { dateStyle: "medium", timeStyle: "long" });
  const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always" });
  const now = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" }).format(0, "second");

  // In the largest unit of which there is a whole one; days far away by their date.
  function ago(at, present) {
    let size = (at - present) / 1000;
    if (Math.abs(size) < 5) {
      return now;
    }
    for (const [unit, most] of STEPS) {
      if (Math.abs(size) < most) {
        return relative.format(Math.trunc(size), unit);
      }
      size /= most;
    }
    return day.format(at);
  }

  function say(time) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) {
      return;
    }
    if (!time.title) {
      time.title = whole.format(at) + " · " + time.textContent;
    }
    const text = time.classList.contains("exact") ? short.format(at) : ago(at, Date.now());
    if (time.textContent !== text) {
      time.textContent = text;
    }
  }

  function all(root) {
    root.querySelectorAll("time").forEach(say);
  }

  // What is selected stays as it is until it is no longer.
  function current() {
    const selection = document.getSelection();
    if (!document.hidden && (!selection || selection.isCollapsed)) {
      all(document);
    }
  }

  all(document);
  document.addEventListener("fresh", event => all(event.detail));
  document.addEventListener("visibilitychange", current);
  setInterval(current, EVERY);
})();
