// The pages in a real browser: what they show, how they answer to pointer and keys, and that they
// neither load nor run anything that is not theirs. PAGES names the folder that
// `python -m tests.browser.pages` filled; CHROMIUM the browser, if it is not on the path.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const PAGES = resolve(process.env.PAGES ?? "build/browser");
const SHOTS = resolve(PAGES, "screenshots");
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const EXPECTED = JSON.parse(readFileSync(resolve(PAGES, "expected.json"), "utf-8"));
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const ALONE = ["article", "english", "metric", "hostile", "person", "place", "hostile-person"];
const SECTIONS = ["index", "articles", "places", "indicators", "targets", "health"];
// What the county of the stories lies in by its code, the largest first.
const HOLDERS = ["山东省", "威海市", "荣成市"];
const pagesIn = (folder) =>
  readdirSync(resolve(PAGES, "site", folder)).map((file) => `${folder}/${file}`);
const INDICATORS = pagesIn("indicators");
const SHOWN = [
  ...ALONE,
  ...[...SECTIONS, INDICATORS[0], ...pagesIn("places"), pagesIn("outlets")[0]].map(
    (name) => `site/${name.replace(".html", "")}`,
  ),
  ...["index", "targets", "quarantine"].map((name) => `site-in-english/${name}`),
];

let browser;

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf-8" }).trim();
    } catch {
      continue;
    }
  }
  throw new Error("No Chromium on the path; install one or name it in CHROMIUM");
}

before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] });
});
after(() => browser?.close());

// Opens a page in a context of its own; what the page complains about or asks for is collected.
async function open(path, options = {}, prepare = async () => {}) {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("dialog", (dialog) => (trouble.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => {
    if (!request.url().startsWith(pathToFileURL(PAGES).href)) trouble.push(request.url());
  });
  await prepare(page);
  const [file, query] = path.split("?");
  await page.goto(pathToFileURL(resolve(PAGES, file)).href + (query ? `?${query}` : ""));
  return { page, trouble, close: () => context.close() };
}

// The text of every highlight, its fragments put together, by the span that it stands for.
function highlights(page) {
  return page.evaluate(() => {
    const found = {};
    for (const mark of document.querySelectorAll("mark[data-row]")) {
      const key = `${mark.dataset.row} ${mark.dataset.span}`;
      found[key] = (found[key] ?? "") + mark.textContent;
    }
    return Object.entries(found).map(([key, text]) => ({ span: key.split(" ")[1], text }));
  });
}

const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort();

describe("highlights", () => {
  for (const name of ["article", "hostile", "long"]) {
    test(`in ${name} each has the words of its row, and no row is missing`, async () => {
      const { page, trouble, close } = await open(`${name}.html`);
      assert.deepEqual(sorted(await highlights(page)), sorted(EXPECTED.rows[name]));
      assert.deepEqual(trouble, []);
      await close();
    });
  }

  test("a name inside a longer name, and one next to a number, are marked on their own", async () => {
    const { page, close } = await open("article.html");
    const place = page.locator("mark.place", { hasText: "青禾县" }).first();
    assert.equal(await place.textContent(), "青禾县");
    assert.equal(await page.locator("mark.organization mark.place").count(), 0);
    await close();
  });
});

describe("the card", () => {
  const card = (page) => page.locator("#card");

  test("shows the row under the pointer and goes with it", async () => {
    const { page, close } = await open("article.html");
    await page.locator("mark.metric", { hasText: "36.6%" }).hover();
    const text = await card(page).innerText();
    for (const words of ["36.6%", "同比", "规上工业营业收入 111.38亿元", "今年前10个月", "青禾县"]) {
      assert.ok(text.includes(words), `${words} in ${text}`);
    }
    await page.locator("h1").hover();
    assert.equal(await card(page).isVisible(), false);
    await close();
  });

  test("opens by touch on a phone, at the foot of the screen", async () => {
    const { page, close } = await open("article.html", { viewport: PHONE, hasTouch: true });
    await page.locator("mark.person").first().tap();
    assert.ok((await card(page).innerText()).includes("党组书记"));
    const box = await card(page).boundingBox();
    assert.ok(Math.abs(box.y + box.height - PHONE.height) < 2);
    await close();
  });

  test("follows the keys: into the text, on, back, to the list, and away", async () => {
    const { page, close } = await open("article.html");
    const focused = () => page.evaluate(() => document.activeElement.dataset.span);
    await page.locator('mark[tabindex="0"]').focus();
    const first = await focused();
    assert.ok(await card(page).isVisible());
    await page.keyboard.press("ArrowRight");
    const second = await focused();
    assert.notEqual(second, first);
    await page.keyboard.press("ArrowLeft");
    assert.equal(await focused(), first);
    await page.keyboard.press("Escape");
    assert.equal(await card(page).isVisible(), false);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
    await close();
  });

  test("one highlight alone is in the tab order", async () => {
    const { page, close } = await open("long.html");
    assert.equal(await page.locator('mark[tabindex="0"]').count(), 1);
    await close();
  });

  test("is there at once when a metric was asked for", async () => {
    const { page, close } = await open("metric.html");
    assert.ok((await card(page).innerText()).includes("规上工业营业收入"));
    await close();
  });
});

describe("the list", () => {
  test("leads to the place in the text", async () => {
    const { page, close } = await open("article.html");
    await page.locator(".rows.metric summary").first().click();
    await page.locator(".rows.metric .places a").first().click();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "436个");
    await close();
  });

  test("finds a row by any of its words", async () => {
    const { page, close } = await open("article.html");
    await page.locator("#find").fill("同比");
    const visible = await page.locator(".row:visible .row-title").allInnerTexts();
    assert.deepEqual(visible, ["规上工业营业收入增速"]);
    await close();
  });

  test("a kind that is switched off leaves the text and the list", async () => {
    const { page, close } = await open("article.html");
    const number = page.locator("mark.metric").first();
    const background = () => number.evaluate((mark) => getComputedStyle(mark).backgroundColor);
    assert.notEqual(await background(), "rgba(0, 0, 0, 0)");
    await page.locator("#show-metric").uncheck();
    assert.equal(await background(), "rgba(0, 0, 0, 0)");
    assert.equal(await page.locator(".rows.metric").isVisible(), false);
    await number.hover();
    assert.equal(await page.locator("#card").isVisible(), false);
    await close();
  });
});

