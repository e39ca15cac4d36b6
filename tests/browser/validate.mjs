// Judges every HTML file below the folders named, in as many threads as the machine has, and prints what is
// wrong as JSON: the messages of each file that has some. Its first argument is the folder of html-validate.
import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

async function judge({ judgeFolder, files }) {
  const { HtmlValidate, StaticConfigLoader } = await import(pathToFileURL(join(judgeFolder, "dist/esm/index.js")));
  // To resolve the rules anew for each file takes a fifth of the time.
  class Once extends StaticConfigLoader {
    getConfigFor(...asked) {
      return (this.kept ??= super.getConfigFor(...asked));
    }
  }
  const judging = new HtmlValidate(new Once({ root: true, extends: ["html-validate:standard"] }));
  const wrong = {};
  for (const file of files) {
    const { results } = await judging.validateString(readFileSync(file, "utf8"), file);
    for (const { messages } of results) {
      if (messages.length) wrong[file] = messages.map(({ line, ruleId }) => [line, ruleId]);
    }
  }
  return { wrong, read: files.length };
}

async function share(judgeFolder, folders) {
  const files = folders.flatMap((folder) => globSync("**/*.html", { cwd: folder }).map((file) => join(folder, file)));
  const threads = Math.min(availableParallelism(), files.length);
  const told = await Promise.all(Array.from({ length: threads }, (_, place) => new Promise((resolve, reject) => {
    const mine = files.filter((_, index) => index % threads === place);
    const worker = new Worker(new URL(import.meta.url), { workerData: { judgeFolder, files: mine } });
    worker.on("message", resolve);
    worker.on("error", reject);
  })));
  const wrong = Object.assign({}, ...told.map((one) => one.wrong));
  return { wrong, read: told.reduce((sum, one) => sum + one.read, 0) };
}

if (isMainThread) console.log(JSON.stringify(await share(process.argv[2], process.argv.slice(3))));
else parentPort.postMessage(await judge(workerData));
