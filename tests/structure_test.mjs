// The house rules that a build cannot check: who may include whom, no partnership in code, one format.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const read = (file) => readFileSync(root + file, 'utf8');
const cpp = files.filter((file) => /^(src|web|tests)\/.*\.(cpp|h)$/.test(file));
const code = files.filter((file) => /^(src|web|shell)\/.*\.(cpp|h|js|mjs)$/.test(file));

// A layer may include itself and what is named here.
const below = {
  base: [],
  calendar: ['base'],
  policy: ['base', 'calendar'],
  casework: ['base', 'calendar', 'policy'],
  documents: ['base', 'calendar', 'policy', 'casework'],
  exchange: ['base', 'calendar', 'policy', 'casework', 'documents'],
  ports: ['base', 'calendar'],
  app: ['base', 'calendar', 'policy', 'casework', 'documents', 'exchange', 'ports'],
  ui: ['base', 'calendar', 'policy', 'casework', 'documents', 'exchange', 'ports', 'app'],
  cli: ['base', 'calendar', 'policy', 'casework', 'documents', 'exchange', 'ports'],
};

const lines = (file, pattern) =>
  read(file)
    .split('\n')
    .map((text, index) => ({ text, at: `${file}:${index + 1}` }))
    .filter(({ text }) => pattern.test(text));

test('every layer includes only what is beneath it', () => {
  const wrong = [];
  for (const file of cpp.filter((name) => name.startsWith('src/'))) {
    const layer = file.split('/')[1];
    assert.ok(layer in below, `${file}: a layer without a place in the order`);
    for (const { text, at } of lines(file, /^#include "/)) {
      const included = /^#include "([a-z_]+)\//.exec(text)?.[1];
      if (included in below && included !== layer && !below[layer].includes(included)) wrong.push(`${at}: ${text}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('Emscripten stays in web/, Dear ImGui in src/ui/ and web/', () => {
  const wrong = [];
  for (const file of cpp.filter((name) => name.startsWith('src/'))) {
    wrong.push(...lines(file, /#include\s*[<"]emscripten|__EMSCRIPTEN__/).map(({ at }) => at));
    if (!file.startsWith('src/ui/')) wrong.push(...lines(file, /#include\s*[<"]imgui/).map(({ at }) => at));
  }
  assert.deepEqual(wrong, []);
});

test('views call the described widgets, never those of Dear ImGui', () => {
  const wrong = [];
  for (const file of cpp.filter((name) => /^src\/ui\/.*_view\.cpp$/.test(name))) {
    wrong.push(...lines(file, /\bImGui::|#include\s*[<"]imgui/).map(({ at }) => at));
  }
  assert.deepEqual(wrong, []);
});

test('no partnership, area or mailbox of a policy is named in code', () => {
  const index = JSON.parse(read('policies/index.json'));
  const names = new Set();
  for (const name of index.policies) {
    const policy = JSON.parse(read(`policies/${name}`));
    for (const area of policy.areas ?? []) names.add(area.name.toLowerCase());
    for (const contact of policy.contacts ?? []) names.add(contact.email.toLowerCase());
    for (const word of policy.short_title.toLowerCase().split(/[^a-z]+/)) if (word.length > 3) names.add(word);
  }
  for (const common of ['safeguarding', 'partnership', 'procedure', 'escalation', 'notice']) names.delete(common);
  assert.ok(names.size >= 8);
  const wrong = [];
  for (const file of code) {
    const text = read(file).toLowerCase();
    for (const name of names) {
      if (new RegExp(`\\b${name.replace(/[.\\]/g, '\\$&')}\\b`).test(text)) wrong.push(`${file}: ${name}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('the core asks nobody for the time, for chance or for the locale', () => {
  const wrong = [];
  for (const file of cpp.filter((name) => name.startsWith('src/'))) {
    wrong.push(...lines(file, /system_clock::now|steady_clock::now|\btime\(nullptr\)|random_device|setlocale|std::locale/).map(({ at }) => at));
  }
  assert.deepEqual(wrong, []);
});

test('the page asks only its own site', () => {
  const wrong = [];
  for (const file of files.filter((name) => /^(web|shell)\/.*\.(js|html|css)$/.test(name))) {
    wrong.push(...lines(file, /(src|href|url\(|fetch\(|import\s).{0,3}['"(]https?:/).map(({ at }) => at));
  }
  assert.deepEqual(wrong, []);
});

test('C++ is in the one format', () => {
  const wrong = cpp.filter((file) => {
    const formatted = execFileSync('clang-format', ['--style=file', file], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 24 });
    return formatted !== read(file);
  });
  assert.deepEqual(wrong, []);
});

test('no file of the program is longer than four hundred lines', () => {
  const long = files.filter((file) => /^(src|web|shell)\/.*\.(cpp|h|js|html|css)$/.test(file))
    .map((file) => [file, read(file).split('\n').length - 1])
    .filter(([, count]) => count > 400);
  assert.deepEqual(long, []);
});
