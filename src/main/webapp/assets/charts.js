// Draws each chart anew from its table, with values under the pointer and zoom by dragging. Without this script the drawing from the server stays.
(() => {
  "use strict";
  const DASHES = { first: [], second: [6, 4], third: [2, 3] };
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // Columns of numbers, with a gap where the table has none.
  function read(table) {
    const rows = [...table.tBodies[0].rows].reverse();
    const times = rows.map(row => Number(row.dataset.at));
    const steps = times.slice(1).map((t, i) => t - times[i]).sort((a, b) => a - b);
    const gap = 3 * (steps[steps.length >> 1] || Infinity);
    const columns = [[], ...[...rows[0].cells].slice(1).map(() => [])];
    rows.forEach((row, i) => {
      if (i > 0 && times[i] - times[i - 1] > gap) {
        columns.forEach((column, k) => column.push(k === 0 ? times[i - 1] + gap / 3 : null));
      }
      columns[0].push(times[i]);
      [...row.cells].slice(1).forEach((cell, k) => columns[k + 1].push(cell.dataset.value === "" ? null : Number(cell.dataset.value)));
    });
    return columns;
  }

  // For each column the stretches [time, low, high] that have a band, broken where the line is.
  function readBands(table, times) {
    const rows = new Map([...table.tBodies[0].rows].map(row => [Number(row.dataset.at), [...row.cells].slice(1)]));
    const count = table.tHead.rows[0].cells.length - 1;
    return [...Array(count).keys()].map(k => {
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
    const data = read(table);
    if (data[0].length < 2) {
      return;
    }
    plot.dataset.live = "yes";
    const bands = readBands(table, data[0]);
    const texts = new Map([...table.tBodies[0].rows].map(row => [Number(row.dataset.at), [...row.cells].slice(1).map(c => c.textContent)]));
    const events = [...figure.querySelectorAll(".events li")].map(li => Number(li.dataset.at));
    const names = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent);
    const ticks = [...plot.querySelectorAll(".ticks li")].map(li => li.textContent);
    const low = Number(plot.dataset.low), high = Number(plot.dataset.high);
    const soft = colour("--soft"), line = colour("--line");
    const font = "12px system-ui, sans-serif";
    const size = () => ({ width: Math.max(200, plot.clientWidth), height: 200 });
    const split = [low, (low + high) / 2, high];
    const options = {
      ...size(),
      legend: { live: true },
      cursor: { drag: { x: true, y: false }, points: { size: 6 } },
      scales: { y: { range: [low, high] } },
      axes: [
        { stroke: soft, grid: { show: false }, ticks: { stroke: line }, font, space: 70, values: (u, splits) => splits.map(v => clock(v, data[0])) },
        { stroke: soft, grid: { stroke: line }, ticks: { show: false }, font, size: 64, splits: () => split, values: () => [...ticks].reverse() },
      ],
      series: [
        { label: "Time", value: (u, v) => v === null ? "–" : new Date(v * 1000).toLocaleString([], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }) },
        ...names.map((label, k) => {
          const kind = ["first", "second", "third"][Math.min(k, 2)];
          return { label, stroke: colour("--" + kind), width: k === 0 ? 2 : 1.5, dash: DASHES[kind], points: { show: false },
            value: (u, v, s, i) => v === null || i === null ? "–" : (texts.get(u.data[0][i]) || [])[k] || "–" };
        }),
      ],
      hooks: {
        drawAxes: [u => bands.forEach((runs, k) => {
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
          u.ctx.strokeStyle = colour("--bad");
          u.ctx.setLineDash([4, 4]);
          for (const at of events) {
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
    plot.replaceChildren();
    const chart = new uPlot(options, data, plot);
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", "Chart; the table below has the values");
    new ResizeObserver(() => chart.setSize(size())).observe(plot);
  }

  function all(root) {
    for (const figure of root.querySelectorAll("figure.chart")) {
      draw(figure);
    }
  }

  document.addEventListener("fresh", event => all(event.detail));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
})();
