// Search over titles and names. The index is loaded when the search field is first used.
"use strict";

(() => {
  const field = document.getElementById("search");
  const list = document.getElementById("found");
  if (!field || !list) return;
  const limit = 30;
  let entries = null;

  globalThis.fangzhiSearch = (loaded) => {
    entries = loaded.map((entry) => ({ entry, folded: entry[1].toLowerCase() }));
    search();
  };

  function load() {
    if (entries) return;
    entries = [];
    const script = document.createElement("script");
    script.src = field.dataset.index;
    document.head.append(script);
  }

  function itemOf([kind, name, address, id]) {
    const item = document.createElement("li");
    const badge = document.createElement("span");
    badge.className = `badge ${kind}`;
    badge.textContent = list.querySelector("template").content.querySelector(
      `[data-kind="${kind}"]`,
    ).textContent;
    const title = document.createElement(address ? "a" : "span");
    if (address) title.href = field.dataset.root + address;
    title.textContent = name;
    title.dir = "auto";
    item.append(badge, title);
    if (!address) {
      const command = document.createElement("code");
      command.textContent = `fangzhi show ${id}`;
      item.append(command);
    }
    return item;
  }

  function search() {
    const wanted = field.value.trim().toLowerCase();
    const found = [];
    if (wanted) {
      for (const { entry, folded } of entries) {
        if (!folded.includes(wanted)) continue;
        found.push(entry);
        if (found.length === limit) break;
      }
    }
    for (const item of list.querySelectorAll("li")) item.remove();
    list.append(...found.map(itemOf));
    list.hidden = found.length === 0;
  }

  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", () => (load(), search()));
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") list.querySelector("a")?.focus();
    if (event.key === "Escape") list.hidden = true;
  });
  list.addEventListener("keydown", (event) => {
    const items = [...list.querySelectorAll("a")];
    const at = items.indexOf(document.activeElement);
    if (event.key === "ArrowDown") items[at + 1]?.focus();
    else if (event.key === "ArrowUp") (items[at - 1] ?? field).focus();
    else if (event.key === "Escape") (field.focus(), (list.hidden = true));
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) list.hidden = true;
  });
})();
