// Builds the vault's harness page, serves it under the product's Content-Security-Policy and starts
// the browser on it; for vault_test.mjs and vault_bench.mjs.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(process.env.BUILD_DIR ?? join(root, 'build'), 'vault_harness');

export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const chromiumArguments = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; " +
  "style-src 'self'; require-trusted-types-for 'script'";

// As the product is built: optimised for size, at link time too, without the closure compiler.
export function build() {
  mkdirSync(out, { recursive: true });
  const environment = { ...process.env, NODE_PATH: process.env.NODE_PATH ?? '/usr/share/nodejs' };
  const library = (path) => ['--js-library', join(root, path)];
  execFileSync('emcc', [
    ...['tests/web/vault_harness.cpp', 'web/vault.cpp', 'src/base/order.cpp'].map((file) => join(root, file)),
    '-o', join(out, 'vault_harness.js'),
    '-std=c++20', '-Os', '-flto', '-fno-exceptions', '-I' + join(root, 'src'), '-I' + join(root, 'web'),
    '-Wall', '-Wextra', '-Wpedantic', '-Wshadow', '-Wconversion', '-Werror',
    ...['keys', 'manifest', 'store', 'copy'].flatMap((part) => library(`web/vault_${part}.js`)), ...library('web/vault.js'),
    ...library('tests/web/vault_harness_library.js'),
    '-sENVIRONMENT=web', '-sFILESYSTEM=0', '-sDYNAMIC_EXECUTION=0', '-sALLOW_MEMORY_GROWTH=1', '--no-entry',
    '-sEXPORTED_RUNTIME_METHODS=ccall',
  ], { stdio: 'inherit', env: environment });
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [join(root, 'web/kdf_worker.js'), '--bundle', '--minify',
    '--format=iife', '--platform=browser', '--target=es2022', '--legal-comments=none', '--log-level=warning',
    '--outfile=' + join(out, 'kdf_worker.js')], { stdio: 'inherit' });
  for (const file of ['vault_harness.html', 'vault_harness_page.js']) copyFileSync(join(root, 'tests/web', file), join(out, file));
}

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm' };

// → { port, close }. Serves the built folder and nothing else.
// isolated: the browser then gives times to 5 µs instead of 100 µs.
export async function serve({ isolated = false } = {}) {
  const isolation = isolated
    ? { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' } : {};
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url, 'http://x').pathname);
    try {
      const body = readFileSync(join(out, name));
      const type = types[name.slice(name.lastIndexOf('.'))];
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy, 'cache-control': 'no-store', ...isolation });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, close: () => server.close() };
}

// A browser with a profile of its own that survives a restart. → a Playwright BrowserContext
export const start = (profile, extra = []) =>
  chromium.launchPersistentContext(profile, { executablePath: chromiumPath, args: [...chromiumArguments, ...extra] });

// A browser that can be killed without warning: spawned as a process group of its own.
// → { context, kill }
export async function startToKill(profile) {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const child = spawn(chromiumPath, [...chromiumArguments, '--headless=new', '--remote-debugging-port=0',
    '--user-data-dir=' + profile, 'about:blank'], { detached: true, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let port;
  while (!port) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    try {
      port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
    } catch {
      if (child.exitCode !== null) throw new Error('the browser did not start');
    }
  }
  const browser = await chromium.connectOverCDP('http://127.0.0.1:' + port);
  const kill = async () => {
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    await browser.close().catch(() => null);
    for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) rmSync(join(profile, name), { force: true });
  };
  return { context: browser.contexts()[0], kill };
}

export const newProfile = (name) => join(tmpdir(), `vault-${process.pid}-${name}`);

// A page on the harness, ready. Whatever it says on the console is collected in page.said.
export async function open(context, address, { before } = {}) {
  const page = await context.newPage();
  page.said = [];
  page.on('console', (message) => message.text().startsWith('[DOM]') || page.said.push(message.text())); // but for Chromium's hints on forms
  page.on('pageerror', (error) => page.said.push(String(error)));
  if (before) await page.addInitScript(before);
  await page.goto(address);
  await ready(page);
  return page;
}
export const ready = (page) => page.waitForFunction(() => globalThis.vault);
