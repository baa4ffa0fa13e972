// What every browser test needs: the site served as users get it, a real Chromium, and a log of everything the
// browser asked the network for and complained of. No test talks to anything but this server.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../shell/server.mjs';

export const kRepository = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const kSite = process.env.SITE || path.join(kRepository, 'build', 'web', 'site');

const kArguments = [
  '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

function chromiumPath() {
  const found = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    .find((candidate) => candidate && existsSync(candidate));
  if (!found) throw new Error('No Chromium: run shell/setup, or set CHROMIUM to its path.');
  return found;
}

export async function launch(more = []) {
  return chromium.launch({ executablePath: chromiumPath(), args: [...kArguments, ...more] });
}

// {server, address, close()}: the site on a free port.
export async function serveSite(folder = kSite) {
  const { server, address } = await serve(folder, 0);
  return {
    server,
    address,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

// A page in a context of its own, with a log: requests, complaints (console errors, uncaught errors, breaches of
// the content security policy). `options` are Playwright's context options.
export async function newPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  const log = { requests: [], complaints: [] };
  page.on('request', (request) => log.requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') log.complaints.push(message.text());
  });
  page.on('pageerror', (error) => log.complaints.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy breached: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { context, page, log };
}

// What was asked of anybody but the site at `address`.
export const elsewhere = (log, address) =>
  log.requests.filter((url) => !url.startsWith(address) && !url.startsWith('blob:'));

// Opened and drawn: the first frame is on the screen.
export async function openSite(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes' || commonGround.stopped);
}

// Frames drawn so far.
export const frames = (page) => page.evaluate(() => commonGround.frames);

// Waits until nothing has been drawn for a while: every action so far is on the screen.
export async function settled(page) {
  await page.evaluate(() => new Promise((resolve) => {
    let last = -1;
    const look = () => {
      if (commonGround.frames === last) resolve();
      else {
        last = commonGround.frames;
        setTimeout(look, 150);
      }
    };
    look();
  }));
}

// What sticks out of the window on either side, as its source.
export const tooWide = (page) => page.evaluate(() => [...document.querySelectorAll('main *, header *')]
  .filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (left < -1 || right > innerWidth + 1);
  }).map((element) => element.outerHTML.slice(0, 120)));

// axe's violations, with the elements, one line each. It is given the page's source as text: a script element
// would break the content security policy.
let axeSource;
export async function axe(page) {
  axeSource ??= readFileSync(path.join(kRepository, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return result.violations.map((violation) =>
    `${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.html).join(' | ')}`);
}
