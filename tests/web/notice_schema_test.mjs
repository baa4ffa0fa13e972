// The published schema of the notice's JSON against what the program writes (the golden file that
// tests/documents/notice_test.cpp compares byte for byte), and against notices with one fault each.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const golden = read('tests/data/notices/outcome-resolution-notice.json');
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
  .compile(read('policies/schema/notice.schema.json'));

const field = (notice, type) => notice.fields.find((each) => each.type === type);

test('the notice that the program writes fits the schema', () => {
  assert.ok(validate(golden), JSON.stringify(validate.errors, null, 2));
  const types = new Set(golden.fields.map((each) => each.type));
  assert.ok(types.has('yes_no') && types.has('choice_of_many') && types.has('date'));
});

test('unanswered fields and a withheld case id fit the schema', () => {
  const notice = structuredClone(golden);
  delete notice.case.id;
  field(notice, 'yes_no').value = null;
  field(notice, 'choice_of_many').value = [];
  field(notice, 'date').value = '';
  field(notice, 'long_text').value = '';
  assert.ok(validate(notice), JSON.stringify(validate.errors, null, 2));
});

const faults = {
  'a later format': (notice) => { notice.format = 2; },
  'no format': (notice) => { delete notice.format; },
  'an unknown kind': (notice) => { notice.kind = 'letter'; },
  'an unknown key': (notice) => { notice.extra = true; },
  'an unknown key in the case': (notice) => { notice.case.child = 'J.T.'; },
  'no policy hash': (notice) => { delete notice.policy.hash; },
  'a short policy hash': (notice) => { notice.policy.hash = 'abc'; },
  'a malformed case id': (notice) => { notice.case.id = 'not hexadecimal'; },
  'an instant without its zone': (notice) => { notice.issued_at = '2026-04-22T13:30:00.000'; },
  'an author without a name': (notice) => { notice.author.name = ''; },
  'no fields': (notice) => { notice.fields = []; },
  'a field without a label': (notice) => { delete notice.fields[0].label; },
  'an unknown type of field': (notice) => { notice.fields[0].type = 'colour'; },
  'a number as text': (notice) => { field(notice, 'long_text').value = 3; },
  'a date in words': (notice) => { field(notice, 'date').value = '22 April 2026'; },
  'one option that is not a list': (notice) => { field(notice, 'choice_of_many').value = 'one'; },
  'an option twice': (notice) => { field(notice, 'choice_of_many').value = ['one', 'one']; },
  'yes as a word': (notice) => { field(notice, 'yes_no').value = 'Yes'; },
};
for (const [name, spoil] of Object.entries(faults)) {
  test(`refused: ${name}`, () => {
    const notice = structuredClone(golden);
    spoil(notice);
    assert.equal(validate(notice), false);
  });
}
