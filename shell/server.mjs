// Serves the built site on this machine alone, as any intranet server should: the right types, the headers of
// the design's section 8, compressed files where they are. Node 18 or later, nothing else.
//   node shell/server.mjs [--port N] [--open] [FOLDER]
// Port 0: any that is free. --open: in the user's browser as well. Default folder: build/web/site.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// The names are those of the two policies that let workers start: web/js_library.js and web/vault_keys.js.
export const kContentSecurityPolicy = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'",
  "worker-src 'self'", "font-src 'self'", "img-src 'self'", "manifest-src 'self'", "base-uri 'none'",
  "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
  'trusted-types common-ground common-ground-vault',
].join('; ');

const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
  '.md': 'text/plain; charset=utf-8',
};

const kHeaders = {
  'Content-Security-Policy': kContentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-cache',
};

// The file a request names, within the folder, or null.
async function fileFor(root, url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (name.includes('\0')) return null;
  if (name.endsWith('/')) name += 'index.html';
  try {
    const file = await realpath(path.join(root, name));
    if (!file.startsWith(root + path.sep)) return null;
    const about = await stat(file);
    return about.isFile() ? { file, about } : null;
  } catch {
    return null;
  }
}

// The compressed neighbour the browser accepts, unless the file has been edited since.
async function smaller({ file, about }, accepted) {
  for (const [coding, ending] of [['br', '.br'], ['gzip', '.gz']]) {
    if (!new RegExp(`\\b${coding}\\b`).test(accepted)) continue;
    try {
      const compressed = await stat(file + ending);
      if (compressed.mtimeMs >= about.mtimeMs) return { file: file + ending, about: compressed, coding };
    } catch {
      // there is none
    }
  }
  return { file, about, coding: '' };
}

async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...kHeaders, Allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await fileFor(root, request.url);
  if (!found) {
    response.writeHead(404, { ...kHeaders, 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such file.\n');
    return;
  }
  const sent = await smaller(found, request.headers['accept-encoding'] || '');
  const tag = `"${found.about.mtimeMs.toString(36)}-${found.about.size.toString(36)}-${sent.coding}"`;
  const headers = {
    ...kHeaders,
    'Content-Type': kTypes[path.extname(found.file)] || 'application/octet-stream',
    ETag: tag,
    Vary: 'Accept-Encoding',
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  if (sent.coding) headers['Content-Encoding'] = sent.coding;
  headers['Content-Length'] = sent.about.size;
  response.writeHead(200, headers);
  if (request.method === 'HEAD') {
    response.end();
  } else {
    createReadStream(sent.file).on('error', () => response.destroy()).pipe(response);
  }
}

// Resolves to the running http.Server and its address.
export async function serve(folder, port = 0) {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // By number: "localhost" may mean ::1, where something else may listen. Both are secure origins.
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

async function main(args) {
  let port = 8080;
  let open = false;
  let folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'build', 'web', 'site');
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--port') port = Number(args[++i]);
    else if (args[i].startsWith('--port=')) port = Number(args[i].slice(7));
    else if (args[i] === '--open') open = true;
    else folder = args[i];
  }
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error('shell/server.mjs: --port takes a number from 0 to 65535.');
    process.exit(2);
  }
  try {
    const { address } = await serve(folder, port);
    console.log(address);
    if (open) {
      const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
      spawn(opener, [address], { detached: true, stdio: 'ignore' }).on('error', () => {}).unref();
    }
  } catch (error) {
    const reason = error.code === 'EADDRINUSE' ? `port ${port} is in use; choose another with --port`
      : error.code === 'ENOENT' ? `there is no folder ${folder}; build it first with shell/serve` : error.message;
    console.error(`shell/server.mjs: ${reason}.`);
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) {
  await main(process.argv.slice(2));
}