describe("hostile text", () => {
  for (const name of ["hostile", "hostile-person"]) {
    test(`in ${name} is shown, not obeyed`, async () => {
      const { page, trouble, close } = await open(`${name}.html`);
      assert.ok((await page.locator("h1").textContent()).includes(EXPECTED.hostile));
      assert.equal(await page.locator("img").count(), 0);
      const links = await page.locator("a").evaluateAll((all) => all.map((a) => a.protocol));
      assert.deepEqual([...new Set(links)].filter((protocol) => protocol !== "file:"), []);
      assert.deepEqual(trouble, []);
      await close();
    });
  }

  test("a right-to-left mark turns nothing but its own line", async () => {
    const { page, close } = await open("hostile.html");
    const boundaries = await page
      .locator("bdi, .story p")
      .evaluateAll((all) => all.map((element) => getComputedStyle(element).unicodeBidi));
    assert.deepEqual([...new Set(boundaries)], ["isolate"]);
    await close();
  });
});

describe("the report", () => {
  const shown = (page) => page.locator("tbody tr");

  test("a table of 10,000 rows is searched and sorted within a tenth of a second", async (t) => {
    const { page, trouble, close } = await open("site/articles.html");
    assert.equal(await shown(page).count(), 100);
    const searching = await page.evaluate(() => {
      const field = document.querySelector(".table input");
      const started = performance.now();
      field.value = "通知777";
      field.dispatchEvent(new Event("input"));
      return performance.now() - started;
    });
    assert.equal(await shown(page).count(), 11);
    await page.locator(".table input").fill("");
    const sorting = await page.evaluate(() => {
      const started = performance.now();
      document.querySelector("th button").click();
      return performance.now() - started;
    });
    assert.equal(await page.locator("th").first().getAttribute("aria-sort"), "ascending");
    t.diagnostic(`search ${Math.round(searching)} ms, sort ${Math.round(sorting)} ms`);
    assert.deepEqual(trouble, []);
    await close();
  });

  test("rows are turned page by page", async () => {
    const { page, close } = await open("site/articles.html");
    const first = await shown(page).first().innerText();
    await page.locator(".pager button").nth(1).click();
    assert.notEqual(await shown(page).first().innerText(), first);
    assert.ok((await page.locator("output").innerText()).startsWith("第 101–200 行"));
    await page.locator(".pager button").nth(0).click();
    assert.equal(await shown(page).first().innerText(), first);
    await close();
  });

  test("numbers sort as numbers, and rows without one come last either way", async () => {
    const { page, close } = await open("site/targets.html");
    const header = page.locator("th", { hasText: "目标值" }).locator("button");
    const column = () => page.locator("tbody td:nth-child(3)").allInnerTexts();
    await header.click();
    const rising = await column();
    assert.equal(rising.length, 2);
    assert.ok(rising[0].includes("人") && rising[1].includes("300亿元"), rising.join());
    await header.click();
    assert.deepEqual(await column(), rising.toReversed());
    await close();
  });

  test("on a phone a wide table scrolls in its box to its last column", async () => {
    const { page, close } = await open("site/places.html", { viewport: PHONE });
    const last = page.locator("th").last();
    await page.locator(".scroller").evaluate((box) => (box.scrollLeft = box.scrollWidth));
    const box = await last.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= PHONE.width, JSON.stringify(box));
    await close();
  });

  test("the tree of places unfolds by keys, and leads to the line in its province", async () => {
    const { page, trouble, close } = await open("site/places.html");
    const province = page.locator(".tree > ul > li > details").first();
    const city = province.locator("li a").first();
    assert.equal(await city.isVisible(), false);
    await province.locator("summary").focus();
    await page.keyboard.press("Enter");
    const name = await city.innerText();
    await city.click();
    await page.waitForURL(/places\/\d+\.html#p\d+/);
    assert.ok((await page.locator("li:target").innerText()).startsWith(name));
    assert.deepEqual(trouble, []);
    await close();
  });

  test("a sentence of a table leads to its number in the article", async () => {
    const { page, close } = await open("site/targets.html");
    const link = page.locator("td.sentence a").first();
    const number = await link.innerText();
    assert.equal(await link.locator("mark").innerText(), number);
    await link.click();
    await page.waitForURL(/articles/);
    assert.ok((await page.locator("mark.current").first().innerText()).includes(number));
    assert.ok(await page.locator("#card").isVisible());
    assert.ok((await page.locator("mark.current").first().textContent()).length > 0);
    await close();
  });

  test("a table without rows says so in its place", async () => {
    const { page, trouble, close } = await open("site/quarantine.html");
    assert.equal(await page.locator("table").count(), 0);
    assert.equal(await page.locator(".empty").innerText(), "没有：所有文件都读出来了。");
    assert.deepEqual(trouble, []);
    await close();
  });

  test("a place leads to what it lies in, and a source to its outlet", async () => {
    const { page, close } = await open("site/places.html");
    await page.locator("td a", { hasText: "青禾县" }).click();
    const trail = page.locator(".inside a");
    assert.deepEqual(await trail.allInnerTexts(), HOLDERS);
    await page.locator(".source .quiet").first().click();
    await page.waitForURL(/outlets\//);
    await page.goBack();
    await trail.first().click();
    await page.waitForURL(/places\/\d+\.html/);
    assert.equal(await page.locator("h1").innerText(), HOLDERS[0]);
    await close();
  });

  test("a point of a chart is a link to its sentence, by pointer and by keys", async () => {
    const { page, trouble, close } = await open("site/indicators.html");
    await page.locator("td a", { hasText: "粮食产量" }).click();
    await page.waitForURL(/indicators\//);
    const point = page.locator(".drawing svg a").first();
    await point.click();
    const target = page.locator(".statements > li:target");
    assert.ok((await target.innerText()).includes("粮食产量"));
    assert.deepEqual(trouble, []);
    await close();
  });

  test("the search finds titles and names, and is left by the keys", async () => {
    const { page, close } = await open("site/index.html");
    await page.locator("#search").fill("方明");
    await page.locator("#found a", { hasText: "方明礼" }).waitFor();
    await page.locator("#search").press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/entities/);
    assert.equal(await page.locator("h1").innerText(), "方明礼");
    await close();
  });

  test("hostile text in tables and search is shown, not obeyed", async () => {
    const { page, trouble, close } = await open("site/people.html?find=%3Cimg%20src%3Dx%3E");
    assert.equal(await page.locator(".table input").inputValue(), "<img src=x>");
    await page.locator("#search").fill("<script>");
    await page.locator("#found li").first().waitFor();
    assert.equal(await page.locator("img").count(), 0);
    assert.deepEqual(trouble, []);
    await close();
  });
});

describe("every page", () => {
  for (const name of SHOWN) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
        test(`${name}, ${colorScheme}, ${size}: accessible, quiet, no wider than the screen`, async () => {
          const useAxe = (page) => page.addInitScript({ path: AXE });
          const options = { viewport, colorScheme };
          const { page, trouble, close } = await open(`${name}.html`, options, useAxe);
          const { violations } = await page.evaluate(() => axe.run({ preload: false }));
          const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
          assert.deepEqual(serious.map(({ id, nodes }) => [id, nodes[0].html]), []);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= viewport.width, `${width} px wide`);
          await page.screenshot({ path: resolve(SHOTS, `${name.replaceAll("/", "-")}-${colorScheme}-${size}.png`) });
          assert.deepEqual(trouble, []);
          await close();
        });
      }
    }
  }

  test("a page of 20,000 characters and 1,000 highlights is under 2 MB and ready at once", async (t) => {
    const { page, close } = await open("long.html");
    const ready = await page.evaluate(
      () => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
    );
    const size = statSync(resolve(PAGES, "long.html")).size;
    t.diagnostic(`${Math.round(ready)} ms, ${(size / 1e6).toFixed(2)} MB`);
    assert.equal(await page.locator("mark[id]").count(), 1000);
    assert.ok(size < 2e6);
    await close();
  });
});
