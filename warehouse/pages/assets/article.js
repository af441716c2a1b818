// The card beside a highlight, keys to walk from highlight to highlight, and the list's search.
// Everything shown is cloned from the page itself: no text ever becomes markup here.
"use strict";

(() => {
  const text = document.getElementById("text");
  const card = document.getElementById("card");
  const find = document.getElementById("find");
  if (!text || !card) return;

  const rowOf = (mark) => document.getElementById(mark.dataset.row);
  const isShown = (mark) => {
    const filter = document.getElementById(`show-${mark.classList[0]}`);
    return !filter || filter.checked;
  };
  // Fragments of a span that was cut follow its first one and are no stops of their own.
  const stops = () => [...text.querySelectorAll("mark[id]")].filter(isShown);

  let current = null;
  let pinned = false;

  function fillCard(mark) {
    const row = rowOf(mark);
    const title = row.querySelector(".row-title").cloneNode(true);
    card.className = `card ${mark.classList[0]}`;
    card.replaceChildren(title, row.querySelector(".facts").cloneNode(true));
  }

  function placeCard(mark) {
    if (matchMedia("(max-width: 60rem)").matches) {
      card.style.removeProperty("left");
      card.style.removeProperty("top");
      return;
    }
    const line = mark.getClientRects()[0];
    const gap = 8;
    const column = text.getBoundingClientRect();
    const left = Math.min(line.left, column.right - card.offsetWidth);
    const below = line.bottom + gap;
    const fits = below + card.offsetHeight <= innerHeight;
    const top = fits ? below : Math.max(gap, line.top - card.offsetHeight - gap);
    card.style.setProperty("left", `${Math.max(gap, left)}px`);
    card.style.setProperty("top", `${top}px`);
  }

  function show(mark) {
    if (!isShown(mark)) return;
    hide();
    current = mark;
    const { row } = mark.dataset;
    for (const part of text.querySelectorAll(`mark[data-row="${row}"]`)) {
      part.classList.add("current");
    }
    fillCard(mark);
    card.showPopover();
    placeCard(mark);
  }

  function hide() {
    if (!current) return;
    for (const part of text.querySelectorAll("mark.current")) part.classList.remove("current");
    current = null;
    pinned = false;
    card.hidePopover();
  }

  function openRow(mark) {
    const row = rowOf(mark);
    row.open = true;
    const list = row.closest(".evidence");
    if (getComputedStyle(list).position === "sticky") {
      list.scrollTo({ top: row.offsetTop - list.clientHeight / 3 });
    }
  }

  function pin(mark) {
    show(mark);
    pinned = true;
    const box = mark.getBoundingClientRect();
    const sheet = card.getBoundingClientRect();
    const isCovered = sheet.left <= box.left && box.bottom > sheet.top && box.top < sheet.bottom;
    if (isCovered || box.top < 0 || box.bottom > innerHeight) {
      mark.scrollIntoView({ block: "center" });
      placeCard(mark);
    }
  }

  function visit(mark) {
    mark.focus({ preventScroll: true });
    pin(mark);
  }

  // One highlight is in the tab order; arrow keys move from there.
  function makeTabStop(mark) {
    for (const stop of text.querySelectorAll('mark[tabindex="0"]')) stop.tabIndex = -1;
    if (mark) mark.tabIndex = 0;
  }

  function step(mark, direction) {
    const order = stops();
    const next = order[order.indexOf(mark) + direction];
    if (next) visit(next);
  }

  // A finger has no hover: it taps, and the card stays.
  text.addEventListener("pointerover", (event) => {
    if (pinned || event.pointerType !== "mouse") return;
    const mark = event.target.closest("mark");
    if (mark) show(mark);
    else hide();
  });
  text.addEventListener("pointerleave", () => pinned || hide());
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark) return hide();
    pin(mark);
    openRow(mark);
  });
  text.addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark");
    if (!mark) return;
    makeTabStop(mark);
    // A press focuses too, but it is the click that shows: until then nothing may move under it.
    if (mark.matches(":focus-visible")) pin(mark);
  });
  text.addEventListener("focusout", () => hide());
  text.addEventListener("keydown", (event) => {
    const mark = event.target.closest("mark");
    if (!mark) return;
    if (event.key === "ArrowRight") step(mark, 1);
    else if (event.key === "ArrowLeft") step(mark, -1);
    else if (event.key === "Enter") {
      const row = rowOf(mark);
      openRow(mark);
      row.querySelector("summary").focus();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".places a, .facts a");
    const place = link && document.getElementById(link.hash.slice(1));
    if (place instanceof HTMLDetailsElement) place.open = true;
    else if (place?.matches("mark")) {
      event.preventDefault();
      visit(place);
    } else if (!event.target.closest("mark, .card")) hide();
  });
  for (const filter of document.querySelectorAll(".kinds input")) {
    filter.addEventListener("change", () => {
      hide();
      makeTabStop(stops()[0]);
    });
  }
  find?.addEventListener("input", () => {
    const wanted = find.value.trim().toLowerCase();
    for (const row of document.querySelectorAll(".row")) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
    }
  });

  makeTabStop(stops()[0]);
  const selected = document.getElementById(card.dataset.selected || location.hash.slice(1));
  if (selected?.matches("mark")) {
    visit(selected);
    openRow(selected);
  }
})();
