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

// A file of local changes has a schema of its own.
const isPolicy = (path) => !('changes' in read(path));
const policiesIn = (folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.json'))
    .map((name) => folder + name)
    .filter((path) => !['policies/index.json', 'tests/data/policies/faults.json'].includes(path));

test('the index lists every policy in the folder', () => {
  assert.deepEqual(policiesIn('policies/').map((path) => path.slice('policies/'.length)).sort(), read('policies/index.json').policies.sort());
});

for (const folder of ['policies/', 'tests/data/policies/', 'tests/data/policies/primitives/']) {
  test(`every policy in ${folder} is valid, and names the schema where an editor finds it`, () => {
    const paths = policiesIn(folder).filter(isPolicy);
    assert.notEqual(paths.length, 0);
    for (const path of paths) {
      const policy = read(path);
      // From where it stands, or from the policies folder that it is an example for.
      const named = [path, 'policies/example.json'].map((place) => new URL(policy.$schema, new URL(place, root)).href);
      assert.ok(named.includes(new URL('policies/schema/policy.schema.json', root).href), path);
      if (path.endsWith('broken-in-ten-ways.json')) continue;
      assert.ok(isValid(policy), `${path}: ${ajv.errorsText(isValid.errors, { separator: '\n' })}`);
    }
  });
}

test('the policy with every key has every key of the schema', () => {
  const used = new Set();
  const collect = (value) => {
    if (!value || typeof value !== 'object') return;
    if (!Array.isArray(value)) for (const key of Object.keys(value)) used.add(key);
    for (const part of Object.values(value)) collect(part);
  };
  collect(read('tests/data/policies/every-key.json'));
  const known = new Set();
  const walk = (node) => {
    if (!node || typeof node !== 'object') return;
    if (node.type === 'object') for (const key of Object.keys(node.properties)) known.add(key);
    for (const part of Object.values(node)) walk(part);
  };
  walk(schema);
  assert.deepEqual([...known].filter((key) => !used.has(key)), []);
});

// The words of an enumeration: “oneOf” with a description each, or a plain list.
const resolved = (node) => (node.$ref ? { ...schema.$defs[node.$ref.slice('#/$defs/'.length)] } : node);
const wordsOf = (node) => resolved(node).enum ?? resolved(node).oneOf.map((choice) => choice.const);

test('the words of each enumeration are those that the reader knows', () => {
  const spellings = readFileSync(new URL('src/policy/spellings.h', root), 'utf8');
  const wordsIn = (name) => {
    const list = spellings.match(new RegExp(`${name}\\b[^;]*;`));
    assert.ok(list, name);
    return [...list[0].matchAll(/"([a-z0-9_-]+)"/g)].map((word) => word[1]);
  };
  const { stage, stage_clock: clock, duty, condition, form, form_field: field, unit, side, force, start, met_by: metBy } = schema.$defs;
  const places = {
    kStageKinds: stage.properties.kind,
    kChannels: stage.properties.channel,
    kChairs: stage.properties.meeting.properties.chair,
    kStartEvents: start,
    kTakes: clock.properties.take,
    kClockKinds: clock.properties.kind,
    kMetBys: metBy,
    kForces: force,
    kLapses: clock.properties.lapse,
    kOutcomes: condition.properties.outcome,
    kUnits: unit,
    kSides: side,
    kDutyMoments: duty.properties.when,
    kDutyActions: duty.properties.action,
    kFieldTypes: field.properties.type,
    kPrefills: field.properties.prefill,
    kFormKinds: form.properties.kind,
    kReaches: schema.properties.reach.items,
    kDivisions: schema.properties.division,
    kSubjects: schema.properties.subjects.items,
  };
  for (const [name, node] of Object.entries(places)) assert.deepEqual(wordsOf(node).sort(), wordsIn(name).sort(), name);
  const all = [...spellings.matchAll(/constexpr [^;]*?\b(k[A-Z]\w+)\s*[{;]/g)].map((match) => match[1]);
  assert.deepEqual(all.filter((name) => !(name in places)), [], 'a list of words that no place of the schema is held to');
});

// What an editor shows beside a completion.
test('every key and every word of the format says what it means', () => {
  const silent = [];
  const says = (node) => node.description || node.const !== undefined || node.$ref && (node.description || schema.$defs[node.$ref.slice('#/$defs/'.length)].description);
  const walk = (node, path) => {
    if (!node || typeof node !== 'object') return;
    if (node.type === 'object') {
      for (const [key, value] of Object.entries(node.properties)) if (!says(value)) silent.push(`${path}/${key}`);
    }
    for (const choice of node.oneOf ?? []) if (!choice.description) silent.push(`${path} “${choice.const}”`);
    for (const [key, part] of Object.entries(node)) walk(part, `${path}/${key}`);
  };
  walk(schema, '');
  assert.deepEqual(silent, []);
});

test('the policy broken in ten ways is not', () => {
  assert.equal(isValid(read('tests/data/policies/broken-in-ten-ways.json')), false);
  const places = new Set(isValid.errors.map((error) => error.instancePath));
  for (const place of ['', '/summary', '/principles/1', '/roles/1/title', '/stages/1/channel', '/stages/0/clocks/0/amount/count']) {
    assert.ok(places.has(place), `an error at ${place || 'the whole'}`);
  }
});

// A fault is one change to the policy that it is "of": the small one, or the one with every key.
for (const { name, of = 'small', change, pointer, schema_sees_it: seen } of read('tests/data/policies/faults.json')) {
  test(`${seen ? 'refuses' : 'leaves to the reader'}: ${name}`, () => {
    assert.equal(isValid(patched(read(`tests/data/policies/${of}.json`), change)), !seen);
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
