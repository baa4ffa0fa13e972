// The page around the canvas, in a real Chromium, over the gallery (gallery.cpp): downloads, leaving, what it says when
// the program stops or cannot start, its content security policy; and the server that sends it.
//   cmake --build --preset web --target gallery && node --test tests/web/page_test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { axe, frames, kRepository, newPage, openSite, serveSite } from './browser.mjs';
import { browser, inGallery, site } from './gallery_visit.mjs';

describe('the page', () => {
  test('a download comes out byte for byte, under the content security policy', () => inGallery({}, async (page) => {
    const text = JSON.stringify({ name: 'Zoë Łódzka', at: '2026-04-07' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.evaluate((content) => gallery.download('notice.json', content), text),
    ]);
    assert.equal(download.suggestedFilename(), 'notice.json');
    assert.equal(await readFile(await download.path(), 'utf8'), text);
  }));

  test('leaving asks only when something is unsaved', () => inGallery({}, async (page) => {
    const asked = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      dialog.accept();
    });
    await page.getByRole('button', { name: 'Why this day?' }).click();  // without a gesture no browser asks
    await page.evaluate(() => gallery.unsaved(false));
    await page.reload();
    await openSite(page, site.address);
    assert.deepEqual(asked, []);
    await page.getByRole('button', { name: 'Why this day?' }).click();
    await page.evaluate(() => gallery.unsaved(true));
    await page.reload();
    assert.deepEqual(asked, ['beforeunload']);
  }));

  for (const [what, fail] of Object.entries({
    'an uncaught error': () => setTimeout(() => { throw new Error('Secret Person'); }),
    'a trap in the program': () => setTimeout(() => gallery.abort()),
  })) {
    test(`${what} stops the program with a plain page that quotes nothing`, () => inGallery({
      complaints: [/Secret|unreachable/],
    }, async (page) => {
      await page.evaluate(fail);
      await page.getByRole('heading', { name: 'Sorry, something went wrong' }).waitFor();
      assert.equal(await page.getByText('Secret').count(), 0);
      assert.deepEqual(await axe(page), []);
      const before = await frames(page);
      await page.mouse.move(50, 60);
      await page.evaluate(() => commonGroundWake());
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(await frames(page), before);
      await page.getByRole('button', { name: 'Reload' }).click();
      await page.getByRole('button', { name: 'Save and continue' }).waitFor();
    }));
  }

  for (const [what, take, says] of [
    ['WebGL 2', () => { HTMLCanvasElement.prototype.getContext = () => null; }, /needs WebGL 2/],
    ['WebAssembly', () => { delete globalThis.WebAssembly; }, /needs WebAssembly/],
  ]) {
    test(`a browser without ${what} is told so, and downloads nothing more`, async () => {
      const { context, page, log } = await newPage(browser);
      await page.addInitScript(take);
      await page.goto(site.address);
      await page.getByRole('heading', { name: 'This browser cannot run Common Ground' }).waitFor();
      assert.match(await page.getByRole('main').textContent(), says);
      assert.deepEqual(log.requests.filter((url) => /app\.|fonts/.test(url)), []);
      await context.close();
    });
  }

  test('a missing file is explained', async () => {
    const { context, page } = await newPage(browser);
    await page.route('**/app.wasm', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(site.address);
    await page.getByRole('heading', { name: 'Common Ground could not be opened' }).waitFor();
    await context.close();
  });

  test('without scripts the page says what it needs', async () => {
    const { context, page } = await newPage(browser, { javaScriptEnabled: false });
    await page.goto(site.address);
    assert.match(await page.locator('body').innerText(), /needs JavaScript/);
    await context.close();
  });

  test('the policy stands in the page itself too, for hosts that send no headers', async () => {
    const { context, page, log } = await newPage(browser);
    await page.route(site.address, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      assert.match(headers['content-security-policy'], /frame-ancestors 'none'/);
      delete headers['content-security-policy'];
      await route.fulfill({ response, headers });
    });
    await openSite(page, site.address);
    assert.deepEqual(log.complaints, []);
    const run = await page.evaluate(async () => {
      const script = document.createElement('script');
      try {
        script.textContent = 'globalThis.broken = true';
        document.body.append(script);
      } catch {
        // Trusted Types
      }
      return globalThis.broken;
    });
    assert.equal(run, undefined);
    await context.close();
  });
});

describe('the server', () => {
  test('serves its folder and nothing else', async () => {
    const net = await import('node:net');
    const { port } = new URL(site.address);
    const ask = (target) => new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`));
      let text = '';
      socket.on('data', (part) => { text += part; }).on('close', () => resolve(text.split('\r\n')[0]));
    });
    for (const target of ['/../CMakeCache.txt', '/%2e%2e/CMakeCache.txt', '/fonts/..%2f..%2fCMakeCache.txt', '/%00', '/%', '/fonts', '//etc/passwd']) {
      assert.match(await ask(target), / 404 /, target);
    }
    assert.match(await ask('/'), / 200 /);
  });

  test('a compressed file is sent where there is one, and never one that is older than its file', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'site-'));
    const file = path.join(folder, 'policy.json');
    await writeFile(file, JSON.stringify('word '.repeat(200)));
    execFileSync(path.join(kRepository, 'shell', 'compress'), [folder]);
    const own = await serveSite(folder);
    const first = await fetch(`${own.address}policy.json`, { headers: { 'Accept-Encoding': 'br' } });
    assert.equal(first.headers.get('content-encoding'), 'br');
    assert.match(await first.text(), /^"word word/);
    await writeFile(file, '"edited"');
    const second = await fetch(`${own.address}policy.json`, { headers: { 'Accept-Encoding': 'br' } });
    assert.equal(second.headers.get('content-encoding'), null);
    assert.equal(await second.text(), '"edited"');
    await own.close();
    await rm(folder, { recursive: true });
  });

  test('an unchanged file is not sent again', async () => {
    const first = await fetch(`${site.address}style.css`);
    await first.text();
    const second = await fetch(`${site.address}style.css`, { headers: { 'If-None-Match': first.headers.get('etag') } });
    assert.equal(second.status, 304);
    assert.equal(first.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(first.headers.get('referrer-policy'), 'no-referrer');
  });
});
