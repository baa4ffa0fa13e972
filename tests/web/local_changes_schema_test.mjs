// The schema of local changes: what our reader takes is valid by it, and what it must see, it sees. The reader's half
// is tests/policy/local_changes_test.cpp.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';

const root = new URL('../../', import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

const policySchema = read('policies/schema/policy.schema.json');
const schema = read('policies/schema/local-changes.schema.json');
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
// As an editor finds it: beside the other, by its name.
ajv.addSchema(policySchema, 'policy.schema.json');
const isValid = ajv.compile(schema);
const local = () => read('tests/data/policies/primitives/local-changes.json');
const places = (file) => (isValid(file) ? [] : isValid.errors.map((error) => error.instancePath));

test('local changes that the reader takes are valid', () => {
  assert.ok(isValid(local()), ajv.errorsText(isValid.errors, { separator: '\n' }));
});

test('the example of the administrators’ guide is valid', () => {
  const guide = readFileSync(new URL('policies/README.md', root), 'utf8');
  const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1]).filter((text) => /^\{\s*"\$schema": "schema\/local-changes/.test(text));
  assert.equal(examples.length, 1);
  assert.ok(isValid(JSON.parse(examples[0])), ajv.errorsText(isValid.errors, { separator: '\n' }));
});

const faults = {
  'no version': [(file) => delete file.changes.version, '/changes'],
  'no base': [(file) => delete file.base, ''],
  'an unknown key': [(file) => (file.changes.colour = 'green'), '/changes'],
  'an unknown key beside the changes': [(file) => (file.title = 'North'), ''],
  'a contact without an id': [(file) => delete file.changes.contacts[0].id, '/changes/contacts/0'],
  'a wrong address': [(file) => (file.changes.contacts[0].email = 'desk'), '/changes/contacts/0/email'],
  'something to remove that cannot be': [(file) => (file.changes.remove.summary = ['it']), '/changes/remove'],
  'an id that is none': [(file) => (file.changes.remove.duties = ['Tell County']), '/changes/remove/duties/0'],
  'a clock without its length': [(file) => delete file.changes.clocks[0].amount, '/changes/clocks/0'],
};
for (const [name, [spoil, place]] of Object.entries(faults)) {
  test(`refuses ${name}`, () => {
    const file = local();
    spoil(file);
    assert.ok(places(file).includes(place), `${place} is not among ${places(file)}`);
  });
}

test('everything of a policy can be changed, by the policy’s own schema', () => {
  const { changes } = schema.properties;
  const fixed = ['$schema', 'format', 'id', 'base'];
  const changeable = Object.keys(policySchema.properties).filter((key) => !fixed.includes(key));
  assert.deepEqual(Object.keys(changes.properties).sort(), [...changeable, 'clocks', 'remove'].sort());
  for (const key of changeable) {
    const own = policySchema.properties[key];
    const part = own.items?.$ref;
    const said = changes.properties[key];
    if (said.$ref) assert.equal(said.$ref, `policy.schema.json#/properties/${key}`);
    else assert.equal(said.items.$ref, `policy.schema.json${part}`, key);
  }
});
