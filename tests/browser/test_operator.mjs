// From `fangzhi ui` to a published warehouse by clicks alone, in a real browser.
//
// Set WAREHOUSE to an empty folder and PYTHON to the interpreter. Copies of the sample and
// screenshots, in order, land beside the warehouse.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const PORT = 3987;
const BASE = `http://127.0.0.1:${PORT}`;
const WAREHOUSE = process.env.WAREHOUSE;
const RAW = `${WAREHOUSE}/../raw`;
const COPIES = 90;
const PYTHON = process.env.PYTHON ?? ".venv/bin/python";
const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";
const skip = existsSync(BROWSER) ? false : `no browser at ${BROWSER}; set CHROMIUM to one`;

let services, browser, page;
let shots = 0;

async function shot(name) {
  const number = String(++shots).padStart(2, "0");
  await page.screenshot({ path: `${WAREHOUSE}/../${number}-${name}.png` });
}

async function ask(query) {
  const response = await fetch(`${BASE}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await response.json()).data;
}

async function until(what, answer) {
  for (let waited = 0; waited < 240; waited++) {
    const found = await answer().catch(() => null);
    if (found) return found;
    await new Promise((resume) => setTimeout(resume, 1000));
  }
  throw new Error(`waited four minutes for ${what}`);
}

async function open(path) {
  await page.goto(BASE + path, { waitUntil: "networkidle" });
}

async function launchBackfill() {
  await page.getByRole("button", { name: /Materialize all/ }).click();
  await page.getByRole("button", { name: "All", exact: true }).click();
  await shot("collections");
  await page.getByRole("button", { name: /Launch backfill/ }).click();
}

// Latest first.
async function runs() {
  const query = "{ runsOrError { ... on Runs { results { runId status } } } }";
  return (await ask(query)).runsOrError.results;
}

// File of each derived part, and when it was written.
function parts() {
  const folder = `${WAREHOUSE}/parts`;
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".parquet"));
  return new Map(files.map((name) => [name, statSync(`${folder}/${name}`).mtimeMs]));
}

// The sample many times over, so that there is time to look at a run, and to cancel it.
function copySample() {
  const sample = new URL("../../warehouse/raw", import.meta.url).pathname;
  for (const name of readdirSync(sample, { recursive: true })) {
    if (!statSync(`${sample}/${name}`).isFile()) continue;
    for (let copy = 0; copy < COPIES; copy++) {
      cpSync(`${sample}/${name}`, `${RAW}/${dirname(name)}/${copy}_${basename(name)}`);
    }
  }
}

before(async () => {
  if (skip) return;
  mkdirSync(WAREHOUSE, { recursive: true });
  copySample();
  const options = ["-m", "warehouse", "ui", RAW, "--warehouse", WAREHOUSE, "--port", String(PORT)];
  services = spawn(PYTHON, options, { stdio: "ignore" });
  await until("the UI", async () => (await fetch(`${BASE}/server_info`)).ok);
  browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox"] });
  page = await browser.newPage({ viewport: { width: 1600, height: 1200 } });
  page.setDefaultTimeout(60_000);
});

after(async () => {
  await browser?.close();
  if (!services || services.exitCode !== null) return;
  const stopped = new Promise((resume) => services.on("exit", resume));
  services.kill("SIGTERM");
  assert.equal(await stopped, 0, "the UI stops cleanly");
});

test("the graph shows the stages, and nothing covers it", { skip }, async () => {
  await open("/asset-groups");
  for (const stage of ["raw", "reading", "language", "entities", "published", "views"]) {
    await page.getByText(stage, { exact: true }).first().waitFor();
  }
  await shot("graph");
});

test("a cancelled run publishes nothing, and re-executed it derives what is missing", { skip }, async () => {
  await launchBackfill();
  // The first run derives the collections; one of the tables that need none waits behind it.
  const run = await until("the run", async () => {
    const first = (await runs()).at(-1);
    return first.status === "STARTED" && first.runId;
  });
  await open(`/runs/${run}`);
  await until("the first parts", async () => parts().size > 30);
  await page.getByRole("button", { name: "Terminate" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /Terminate/ }).click();
  const others = await until("the end of the run", async () => {
    const all = await runs();
    const over = all.every(({ status }) => /SUCCESS|FAILURE|CANCELED/.test(status));
    return over && all.map(({ runId }) => runId);
  });
  assert.equal((await runs()).at(-1).status, "CANCELED");
  await open(`/runs/${run}`);
  await shot("cancelled");
  assert.ok(!existsSync(`${WAREHOUSE}/current`), "nothing is published");
  const derived = parts();
  await page.getByRole("button", { name: /Re-execute/ }).locator("xpath=following::button[1]").click();
  await shot("re-execute");
  await page.getByText(/From failure/).first().click();
  const status = await until("the second run", async () => {
    const again = (await runs()).find(({ runId }) => !others.includes(runId));
    return again && /SUCCESS|FAILURE/.test(again.status) && again.status;
  });
  assert.equal(status, "SUCCESS");
  const now = parts();
  assert.ok(now.size > derived.size, "what was missing is derived");
  for (const [file, time] of derived) assert.equal(now.get(file), time, `${file} stays`);
});

test("all collections are materialised and published by clicks", { skip }, async () => {
  const query = "{ partitionBackfillsOrError { ... on PartitionBackfills { results { status } } } }";
  const before = (await ask(query)).partitionBackfillsOrError.results.length;
  await open("/asset-groups");
  await launchBackfill();
  await until("the backfill to start", async () => {
    const started = (await ask(query)).partitionBackfillsOrError.results;
    return started.length > before;
  });
  await open("/runs");
  await shot("progress");
  const status = await until("the backfill", async () => {
    const [backfill] = (await ask(query)).partitionBackfillsOrError.results;
    return /^COMPLETED|FAILED/.test(backfill.status) && backfill.status;
  });
  await open("/runs");
  await shot("done");
  assert.match(status, /SUCCESS/);
  assert.ok(existsSync(`${WAREHOUSE}/fangzhi.duckdb`));
});

test("a table shows its rows, columns and kept promises", { skip }, async () => {
  await open("/assets/metrics");
  await page.getByText("what is measured, as a short noun phrase").waitFor();
  await shot("table");
  await open("/assets/metrics?view=checks&checkDetail=spans");
  await page.getByText("every span of metrics cuts its own text out of its article").waitFor();
  await shot("checks");
});

test("a collection has a page of its own", { skip }, async () => {
  const query = '{ assetNodeOrError(assetKey: {path: ["metrics"]}) { ... on AssetNode { partitionKeys } } }';
  const [collection] = (await ask(query)).assetNodeOrError.partitionKeys;
  await open(`/assets/metrics?view=partitions&partition=${encodeURIComponent(collection)}`);
  await page.getByText("dagster/partition_row_count").waitFor();
  await shot("collection");
});

test("a view shows what it reads, and its columns where they come from", { skip }, async () => {
  await open("/assets/metric_facts?view=lineage");
  await page.getByText("entities").first().waitFor();
  await shot("lineage");
  await open("/assets/metric_facts");
  await page.getByText("entities.name").first().waitFor();
  await shot("columns");
});

test("the published snapshot shows its freshness, rows and their change", { skip }, async () => {
  await open("/assets/published");
  await page.getByText(/Freshness/).first().waitFor();
  await shot("freshness");
  await open("/assets/published?view=events");
  await page.getByText("change", { exact: true }).first().waitFor();
  await shot("publication");
});

test("a broken promise is shown with its rows", { skip }, async () => {
  const breakIt = new URL("./break_promise.py", import.meta.url).pathname;
  execFileSync(PYTHON, [breakIt, WAREHOUSE]);
  await open("/assets/metrics?view=checks&checkDetail=spans");
  await page.getByText("first rows").waitFor();
  await shot("broken");
});
