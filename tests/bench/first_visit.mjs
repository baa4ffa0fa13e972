// The first visit: bytes sent (brotli) per file, time to the first usable frame beside the same time of an empty
// Dear ImGui page of the same toolchain in the same run, frames while idle, memory. Prints; asserts nothing.
//   cmake --build --preset web --target web empty_page && node tests/bench/first_visit.mjs [RUNS]
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { frames, kRepository, kSite, launch, newPage, openSite, serveSite, settled } from '../web/browser.mjs';

const kRuns = Number(process.argv[2] || 9);
const kEmpty = process.env.EMPTY_PAGE || path.join(path.dirname(kSite), 'empty_page');
const kBudget = 300 * 1024;

writeFileSync(path.join(kEmpty, 'index.html'),
  '<!doctype html><title>Empty</title><canvas id="canvas" width="1280" height="800"></canvas><script type="module" src="start.js"></script>');
writeFileSync(path.join(kEmpty, 'start.js'),
  `import start from './empty_page.js';
const program = await start();
requestAnimationFrame(() => {
  program._empty_frame(1280, 800);
  performance.mark('first-frame');
});`);
for (const folder of [kSite, kEmpty]) execFileSync(path.join(kRepository, 'shell', 'compress'), [folder]);

const browser = await launch();
const site = await serveSite(kSite);
const empty = await serveSite(kEmpty);

// Milliseconds from the start of the navigation to the first frame drawn, with nothing in any cache.
async function coldStart(address) {
  const { context, page } = await newPage(browser);
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('first-frame').length > 0);
  const time = await page.evaluate(() => performance.getEntriesByName('first-frame')[0].startTime);
  await context.close();
  return time;
}
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} kB`;

const { context, page, log } = await newPage(browser);
await openSite(page, site.address);
await settled(page);
console.log('first visit, brotli');
let total = 0;
for (const url of new Set(log.requests)) {
  const name = url === site.address ? 'index.html' : url.slice(site.address.length);
  const bytes = readFileSync(path.join(kSite, name));
  const sent = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
  total += sent;
  console.log(`  ${kilobytes(sent)}  of ${kilobytes(bytes.length)}  ${name}`);
}
console.log(`  ${kilobytes(total)}  together; the budget is ${kilobytes(kBudget).trim()}`);

const before = await frames(page);
await new Promise((resolve) => setTimeout(resolve, 10000));
console.log(`idle for ten seconds: ${await frames(page) - before} frames`);
const session = await page.context().newCDPSession(page);
await session.send('HeapProfiler.collectGarbage');
const { usedSize } = await session.send('Runtime.getHeapUsage');
console.log(`memory: JavaScript ${kilobytes(usedSize).trim()}, WebAssembly ${kilobytes(await page.evaluate(() => commonGround.memory())).trim()}`);
await context.close();

await coldStart(empty.address);  // the browser's own first page is slower than any later one
await coldStart(site.address);
const ours = [];
const floor = [];
for (let run = 0; run < kRuns; run++) {
  floor.push(await coldStart(empty.address));
  ours.push(await coldStart(site.address));
}
console.log(`cold start, median of ${kRuns}: ${median(ours).toFixed(0)} ms; empty page ${median(floor).toFixed(0)} ms; `
  + `ratio ${(median(ours) / median(floor)).toFixed(2)}, budget 1.5`);
await browser.close();
await site.close();
await empty.close();
