// Draws each chart anew from its table, with values under the pointer or the arrow keys, and zoom. Without this script, and in print, the drawing from the server stays.
(() => {
  "use strict";
  const DASHES = { first: [], second: [6, 4], third: [2, 3] };
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const MARKS = { raised: ["--bad", [4, 4]], resolved: ["--good", [1, 4]], deployed: ["--accent", []], retrained: ["--third", [8, 3]] };
  const values = row => [...row.cells].filter(cell => cell.dataset.value !== undefined);

  // Columns of numbers, with a gap where the table has none, from one time to another.
  function read(table, from, to) {
    const rows = [...table.tBodies[0].rows].reverse();
    const times = rows.map(row => Number(row.dataset.at));
    const steps = times.slice(1).map((t, i) => t - times[i]).sort((a, b) => a - b);
    const gap = 3 * (steps[steps.length >> 1] || Infinity);
    const columns = [[], ...values(rows[0]).map(() => [])];
    const empty = at => columns.forEach((column, k) => column.push(k === 0 ? at : null));
    if (from < times[0]) {
      empty(from);
    }
    rows.forEach((row, i) => {
      if (i > 0 && times[i] - times[i - 1] > gap) {
        empty(times[i - 1] + gap / 3);
      }
      columns[0].push(times[i]);
      values(row).forEach((cell, k) => columns[k + 1].push(cell.dataset.value === "" ? null : Number(cell.dataset.value)));
    });
    if (to > times[times.length - 1]) {
      empty(to);
    }
    return columns;
  }

  // For each column the stretches [time, low, high] that have a band, broken where the line is.
  function readBands(table, times) {
    const rows = new Map([...table.tBodies[0].rows].map(row => [Number(row.dataset.at), values(row)]));
    return [...Array(values(table.tBodies[0].rows[0]).length).keys()].map(k => {
      const runs = [[]];
      for (const at of times) {
        const data = rows.has(at) ? rows.get(at)[k].dataset : {};
        if (data.low === undefined) {
          runs.push([]);
        } else {
          runs[runs.length - 1].push([at, Number(data.low), Number(data.high)]);
        }
      }
      return runs.filter(run => run.length > 1);
    });
  }

  // The time of day, or the day where the span is long.
  function clock(seconds, times) {
    const long = times[times.length - 1] - times[0] > 2 * 86400;
    return new Date(seconds * 1000).toLocaleString([], long ? { day: "numeric", month: "short" } : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  }

  function draw(figure) {
    const plot = figure.querySelector(".plot");
    const table = figure.querySelector("table.series");
    if (!plot || !table || plot.dataset.live || !window.uPlot) {
      return;
    }
    const data = read(table, Number(plot.dataset.from), Number(plot.dataset.to));
    if (data[0].length < 2) {
      return;
    }
    plot.dataset.live = "yes";
    const bands = readBands(table, data[0]);
    const texts = new Map([...table.tBodies[0].rows].map(row => [Number(row.dataset.at), values(row).map(c => c.textContent)]));
    const heads = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent);
    const names = heads.slice(0, data.length - 1);
    const counts = new Map([...table.tBodies[0].rows].map(row => [Number(row.dataset.at),
      [...row.querySelectorAll("td.count")].map((c, k) => heads[names.length + k] + " " + c.textContent).join(", ")]));
    const events = [...figure.querySelectorAll(".events li")].map(li => [Number(li.dataset.at), ...MARKS[li.dataset.kind]]);
    const levels = [...figure.querySelectorAll(".key li[data-low]")].map(li => [Number(li.dataset.low), Number(li.dataset.high)]);
    const ticks = [...plot.querySelectorAll(".ticks li")].map(li => li.textContent);
    const low = Number(plot.dataset.low), high = Number(plot.dataset.high);
    const soft = colour("--soft"), line = colour("--line");
    const font = "12px system-ui, sans-serif";
    const live = Object.assign(document.createElement("div"), { className: "live" });
    const size = () => ({ width: Math.max(200, live.clientWidth), height: 200 });
    const time = v => new Date(v * 1000).toLocaleString([], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
    const split = [low, (low + high) / 2, high];
    const options = {
      width: 200, height: 200,
      legend: { live: true },
      cursor: { drag: { x: true, y: false }, points: { size: 6 } },
      scales: { y: { range: [low, high] } },
      axes: [
        { stroke: soft, grid: { show: false }, ticks: { stroke: line }, font, space: 70, values: (u, splits) => splits.map(v => clock(v, data[0])) },
        { stroke: soft, grid: { stroke: line }, ticks: { show: false }, font, size: 64, splits: () => split, values: () => [...ticks].reverse() },
      ],
      series: [
        { label: table.tHead.rows[0].cells[0].textContent, value: (u, v) => v === null ? "–" : [time(v), counts.get(v)].filter(Boolean).join(" · ") },
        ...names.map((label, k) => {
          const kind = ["first", "second", "third"][Math.min(k, 2)];
          return { label, stroke: colour("--" + kind), width: k === 0 ? 2 : 1.5, dash: DASHES[kind], points: { show: false },
            value: (u, v, s, i) => v === null || i === null ? "–" : (texts.get(u.data[0][i]) || [])[k] || "–" };
        }),
      ],
      hooks: {
        drawAxes: [u => levels.forEach(([low, high]) => {
          const top = u.valToPos(high, "y", true), bottom = u.valToPos(low, "y", true);
          u.ctx.save();
          u.ctx.fillStyle = u.ctx.strokeStyle = colour("--edge");
          u.ctx.globalAlpha = high > low ? .18 : 1;
          u.ctx.fillRect(u.bbox.left, top, u.bbox.width, Math.max(devicePixelRatio, bottom - top));
          u.ctx.restore();
        }), u => bands.forEach((runs, k) => {
          u.ctx.save();
          u.ctx.globalAlpha = .15;
          u.ctx.fillStyle = colour("--" + ["first", "second", "third"][Math.min(k, 2)]);
          u.ctx.beginPath();
          u.ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
          u.ctx.clip();
          for (const run of runs) {
            u.ctx.beginPath();
            run.forEach(([at, , high]) => u.ctx.lineTo(u.valToPos(at, "x", true), u.valToPos(high, "y", true)));
            run.slice().reverse().forEach(([at, low]) => u.ctx.lineTo(u.valToPos(at, "x", true), u.valToPos(low, "y", true)));
            u.ctx.fill();
          }
          u.ctx.restore();
        })],
        draw: [u => {
          u.ctx.save();
          for (const [at, stroke, dash] of events) {
            u.ctx.strokeStyle = colour(stroke);
            u.ctx.lineWidth = 1.5 * devicePixelRatio;
            u.ctx.setLineDash(dash.map(d => d * devicePixelRatio));
            const x = u.valToPos(at, "x", true);
            if (x >= u.bbox.left && x <= u.bbox.left + u.bbox.width) {
              u.ctx.beginPath();
              u.ctx.moveTo(x, u.bbox.top);
              u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
              u.ctx.stroke();
            }
          }
          u.ctx.restore();
        }],
      },
    };
    plot.append(live);
    Object.assign(options, size());
    const chart = new uPlot(options, data, live);
    const spoken = Object.assign(document.createElement("p"), { className: "hidden" });
    spoken.setAttribute("role", "status");
    live.append(spoken);
    live.tabIndex = 0;
    live.setAttribute("role", "group");
    live.setAttribute("aria-label", figure.querySelector("figcaption b").textContent + ". " + plot.dataset.keys);
    live.addEventListener("keydown", event => keys(event, chart, at => {
      spoken.textContent = [time(at), ...(texts.get(at) || []).map((text, k) => names[k] + " " + text), counts.get(at)].filter(Boolean).join("; ");
    }));
    new ResizeObserver(() => chart.setSize(size())).observe(live);
  }

  // Arrows move the cursor over what is there, plus and minus zoom around it.
  function keys(event, chart, say) {
    const times = chart.data[0];
    const { min, max } = chart.scales.x;
    const seen = times.map((t, i) => i).filter(i => times[i] >= min && times[i] <= max && chart.data.some((c, k) => k > 0 && c[i] !== null));
    const now = seen.indexOf(chart.cursor.idx);
    const steps = { ArrowRight: now + 1, ArrowLeft: now < 0 ? seen.length - 1 : now - 1, Home: 0, End: seen.length - 1 };
    if (event.key in steps && seen.length > 0) {
      const i = seen[Math.max(0, Math.min(seen.length - 1, steps[event.key]))];
      chart.setCursor({ left: chart.valToPos(times[i], "x"), top: chart.bbox.height / devicePixelRatio / 2 });
      say(times[i]);
    } else if (event.key === "+" || event.key === "-") {
      const middle = now < 0 ? (min + max) / 2 : times[seen[now]];
      const half = (max - min) * (event.key === "+" ? .25 : 1);
      chart.setScale("x", { min: Math.max(times[0], middle - half), max: Math.min(times[times.length - 1], middle + half) });
    } else if (event.key === "Escape") {
      chart.setScale("x", { min: times[0], max: times[times.length - 1] });
    } else {
      return;
    }
    event.preventDefault();
  }

  function all(root) {
    for (const figure of root.querySelectorAll("figure.chart")) {
      draw(figure);
    }
  }

  document.addEventListener("fresh", event => all(event.detail));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
})();
