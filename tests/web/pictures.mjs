// Pictures of pages beside the reference pictures in tests/web/pictures: taken of the whole page, made small, and
// compared in blocks, so that a moved line or a changed colour is found and another Chromium's rounding is not.
// COMMON_GROUND_PICTURES=take takes new references instead; pictures/README.md says how to judge a difference.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { kRepository, settled } from './browser.mjs';

const kReferences = path.join(path.dirname(fileURLToPath(import.meta.url)), 'pictures');
const kDifferences = path.join(kRepository, 'build', 'pictures');
const kScale = 0.35;       // of CSS pixels
const kQuality = 0.3;
const kTallest = 2600;    // CSS pixels; what stands below is of long lists
const kBlock = 8;         // pixels of the small picture, each way
const kFarOff = 25;       // of 255: one block that differs by so much, in its worst colour, is a difference
const kOff = 12;          // so are more than a few that differ by so much; less is how a letter was rounded
const kFew = 4;

export const kLimit = 4 * 2 ** 20;  // bytes of all references

// For page.addInitScript: the same random numbers in every run, so that a case always gets the same reference. Each
// length has its own numbers: how often a key is drawn does not change a reference. Each load goes on to others.
export function sameRandomNumbers() {
  const load = Number(window.name || 0);
  window.name = String(load + 1);
  const drawn = new Map();
  crypto.getRandomValues = (array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    let state = drawn.get(bytes.length) ?? (bytes.length * 2654435761 + load * 40503) >>> 0;
    for (let i = 0; i < bytes.length; i += 1) {
      state = (state + 0x6d2b79f5) >>> 0;  // mulberry32
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      bytes[i] = (mixed ^ (mixed >>> 14)) >>> 24;
    }
    drawn.set(bytes.length, state);
    return array;
  };
}

