// The worker that makes PDFs, fetched only when one is asked for. Everything is in pdf/; this is its mouth.
//   in   {id, document, attachments}
//   out  {id, progress: 0..1} …, then {id, bytes: ArrayBuffer} or {id, error: {code, message}}
// The codes are in pdf/errors.js. To cancel, the page terminates the worker.
import { PdfError } from './pdf/errors.js';
import { renderPdf } from './pdf/render.js';

let fonts = null; // a promise, kept for the next document; forgotten when it failed

async function fetchFont(name) {
  const url = new URL(`fonts/${name}`, self.location.href);
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new PdfError('font_unavailable', `${name}: ${error.message}`);
  }
  if (!response.ok) throw new PdfError('font_unavailable', `${name}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function fetchFonts() {
  const [regular, bold] = await Promise.all([
    fetchFont('NotoSans-Regular.ttf'),
    fetchFont('NotoSans-Bold.ttf'),
  ]);
  return { regular, bold };
}

self.addEventListener('message', async ({ data }) => {
  const { id, document, attachments = [] } = data;
  try {
    fonts ??= fetchFonts();
    const bytes = await renderPdf(document, attachments, await fonts, (progress) => {
      self.postMessage({ id, progress });
    });
    self.postMessage({ id, bytes: bytes.buffer }, [bytes.buffer]);
  } catch (error) {
    const code = error instanceof PdfError ? error.code : 'failed';
    if (code === 'font_unavailable') fonts = null;
    self.postMessage({ id, error: { code, message: String(error?.message ?? error) } });
  }
});
