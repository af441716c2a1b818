// Draws each figure[data-chart] with Observable Plot. A point is a link to its sentence; the same
// points stand as a list below the drawing.
"use strict";

(() => {
  const chinese = document.documentElement.lang !== "en";
  const scales = chinese ? [[1e12, "万亿"], [1e8, "亿"], [1e4, "万"]] : [];
  const kinds = ["person", "organization", "place", "initiative", "document", "event"];

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

  // Values over time: a line a place; goals are hollow.
  function lines(points) {
    return {
      height: 320,
      x: { type: "utc", label: null, tickFormat: month, nice: true },
      y: { grid: true, tickFormat: digits },
      marks: [
        Plot.ruleY([0], { strokeOpacity: 0.4 }),
        Plot.lineY(points, { x: "day", y: "value", stroke: "series", strokeOpacity: 0.7 }),
        Plot.dot(points, {
          ...linked,
          x: "day",
          y: "value",
          stroke: "series",
          fill: (point) => (point.goal ? "none" : point.series),
          symbol: "series",
          strokeWidth: 2,
          r: 5,
        }),
        // Names stand at the ends of their lines, so that no one has to match colours.
        Plot.text(
          points,
          Plot.selectLast({
            x: "day",
            y: "value",
            z: "series",
            text: "series",
            fill: "series",
            textAnchor: "start",
            dx: 10,
          }),
        ),
      ],
    };
  }

  // Places on one day: a bar each.
  function bars(points) {
    return {
      height: 60 + 28 * points.length,
      marginLeft: 120,
      x: { grid: true, tickFormat: digits },
      y: { label: null },
      marks: [
        Plot.barX(points, {
          ...linked,
          x: "value",
          y: "series",
          fill: "series",
          sort: { y: "-x" },
        }),
        Plot.text(points, { x: "value", y: "series", text: "label", textAnchor: "end", dx: -6, fill: "var(--paper)" }),
      ],
    };
  }

  function draw(figure) {
    const chart = JSON.parse(figure.dataset.chart);
    const points = chart.points.map((point) => ({ ...point, day: new Date(point.day) }));
    const names = [...new Set(points.map((point) => point.series))];
    const colours = names.map((_, index) => `var(--${kinds[index % kinds.length]})`);
    const { marks, ...options } = chart.kind === "bar" ? bars(points) : lines(points);
    const drawing = Plot.plot({
      className: "plot",
      width: Math.max(320, figure.clientWidth),
      marginLeft: 64,
      marginRight: 112,
      ...options,
      color: { domain: names, range: colours },
      symbol: { domain: names },
      marks,
    });
    figure.querySelector(".drawing").replaceChildren(drawing);
  }

  for (const figure of document.querySelectorAll("figure[data-chart]")) draw(figure);
})();
