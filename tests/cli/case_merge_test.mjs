// commonground case merge, and shared cases wherever a case file is read. The files are written here, by what the
// format says (src/documents/case_bundle.h), so that the program is read by another's hand.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { canonical, caseFile, hash } from './case_files.mjs';
import { commonground, root } from './program.mjs';

const folder = mkdtempSync(join(tmpdir(), 'merge-'));
after(() => rmSync(folder, { recursive: true }));
const write = (name, content) => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return join(folder, name);
};
const run = (...args) => {
  const { status, stdout, stderr } = commonground(args);
  return { code: status, out: stdout, err: stderr };
};
const merge = (...args) => run('case', 'merge', ...args);

const small = 'tests/data/policies/small.json';
const policy = JSON.parse(readFileSync(join(root, small), 'utf8'));
const [opened, talked, , entered] = JSON.parse(readFileSync(join(root, 'tests/data/cases/invented.json'), 'utf8'));
const opening = { ...opened, data: { ...opened.data, policy_hash: hash(policy) } };
const note = (text, minute) => ({
  ...entered, type: 'note_added', data: { text }, recorded_at: entered.recorded_at.replace(/:\d\d\./, `:${minute}.`),
});

// Two devices that went apart after the first talk.
function apart() {
  const [here, there] = [caseFile(), caseFile()];
  for (const each of [here, there]) {
    each.tell(opening);
    each.tell(talked);
  }
  here.tell(note('On the laptop', 11));
  there.tell(entered);
  there.tell(note('On the telephone', 12));
  return [here.events, there.events];
}

const bundle = (events, changes = {}) => `${canonical({
  format: 'common-ground-case',
  version: 1,
  case_id: events[0].case_id,
  policies: [{ hash: hash(policy), text: canonical(policy) }],
  events,
  attachments: [],
  ...changes,
})}\n`;

test('two files of one case become one, the same whichever comes first', () => {
  const [here, there] = apart();
  const files = [write('here.json', bundle(here)), write('there.json', bundle(there))];
  const both = merge(...files);
  assert.equal(both.code, 0, both.err);
  assert.equal(both.out, merge(...[...files].reverse()).out);
  assert.match(both.err, /2 entries of the second file are not in the first, 1 entry of the first/);
  const told = JSON.parse(both.out);
  assert.deepEqual(told.events.map(({ id }) => id).sort(), [...new Set([...here, ...there].map(({ id }) => id))].sort());
  assert.equal(both.out, bundle(told.events), 'byte for byte what another hand writes');

  // With itself, and with a part of itself, it is what it was.
  const merged = write('both.json', both.out);
  for (const other of [merged, ...files]) assert.equal(merge(merged, other).out, both.out);
  const replayed = run('case', 'replay', merged, '--json');
  assert.equal(replayed.code, 0);
  assert.equal(JSON.parse(replayed.out).events, 5);
});

test('lists of events are put together with the procedure that is given', () => {
  const [here, there] = apart();
  const files = [write('list-here.json', here), write('list-there.json', there)];
  assert.match(merge(...files).err, /procedure that the case ran under is not here/);
  const both = merge(...files, '--policy', small);
  assert.equal(both.code, 0, both.err);
  assert.equal(both.out, merge(write('here.json', bundle(here)), files[1]).out);
});

test('each file that cannot be used says why', () => {
  const [here, there] = apart();
  const sound = write('sound.json', bundle(here));
  const why = (content) => {
    const { code, out, err } = merge(sound, write('wrong.json', content));
    assert.equal(code, 1);
    assert.equal(out, '', 'nothing of it');
    return err;
  };
  assert.match(why(bundle(there).slice(0, 900)), /ends too early/);
  assert.match(why(bundle(there, { version: 2 })), /later version/);
  assert.match(why(JSON.stringify(JSON.parse(bundle(there)), null, 1)), /not as it was written/);
  assert.match(why(bundle(there).replace('On the telephone', 'On the pavement')), /“Note added” \([0-9a-f]{12}\) is not what was written/);
  assert.match(why('{"data":"AAAA","format":"common-ground-sealed"}\n'), /encrypted/);

  const other = caseFile();
  other.tell({ ...opening, data: { ...opening.data, subject: { kind: 'child', name: 'Another' } } });
  assert.match(why(bundle(other.events)), /perhaps about another child/);
  const elsewhere = caseFile();
  elsewhere.tell({ ...opening, case_id: 'f'.repeat(32) });
  assert.match(why(bundle(elsewhere.events)), /belong to another case/);
});

test('a bundle of version 1 is replayed', () => {
  const { code, out } = run('case', 'replay', 'tests/data/bundles/version-1.json');
  assert.equal(code, 0);
  assert.match(out, /^CG-7K2M-9QXD: 6 events/);
  assert.match(out, /conflict: [0-9a-f]{64}/);
});