// Runs in the blank page. Small is WebP in base64; a picture that was encoded is compared with one that was.
function inBlankPage() {
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const decoded = (base64) => createImageBitmap(new Blob([bytesOf(base64)]));
  const base64Of = async (canvas, options) => {
    const bytes = new Uint8Array(await (await canvas.convertToBlob(options)).arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const drawn = (bitmap, width = bitmap.width, height = bitmap.height) => {
    const canvas = new OffscreenCanvas(width, height);
    const drawing = canvas.getContext('2d', { willReadFrequently: true });
    drawing.imageSmoothingQuality = 'high';
    drawing.drawImage(bitmap, 0, 0, width, height);
    return { canvas, drawing, pixels: () => drawing.getImageData(0, 0, width, height).data };
  };
  globalThis.pictures = {
    // The screenshot with `masks` painted over, `scale` as large.
    small: async (png, scale, masks, quality) => {
      const bitmap = await decoded(png);
      const whole = drawn(bitmap);
      whole.drawing.fillStyle = '#888';
      for (const { x, y, width, height } of masks) whole.drawing.fillRect(x, y, width, height);
      const { canvas } = drawn(whole.canvas, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
      return base64Of(canvas, { type: 'image/webp', quality });
    },
    // → { sizes } when they differ, else { worst, off, blocks }; with `beside`: all three side by side, as PNG.
    compared: async (actual, reference, block, limit) => {
      const [a, b] = await Promise.all([decoded(actual), decoded(reference)]);
      const sizes = a.width !== b.width || a.height !== b.height
        ? `${a.width} × ${a.height}, was ${b.width} × ${b.height}` : '';
      const width = Math.min(a.width, b.width);
      const height = Math.min(a.height, b.height);
      const [left, right] = [drawn(a), drawn(b)];
      const crop = ({ drawing }) => drawing.getImageData(0, 0, width, height).data;
      const [p, q] = [crop(left), crop(right)];
      const marked = [];
      let worst = 0;
      for (let y = 0; y < height; y += block) {
        for (let x = 0; x < width; x += block) {
          const sums = [0, 0, 0];
          const [right_, bottom] = [Math.min(x + block, width), Math.min(y + block, height)];
          for (let j = y; j < bottom; j += 1) {
            for (let at = 4 * (j * width + x); at < 4 * (j * width + right_); at += 4) {
              for (let c = 0; c < 3; c += 1) sums[c] += Math.abs(p[at + c] - q[at + c]);
            }
          }
          const mean = Math.max(...sums) / ((right_ - x) * (bottom - y));
          worst = Math.max(worst, mean);
          if (mean > limit) marked.push([x, y]);
        }
      }
      const beside = async () => {
        const all = new OffscreenCanvas(a.width + 2 * b.width + 40, Math.max(a.height, b.height));
        const drawing = all.getContext('2d');
        drawing.fillStyle = '#888';
        drawing.fillRect(0, 0, all.width, all.height);
        drawing.drawImage(a, 0, 0);
        drawing.drawImage(b, a.width + 20, 0);
        drawing.globalAlpha = 0.35;
        drawing.drawImage(b, a.width + b.width + 40, 0);
        drawing.globalAlpha = 1;
        drawing.fillStyle = 'rgb(220 0 80 / 60%)';
        for (const [x, y] of marked) drawing.fillRect(a.width + b.width + 40 + x, y, block, block);
        return base64Of(all, { type: 'image/png' });
      };
      globalThis.pictures.beside = beside;
      return { sizes, worst, off: marked.length };
    },
  };
}

// What stands below the window's lower edge, in CSS pixels.
const below = (page) => page.evaluate(() => {
  const { scrollHeight, clientHeight } = document.getElementById('mirror');
  return scrollHeight - clientHeight;
});

export class Pictures {
  static async open(browser) {
    const pictures = new Pictures();
    pictures.context = await browser.newContext();
    pictures.blank = await pictures.context.newPage();
    await pictures.blank.evaluate(inBlankPage);
    pictures.say = () => {};  // gets a line for each difference as soon as it is seen
    pictures.takes = process.env.COMMON_GROUND_PICTURES === 'take';
    pictures.seen = new Set();
    pictures.differences = [];
    return pictures;
  }
  close() {
    return this.context.close();
  }

  // The window as wide as said and as high as the page needs, and nothing in it that blinks or hovers.
  async arrange(page, { width, height }) {
    await page.mouse.move(0, 0);
    await page.evaluate(() => {
      const still = new CSSStyleSheet();  // the policy of the page allows no style element
      still.replaceSync('* { caret-color: transparent !important }');
      document.adoptedStyleSheets = [still];
    });
    await page.setViewportSize({ width, height });
    await settled(page);
    const more = await below(page);
    if (more > 0) {
      await page.setViewportSize({ width, height: Math.min(kTallest, Math.ceil(height + more)) });
      await settled(page);
    }
    await page.mouse.wheel(0, -1e6);  // from the top, wherever the focus is
    await settled(page);
  }

  // Takes pictures of the page and compares them, each called `name`-variant. `variants`: variant → [window, media],
  // the same window one after another. `masks`: locators of what differs in each run.
  async look(page, name, variants, masks = []) {
    let before = null;
    for (const [variant, [window, media]] of Object.entries(variants)) {
      await page.emulateMedia(media);
      if (window === before) await settled(page);
      else await this.arrange(page, window);
      before = window;
      await this.lookAt(page, `${name}-${variant}`, window.scale ?? kScale, masks);
    }
  }
  async lookAt(page, name, scale, masks) {
    const file = `${name}.webp`;
    if (this.seen.has(file)) throw new Error(`two pictures are called ${name}`);
    this.seen.add(file);
    // A busy machine may draw later than settled() waits: a picture counts when it stays the same, and a
    // difference when it stays.
    let { small, png } = await this.taken(page, scale, masks);
    let difference = await this.difference(name, small);
    for (let tries = 0; tries < 5 && difference; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      const again = await this.taken(page, scale, masks);
      const stays = again.small === small;
      ({ small, png } = again);
      difference = await this.difference(name, small);
      if (stays) break;
    }
    if (this.takes) writeFileSync(path.join(kReferences, file), Buffer.from(small, 'base64'));
    else if (difference) await this.differ(name, difference, png);
  }
  // The page as it is now, in base64: a small WebP, and all of it as PNG.
  async taken(page, scale, masks) {
    const [ratio, width, height] = await page.evaluate(() => [devicePixelRatio, innerWidth, innerHeight]);
    const session = await page.context().newCDPSession(page);
    const clip = { x: 0, y: 0, width, height, scale: ratio };  // in the screen's own pixels, not in CSS pixels
    const { data: png } = await session.send('Page.captureScreenshot', { format: 'png', clip });
    await session.detach();
    const boxes = (await Promise.all(masks.map((mask) => mask.boundingBox()))).filter(Boolean)
      .map((box) => Object.fromEntries(Object.entries(box).map(([key, value]) => [key, value * ratio])));
    const small = await this.blank.evaluate(([whole, by, covered, quality]) =>
      pictures.small(whole, by, covered, quality), [png, scale / ratio, boxes, kQuality]);
    return { small, png };
  }
  // In words; '' when there is none. New references are taken: as if there were one.
  async difference(name, small) {
    let reference;
    try {
      reference = readFileSync(path.join(kReferences, `${name}.webp`), 'base64');
    } catch {
      return 'there is no reference picture';
    }
    if (this.takes) return 'taken anew';
    const found = await this.blank.evaluate(([actual, before, block, limit]) =>
      pictures.compared(actual, before, block, limit), [small, reference, kBlock, kOff]);
    if (found.sizes) return found.sizes;
    if (found.worst <= kFarOff && found.off <= kFew) return '';
    return `${found.off} blocks differ, by up to ${found.worst.toFixed(0)} of 255`;
  }
  async differ(name, difference, png) {
    mkdirSync(kDifferences, { recursive: true });
    const file = path.join(kDifferences, name);
    writeFileSync(`${file}-now.png`, Buffer.from(png, 'base64'));
    let words = `${name}: ${difference}; look at ${path.relative(kRepository, file)}-now.png`;
    if (existsSync(path.join(kReferences, `${name}.webp`))) {
      writeFileSync(`${file}.png`, Buffer.from(await this.blank.evaluate(() => pictures.beside()), 'base64'));
      words += ` and ${path.basename(file)}.png (now, reference, where)`;
    }
    this.differences.push(words);
    this.say(words);
  }

  // References that no page was compared with: of a screen that is gone. New ones are taken: they are removed.
  unused() {
    const unused = readdirSync(kReferences).filter((file) => file.endsWith('.webp') && !this.seen.has(file));
    if (!this.takes) return unused;
    for (const file of unused) rmSync(path.join(kReferences, file));
    return [];
  }
  bytes() {
    return readdirSync(kReferences).reduce((sum, file) => sum + statSync(path.join(kReferences, file)).size, 0);
  }
}
