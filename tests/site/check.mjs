// Checks a site that `wsdl2rs doc` wrote, in Chromium and from files: `check.mjs DIR [TERM [SHOTS]]`.
//
// Every link leads somewhere; no page reports an error; the search finds TERM by keyboard alone;
// pictures have links; colours can be switched; nothing is wider than a phone; pages show fast.
// With SHOTS, a folder, pictures of some pages are left there.
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

// The package is installed outside of the sources, in the folder that NODE_PATH names.
const require = createRequire(path.join(process.env.NODE_PATH || ".", "x.js"));
const { chromium } = require("playwright-core");

const [dir, term, shots] = process.argv.slice(2);
const failures = [];
/** How many milliseconds a page may take. */
const LONGEST = 200;
const check = (holds, what) => holds || failures.push(what);

/** Every page below the folder, with `/` between folders. */
const pages = fs
  .readdirSync(dir, { recursive: true })
  .map((name) => String(name).replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".html"))
  .sort();

const unescaped = (text) => text.replaceAll("&amp;", "&");

/** Every `href` and `src` is a file of the site, and every fragment an id of its page. */
function checkLinks() {
  const ids = new Map();
  const idsOf = (page) => {
    if (!ids.has(page)) {
      const text = fs.readFileSync(path.join(dir, page), "utf8");
      ids.set(page, new Set([...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])));
    }
    return ids.get(page);
  };
  let count = 0;
  for (const page of pages) {
    const text = fs.readFileSync(path.join(dir, page), "utf8");
    check(!/<script(?! src="[./]*site\.js")/.test(text), `${page}: a script of another source`);
    for (const [, link] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      count += 1;
      const [file, fragment] = unescaped(link).split("#");
      const target = file ? path.posix.join(path.posix.dirname(page), file) : page;
      const isThere = !target.startsWith("..") && fs.existsSync(path.join(dir, target));
      check(isThere, `${page}: a link to ${link}, which is not there`);
      if (isThere && fragment) {
        check(idsOf(target).has(fragment), `${page}: a link to ${link}, which has no such id`);
      }
    }
  }
  return count;
}

const url = (page) => pathToFileURL(path.join(dir, page)).href;

/** A page in a window, with what it reports as a failure. */
async function open(context, page) {
  const tab = await context.newPage();
  const report = (text) => failures.push(`${page}: ${text}`);
  tab.on("console", (message) => message.type() === "error" && report(message.text()));
  tab.on("pageerror", (error) => report(error.message));
  tab.on("requestfailed", (request) => report(`${request.url()} cannot be loaded`));
  await tab.goto(url(page));
  return tab;
}

/** The search is used without a mouse, and leads to the page that is wanted. */
async function checkSearch(context) {
  const tab = await open(context, "index.html");
  await tab.keyboard.press("/");
  check(await tab.evaluate(() => document.activeElement.id === "search"), "`/` does not search");
  await tab.keyboard.type(term);
  const items = tab.locator("#results li");
  await items.first().waitFor();
  const first = await items.first().textContent();
  check(first.includes(term), `the first result for ${term} is ${first}`);
  const active = () => tab.getAttribute("#search", "aria-activedescendant");
  check((await active()) === "result-0", "the first result is not chosen");
  if ((await items.count()) > 1) {
    await tab.keyboard.press("ArrowDown");
    check((await active()) === "result-1", "ArrowDown does not choose the next result");
    await tab.keyboard.press("ArrowUp");
    check((await active()) === "result-0", "ArrowUp does not choose the one before");
  }
  if (shots) await tab.screenshot({ path: path.join(shots, "search.png") });
  await tab.keyboard.press("Enter");
  await tab.waitForURL((now) => !now.href.endsWith("index.html"));
  const heading = await tab.locator("h1").textContent();
  check(heading.includes(term), `the search for ${term} leads to ${heading}`);
  await tab.keyboard.press("/");
  await tab.keyboard.type("no such thing at all");
  const status = await tab.locator("#status").textContent();
  check(status === "No results", `a search for nothing says ${status}`);
  await tab.keyboard.press("Escape");
  check(await tab.locator(".results").isHidden(), "Escape does not close the results");
  await tab.close();
}

/** The switch goes from the system's colours to light, to dark, and back. */
async function checkTheme(context) {
  const tab = await open(context, "index.html");
  const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const system = await ground();
  await tab.focus("#theme");
  await tab.keyboard.press("Enter");
  const light = await ground();
  await tab.keyboard.press("Enter");
  const dark = await ground();
  check(light !== dark, "light and dark have one colour");
  check([light, dark].includes(system), "the system's colours are neither light nor dark");
  await tab.reload();
  check((await ground()) === dark, "the choice is not kept");
  await tab.keyboard.press("Tab");
  const focused = await tab.evaluate(() => document.activeElement.className);
  check(focused === "skip", "the first stop of Tab is not the link to the content");
  await tab.close();
}

