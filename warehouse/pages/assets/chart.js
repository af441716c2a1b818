// Draws each figure[data-chart] with Observable Plot. A point is a link to its sentence; the same
// points stand as a list below the drawing.
"use strict";

(() => {
  const chinese = document.documentElement.lang !== "en";
  const scales = chinese
    ? [[1e12, "万亿"], [1e8, "亿"], [1e4, "万"]]
    : [[1e12, " trillion"], [1e9, " billion"], [1e6, " million"]];
  const colours = ["person", "organization", "place", "initiative", "document", "event"];
  const [marginLeft, marginRight] = [chinese ? 64 : 80, 32];
  const yearWidth = 44; // pixels that the label of a year needs

  function digits(value) {
    const [scale, word] = scales.find(([least]) => Math.abs(value) >= least) ?? [1, ""];
    return (value / scale).toLocaleString("en", { maximumFractionDigits: 2 }) + word;
  }

  function month(day) {
    const text = day.toISOString().slice(0, 7);
    return text.endsWith("-01") ? text.slice(0, 4) : text;
  }

  const linked = {
    title: (point) => `${point.series}\n${point.label}`,
    href: "address",
    target: "_self",
    ariaLabel: (point) => `${point.series} ${point.label}`,
  };

  // Values over time: a line a place; goals are hollow, and their line is broken.
  function lines(points) {
    const marksOf = (some, { fill, strokeDasharray }) => [
      Plot.lineY(some, {
        x: "day",
        y: "value",
        z: "series",
        stroke: "series",
        strokeOpacity: 0.7,
        strokeDasharray,
      }),
      Plot.dot(some, {
        ...linked,
        x: "day",
        y: "value",
        stroke: "series",
        fill,
        symbol: "series",
        strokeWidth: 2,
        r: 5,
      }),
    ];
    return {
      height: 320,
      x: { type: "utc", label: null, tickFormat: month, nice: true },
      y: { grid: true, label: null, tickFormat: digits },
      marks: [
        Plot.ruleY([0], { strokeOpacity: 0.4 }),
        ...marksOf(points.filter(({ goal }) => goal), { fill: "none", strokeDasharray: "4 3" }),
        ...marksOf(points.filter(({ goal }) => !goal), { fill: "series" }),
      ],
    };
  }

  // Places in one period: a bar each, from left to right.
  function bars(points) {
    return {
      height: 40 + 32 * points.length,
      marginLeft: 144,
      x: { grid: true, label: null, tickFormat: digits, ticks: 5 },
      y: { label: null },
      marks: [
        Plot.barX(points, { ...linked, x: "value", y: "series", fill: "series", sort: { y: "-x" } }),
        Plot.ruleX([0]),
      ],
    };
  }

  // One series over the years: a column each.
  function columns(points, width) {
    const years = points.map(({ day }) => day.getUTCFullYear());
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const domain = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const every = Math.ceil((domain.length * yearWidth) / width); // so that labels stay apart
    const ticks = domain.filter((year) => (year - last) % every === 0);
    return {
      height: 240,
      x: { label: null, type: "band", domain, ticks, tickFormat: String },
      y: { grid: true, label: null, tickFormat: digits },
      marks: [
        Plot.barY(points, { ...linked, x: ({ day }) => day.getUTCFullYear(), y: "value", fill: "series" }),
        Plot.ruleY([0]),
      ],
    };
  }

  // For screen readers: links carry the names of their points; groups are no things of their own.
  function nameParts(drawing) {
    for (const group of drawing.querySelectorAll("g[aria-label]")) {
      group.removeAttribute("aria-label");
    }
    for (const link of drawing.querySelectorAll("a")) {
      const point = link.firstElementChild;
      link.setAttribute("aria-label", point.getAttribute("aria-label"));
      point.removeAttribute("aria-label");
    }
  }

  const kinds = { line: lines, bar: bars, column: columns };

  function draw(figure) {
    const chart = JSON.parse(figure.dataset.chart);
    const points = chart.points.map((point) => ({ ...point, day: new Date(point.day) }));
    const names = [...new Set(points.map((point) => point.series))];
    const inks = names.map((_, index) => `var(--${colours[index % colours.length]})`);
    const symbols = ["circle", "square", "triangle", "diamond", "star", "cross"];
    const width = Math.max(320, figure.clientWidth);
    const { marks, ...options } = kinds[chart.kind](points, width - marginLeft - marginRight);
    const drawing = Plot.plot({
      className: "plot",
      width,
      marginLeft,
      marginRight,
      ...options,
      color: { domain: names, range: inks },
      symbol: {
        domain: names,
        range: symbols.slice(0, names.length),
        legend: chart.kind === "line" && names.length > 1,
      },
      marks,
    });
    nameParts(drawing);
    figure.querySelector(".drawing").replaceChildren(drawing);
  }

  for (const figure of document.querySelectorAll("figure[data-chart]")) draw(figure);
})();
