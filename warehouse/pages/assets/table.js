// A table of thousands of rows: search, sort, pages. Rows come from data/<name>.js, which calls
// fangzhi.rows; a cell is a text or number, or [text, sort key, address], or with the start and end
// of what is marked in the text: [text, sort key, address, start, end].
"use strict";

globalThis.fangzhi = {
  rows(name, rows) {
    const table = document.querySelector(`table[data-rows="${name}"]`);
    if (table) showTable(table, rows);
  },
};

function showTable(table, rows) {
  const perPage = 100;
  const frame = table.closest(".table");
  const find = frame.querySelector("input[type=search]");
  const status = frame.querySelector("output");
  const [back, forth] = frame.querySelectorAll(".pager button");
  const headers = [...table.tHead.rows[0].cells];
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language === "en" ? "en" : "zh-CN", { numeric: true });

  const textOf = (cell) => (Array.isArray(cell) ? cell[0] : cell) ?? "";
  const keyOf = (cell) => (Array.isArray(cell) ? cell[1] : cell) ?? null;
  // Joined once: searching 10,000 rows is then one pass over strings.
  const haystacks = rows.map((row) => row.map(textOf).join("\t").toLowerCase());
  let found = rows.map((_, index) => index);
  let order = found;
  let page = 0;
  let sorted = { column: -1, direction: 1 };

  function compare(left, right) {
    const [a, b] = [keyOf(rows[left][sorted.column]), keyOf(rows[right][sorted.column])];
    if (a === null || b === null) return (a === null) - (b === null) || left - right;
    const difference =
      typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b);
    return sorted.direction * difference || left - right;
  }

  // What leads somewhere: the whole text, or the marked part of it.
  function linked(content, address) {
    if (!address) return content;
    const link = document.createElement("a");
    link.href = address;
    link.append(content);
    return link;
  }

  function cellOf(value, header) {
    const cell = document.createElement("td");
    const text = textOf(value);
    const [, , address, start, end] = Array.isArray(value) ? value : [];
    if (end === undefined) {
      cell.append(linked(typeof text === "number" ? text.toLocaleString("en") : text, address));
    } else {
      const mark = document.createElement("mark");
      mark.className = "metric";
      // Offsets count code points, as everywhere in the warehouse.
      const characters = [...text];
      mark.append(characters.slice(start, end).join(""));
      cell.append(
        characters.slice(0, start).join(""),
        linked(mark, address),
        characters.slice(end).join(""),
      );
    }
    cell.className = header.dataset.look;
    if (header.dataset.look === "progress" && keyOf(value) !== null) {
      const bar = document.createElement("progress");
      bar.max = 1;
      bar.value = Math.min(1, keyOf(value));
      bar.ariaLabel = text;
      cell.prepend(bar);
    }
    return cell;
  }

  function draw() {
    const shown = order.slice(page * perPage, (page + 1) * perPage);
    table.tBodies[0].replaceChildren(
      ...shown.map((index) => {
        const row = document.createElement("tr");
        row.append(...headers.map((header, column) => cellOf(rows[index][column], header)));
        return row;
      }),
    );
    const from = shown.length ? page * perPage + 1 : 0;
    const pattern = order.length ? status.dataset.pattern : status.dataset.none;
    status.value = pattern
      .replace("{from}", from)
      .replace("{to}", page * perPage + shown.length)
      .replace("{all}", order.length.toLocaleString("en"));
    back.disabled = page === 0;
    forth.disabled = (page + 1) * perPage >= order.length;
  }

  function search() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = [];
    haystacks.forEach((haystack, index) => {
      if (words.every((word) => haystack.includes(word))) found.push(index);
    });
    arrange();
  }

  function arrange() {
    order = sorted.column < 0 ? found : found.toSorted(compare);
    page = 0;
    draw();
  }

  headers.forEach((header, column) => {
    header.querySelector("button").addEventListener("click", () => {
      const again = sorted.column === column;
      sorted = { column, direction: again ? -sorted.direction : 1 };
      for (const other of headers) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", sorted.direction > 0 ? "ascending" : "descending");
      arrange();
    });
  });
  find.addEventListener("input", search);
  back.addEventListener("click", () => (page--, draw()));
  forth.addEventListener("click", () => (page++, draw()));
  find.value = new URLSearchParams(location.search).get("find") ?? "";
  search();
}
