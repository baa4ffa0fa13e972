// case audit, as a person runs it: what was asked beside what is recorded, in words and as JSON.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { caseFile, hash } from './case_files.mjs';
import { commonground, root } from './program.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'commonground-'));
after(() => rmSync(scratch, { recursive: true }));

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const small = 'tests/data/policies/small.json';
const golden = read('tests/data/cases/invented.json');

// The golden case as far as its event number `count`, raised under the present small.json.
const caseOf = (count) => {
  const { events, tell } = caseFile();
  golden.slice(0, count).forEach((event, index) => {
    tell(event, index === 0 ? { data: { ...event.data, policy_hash: hash(read(small)) } } : {});
  });
  const path = join(scratch, `case-${count}.json`);
  writeFileSync(path, JSON.stringify(events));
  return { path, events };
};
const audit = (path, ...more) =>
  commonground(['case', 'audit', path, '--policy', small, '--calendar', 'policies/calendars/bank-holidays.json', ...more]);

test('every row says what was asked, where that stands and what was found', () => {
  const { path, events } = caseOf(golden.length);
  const { status, stdout } = audit(path, '--json');
  assert.equal(status, 0);
  const { requirements, counts, fingerprint } = JSON.parse(stdout);
  const ids = new Set(events.map(({ id }) => id));
  for (const row of requirements) {
    assert.ok(row.cite.source && row.cite.place, row.id);
    assert.equal(row.recorded !== null, row.finding.startsWith('kept'), row.id);
    if (row.recorded) assert.ok(ids.has(row.recorded.event), row.id);
  }
  const row = (kind, id) => requirements.find((each) => each.kind === kind && each.id === id);
  const talk = row('clock', 'talk');
  assert.equal(talk.finding, 'kept');
  assert.equal(talk.at, 'stage-1');
  assert.equal(talk.by, '2026-04-07');
  assert.equal(talk.recorded.day, '2026-04-02');
  assert.equal(row('notice', 'send-letter').finding, 'not_recorded');
  assert.equal(row('outcome', 'stage-2').finding, 'kept');
  assert.equal(row('duty', 'tell').at, null);
  const number = (finding) => requirements.filter((each) => each.finding === finding).length;
  assert.equal(counts.kept, number('kept'));
  assert.equal(counts.missing, number('not_recorded'));
  assert.match(fingerprint, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
});

test('in words it is the document that the application makes', () => {
  const { stdout } = audit(caseOf(golden.length).path);
  assert.match(stdout, /What the procedure asked, and what is recorded/);
  assert.match(stdout, /Stage 1: Talk/);
  assert.match(stdout, /Of the \d+ things/);
});

test('the moment to look from changes what is due', () => {
  const { path } = caseOf(1);
  const talk = (...more) => JSON.parse(audit(path, '--json', ...more).stdout).requirements.find(({ id }) => id === 'talk');
  assert.equal(talk().finding, 'not_due_yet');
  assert.equal(talk('--now', '2026-04-08').finding, 'not_recorded');
});

test('another version is refused, and so is a case without one', () => {
  const { path, events } = caseOf(golden.length);
  const other = join(scratch, 'other.json');
  writeFileSync(other, JSON.stringify({ ...read(small), version: '2' }));
  const refused = commonground(['case', 'audit', path, '--policy', other]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /another version/);
  assert.equal(commonground(['case', 'audit', path]).status, 2);
  events[1].data.account = 'Another';
  const tampered = join(scratch, 'tampered.json');
  writeFileSync(tampered, JSON.stringify(events));
  assert.equal(audit(tampered).status, 1);
});
