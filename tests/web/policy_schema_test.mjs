// The published schema and the reader must agree: every policy that the reader takes is valid by the schema, and
// every fault of tests/data/policies that a schema can express is refused by both (the reader's half of the same
// corpus is tests/policy/read_test.cpp).
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';

const root = new URL('../../', import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

const schema = read('policies/schema/policy.schema.json');
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const isValid = ajv.compile(schema);

// JSON Patch (RFC 6902), the three operations that the corpus uses.
function patched(document, changes) {
  const copy = structuredClone(document);
  for (const { op, path, value } of changes) {
    const keys = path.slice(1).split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop();
    const parent = keys.reduce((node, key) => node[key], copy);
    assert.ok(parent !== undefined && ['add', 'remove', 'replace'].includes(op), path);
    if (op !== 'add') assert.ok(last in parent, `${path} is not there to ${op}`);
    if (Array.isArray(parent) && op === 'add') parent.splice(last === '-' ? parent.length : +last, 0, value);
    else if (Array.isArray(parent) && op === 'remove') parent.splice(+last, 1);
    else if (op === 'remove') delete parent[last];
    else parent[last] = value;
  }
  return copy;
}

test('every policy in the folder is valid, and names the schema', () => {
  const files = readdirSync(new URL('policies/', root)).filter((name) => name.endsWith('.json') && name !== 'index.json');
  assert.deepEqual(files.sort(), read('policies/index.json').policies.sort(), 'the index lists every policy');
  for (const file of files) {
    const policy = read(`policies/${file}`);
    assert.ok(isValid(policy), `${file}: ${ajv.errorsText(isValid.errors, { separator: '\n' })}`);
    assert.equal(policy.$schema, 'schema/policy.schema.json');
  }
});

test('the small policy is valid', () => {
  assert.ok(isValid(read('tests/data/policies/small.json')), ajv.errorsText(isValid.errors));
});

test('the policy broken in ten ways is not', () => {
  assert.equal(isValid(read('tests/data/policies/broken-in-ten-ways.json')), false);
  const places = new Set(isValid.errors.map((error) => error.instancePath));
  for (const place of ['', '/summary', '/principles/1', '/roles/1/title', '/stages/1/channel', '/stages/0/clocks/0/amount/count']) {
    assert.ok(places.has(place), `an error at ${place || 'the whole'}`);
  }
});

const small = read('tests/data/policies/small.json');
for (const { name, change, pointer, schema_sees_it: seen } of read('tests/data/policies/faults.json')) {
  test(`${seen ? 'refuses' : 'leaves to the reader'}: ${name}`, () => {
    assert.equal(isValid(patched(small, change)), !seen);
    if (!seen) return;
    // The schema points at the faulty value, or at the object that lacks or has too many keys.
    const parent = pointer.slice(0, pointer.lastIndexOf('/'));
    const places = isValid.errors.map((error) => error.instancePath);
    assert.ok(places.some((place) => place === pointer || place === parent), `${pointer} is not among ${places}`);
  });
}

test('no object of the format takes an unknown key', () => {
  const open = [];
  const walk = (node, path) => {
    if (!node || typeof node !== 'object') return;
    if (node.type === 'object' && node.additionalProperties !== false) open.push(path);
    for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
  };
  walk(schema, '');
  assert.deepEqual(open, []);
});
