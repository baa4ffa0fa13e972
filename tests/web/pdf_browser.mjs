// Runs the bundled PDF worker in Chromium on a page served with the site's Content-Security-Policy, sends it
// jobs one after another, and brings back what it answered, what was requested and what was blocked.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const root = new URL('../../', import.meta.url).pathname;
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'";

const pageScript = `
window.violations = [];
addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
const trusted = trustedTypes.createPolicy('pdf-test', { createScriptURL: (url) => url });
const worker = new Worker(trusted.createScriptURL('pdf_worker.js'), { type: 'module' });
worker.addEventListener('error', (event) => violations.push('worker: ' + event.message));
window.ask = (job) => new Promise((resolve) => {
  const progress = [];
  worker.onmessage = ({ data }) => {
    if (data.id !== job.id) violations.push('an answer to ' + data.id);
    if (data.progress !== undefined) return progress.push(data.progress);
    const { bytes, error } = data;
    let text = '';
    for (const byte of new Uint8Array(bytes ?? 0)) text += String.fromCharCode(byte);
    resolve({ error, progress, base64: btoa(text), isBuffer: bytes instanceof ArrayBuffer });
  };
  worker.postMessage(job);
});
`;

export async function exportInBrowser(fontFolder, outFolder, jobs) {
  execFileSync('npm', ['run', '--silent', 'build:pdf'], {
    cwd: root,
    env: { ...process.env, OUT: outFolder },
  });
  const files = {
    '/': ['text/html', '<!doctype html><html lang="en"><title>t</title><script src="page.js"></script>'],
    '/page.js': ['text/javascript', pageScript],
    '/pdf_worker.js': ['text/javascript', readFileSync(join(outFolder, 'pdf_worker.js'))],
    '/fonts/NotoSans-Regular.ttf': ['font/ttf', readFileSync(join(fontFolder, 'NotoSans-Regular.ttf'))],
    '/fonts/NotoSans-Bold.ttf': ['font/ttf', readFileSync(join(fontFolder, 'NotoSans-Bold.ttf'))],
  };
  let hasFonts = true;
  let requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    const found = files[request.url];
    const blocked = !hasFonts && request.url.startsWith('/fonts/');
    if (!found || blocked) {
      response.writeHead(404, { 'Content-Security-Policy': policy }).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': found[0],
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
    });
    response.end(found[1]);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: (
      '--no-sandbox --use-angle=swiftshader --enable-unsafe-swiftshader --disable-quic --no-first-run ' +
      '--disable-background-networking --disable-component-update --disable-sync'
    ).split(' '),
  });
  try {
    const open = async () => {
      const page = await browser.newPage();
      const problems = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(String(error)));
      await page.goto(`http://localhost:${server.address().port}/`);
      const ask = (job) => page.evaluate((sent) => window.ask(sent), job);
      return { page, problems, ask };
    };
    const first = await open();
    const answers = new Map();
    for (const job of jobs) answers.set(String(job.id), await first.ask(job));
    const violations = [...(await first.page.evaluate(() => window.violations)), ...first.problems];
    const requested = requests.filter((url) => url !== '/favicon.ico');

    requests = [];
    hasFonts = false;
    const second = await open();
    const withoutFonts = await second.ask(jobs[0]);
    hasFonts = true;
    const again = await second.ask(jobs[0]);
    return {
      answer: (id) => answers.get(String(id)),
      bytes: (id) => Buffer.from(answers.get(String(id)).base64, 'base64'),
      progress: (id) => answers.get(String(id)).progress,
      violations,
      requests: requested,
      withoutFonts,
      withFontsAgain: { bytes: Buffer.from(again.base64, 'base64').length },
    };
  } finally {
    await browser.close();
    server.close();
  }
}