/** The contrast of text against what is behind it (WCAG 2.1, 1.4.3), and what a reader needs. */
async function checkAccess(tab, page) {
  const problems = await tab.evaluate(() => {
    const found = [];
    const one = (selector) => document.querySelectorAll(selector).length === 1;
    for (const landmark of ["main", "header", "footer", "nav", "h1"]) {
      if (!one(landmark)) found.push(`not one ${landmark}`);
    }
    const levels = [...document.querySelectorAll("main :is(h1,h2,h3)")].map((h) => +h.tagName[1]);
    levels.forEach((level, i) => i > 0 && level > levels[i - 1] + 1 && found.push("a heading skips a level"));
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgb = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = ([r, g, b]) => {
      const channel = (value) => ((value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    };
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = rgb(getComputedStyle(at).backgroundColor);
        if (colour[3] > 250) return colour;
      }
      return [255, 255, 255];
    };
    const seen = new Set();
    for (const element of document.querySelectorAll("body *:not(svg, svg *)")) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      const key = `${element.tagName}.${element.className}<${element.parentElement.className}`;
      if (!hasText || seen.has(key) || !element.checkVisibility()) continue;
      seen.add(key);
      const [a, b] = [luminance(rgb(getComputedStyle(element).color)), luminance(behind(element))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5) found.push(`${key} has a contrast of ${ratio.toFixed(2)}`);
    }
    for (const element of document.querySelectorAll("a, button, input")) {
      const name = element.getAttribute("aria-label") || element.textContent.trim();
      if (!name) found.push(`${element.tagName} without a name`);
    }
    return found;
  });
  problems.forEach((problem) => failures.push(`${page}: ${problem}`));
}

/** Some pages of each folder, the largest and the smallest among them. */
function sample() {
  const folders = new Map();
  for (const page of pages) {
    const folder = path.posix.dirname(page);
    if (!folders.has(folder)) folders.set(folder, []);
    folders.get(folder).push(page);
  }
  return [...folders.values()].flatMap((names) => {
    const size = (page) => fs.statSync(path.join(dir, page)).size;
    const sorted = [...names].sort((a, b) => size(b) - size(a));
    const middle = sorted[Math.floor(sorted.length / 2)];
    return [...new Set([...sorted.slice(0, 4), middle, sorted.at(-1)])];
  });
}

/** How long a page takes until it is complete: the best of some times, since others work as well. */
async function time(tab) {
  const times = [];
  for (let turn = 0; turn < 5 && !(Math.min(...times) < LONGEST); turn += 1) {
    if (turn > 0) await tab.reload();
    const entry = () => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd;
    times.push(await tab.evaluate(entry));
  }
  return Math.min(...times);
}

async function checkPages(browser) {
  let slowest = 0;
  // What the machine takes for a page without anything is not the page's.
  const empty = await browser.newPage();
  await empty.goto("data:text/html,<!doctype html><title>empty</title>");
  const least = await time(empty);
  await empty.close();
  for (const [width, colorScheme] of [[1280, "light"], [390, "dark"]]) {
    const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
    for (const page of sample()) {
      const tab = await open(context, page);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(wide <= 0, `${page}: ${wide} pixels wider than a window of ${width}`);
      slowest = Math.max(slowest, (await time(tab)) - least);
      await checkAccess(tab, `${page} (${colorScheme})`);
      if (shots) {
        const name = `${width}-${page.replaceAll("/", "-").replace(".html", "")}.png`;
        await tab.screenshot({ path: path.join(shots, name) });
      }
      await tab.close();
    }
    await context.close();
  }
  return slowest;
}

/** Where there is a picture, its boxes lead to pages. */
async function checkPicture(context) {
  const page = pages.find((name) => {
    const text = fs.readFileSync(path.join(dir, name), "utf8");
    return /<svg[^>]*>.*?<a href=/.test(text);
  });
  if (!page) return "no picture";
  const tab = await open(context, page);
  const link = tab.locator("svg a").first();
  const name = (await link.textContent()).replace("\u2026", "");
  await link.click();
  const heading = await tab.locator("h1").textContent();
  check(heading.startsWith(name), `the picture of ${page} leads from ${name} to ${heading}`);
  await tab.close();
  return page;
}

const links = checkLinks();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--allow-file-access-from-files",
  ],
});
try {
  const context = await browser.newContext();
  if (term) await checkSearch(context);
  await checkTheme(context);
  const picture = await checkPicture(context);
  const slowest = await checkPages(browser);
  check(slowest < LONGEST, `a page took ${Math.round(slowest)} ms to show`);
  console.log(
    `${pages.length} pages, ${links} links, picture: ${picture}, slowest page ${Math.round(slowest)} ms`,
  );
} finally {
  await browser.close();
}
for (const failure of [...new Set(failures)].slice(0, 40)) console.error(failure);
if (failures.length) console.error(`${failures.length} failures`);
process.exit(failures.length ? 1 : 0);
