// commonground calendar: lines in, lines out, and what it says of a line that is wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonground } from './program.mjs';

const holidays = ['--calendar', 'policies/calendars/bank-holidays.json'];

const run = (args, lines = []) => {
  const { status, stdout, stderr } = commonground(['calendar', ...args], lines.map((line) => `${line}\n`).join(''));
  return { code: status, out: stdout.split('\n').slice(0, -1), err: stderr };
};
const answers = (args, questions) => {
  const { code, out, err } = run(args, Object.keys(questions));
  assert.equal(code, 0, err);
  assert.deepEqual(Object.fromEntries(Object.keys(questions).map((line, index) => [line, out[index]])), questions);
  assert.equal(out.length, Object.keys(questions).length);
};

test('add: every unit, over Easter, both changes of the clocks and the end of the known years', () => {
  answers(['add', ...holidays], {
    '2026-04-01 2 working_days': '2026-04-07',
    '2026-04-03 0 working_days': '2026-04-07',
    '2026-04-01 1 working_weeks': '2026-04-10',
    '2026-04-01 2 calendar_days': '2026-04-03',
    '2026-04-01 2 weeks': '2026-04-15',
    '2026-01-31 1 months': '2026-02-28',
    '2026-03-28T10:00 24 hours': '2026-03-29 2026-03-29T10:00:00.000Z',
    '2026-10-24T10:00 24 hours': '2026-10-25 2026-10-25T09:00:00.000Z',
    '2026-04-01 48 hours': '2026-04-03 2026-04-03T08:00:00.000Z',
    '2028-12-29 1 working_days': '2029-01-01 provisional',
    '2018-12-31 1 working_days': '2019-01-02 provisional',
  });
});

test('add: each division has its own days', () => {
  const question = '2026-03-16 1 working_days';
  for (const [division, day] of [['england-and-wales', '2026-03-17'], ['scotland', '2026-03-17'], ['northern-ireland', '2026-03-18']]) {
    answers(['add', ...holidays, '--division', division], { [question]: day });
  }
  const { code, err } = run(['add', ...holidays, '--division', 'wessex'], [question]);
  assert.equal(code, 1);
  assert.match(err, /lacks the bank holidays of this division[^]*wessex/);
});

test('between: after the first day, up to and with the second', () => {
  answers(['between', ...holidays], {
    '2026-04-01 2026-04-07': '2',
    '2026-04-07 2026-04-01': '-2',
    '2026-04-01 2026-04-01': '0',
    '2026-04-02 2026-04-06': '0',
    '2028-12-29 2029-01-01': '1 provisional',
  });
});

test('convert: UTC to UK time and back, the hour that is not there and the hour that is there twice', () => {
  answers(['convert'], {
    '2026-03-29T00:59:59.999Z': '2026-03-29T00:59 GMT',
    '2026-03-29T01:00:00.000Z': '2026-03-29T02:00 BST',
    '2026-03-29T01:30': '2026-03-29T01:30:00.000Z',
    '2026-10-25T00:30:00.000Z': '2026-10-25T01:30 BST',
    '2026-10-25T01:30:00.000Z': '2026-10-25T01:30 GMT',
    '2026-10-25T01:30': '2026-10-25T00:30:00.000Z',
    '2026-07-01': '2026-07-01T08:00:00.000Z',
  });
});

test('changes: two a year', () => {
  assert.deepEqual(run(['changes', '2026', '2027']).out, [
    '2026-03-29T01:00:00.000Z BST', '2026-10-25T01:00:00.000Z GMT',
    '2027-03-28T01:00:00.000Z BST', '2027-10-31T01:00:00.000Z GMT',
  ]);
  assert.deepEqual(run(['changes', '2027', '2026']).out, []);
  assert.equal(run(['changes', '1995', '2026']).code, 2);
  assert.equal(run(['changes', '2026']).code, 2);
});

test('a wrong line is named by its number with what was expected, and nothing is answered', () => {
  const good = '2026-04-01 2 working_days';
  for (const [wrong, found, expected] of [
    ['2026-02-30 2 working_days', '2026-02-30', '2026-04-01T10:00'],
    ['2026-04-01 -2 working_days', '-2', '0 to 9999'],
    ['2026-04-01 10000 working_days', '10000', '0 to 9999'],
    ['2026-04-01 2x working_days', '2x', '0 to 9999'],
    ['2026-04-01 2 fortnights', 'fortnights', 'working_weeks'],
    ['2026-04-01 2', '2026-04-01 2', good],
    ['', '', good],
  ]) {
    const { code, out, err } = run(['add', ...holidays], [good, wrong, good]);
    assert.equal(code, 1, wrong);
    assert.deepEqual(out, []);
    assert.match(err, /^line 2\n/);
    assert.ok(err.includes(`found    ${found}`) || found === '', err);
    assert.ok(err.includes(expected), err);
  }
  const two = run(['between', ...holidays], ['2026-04-01 tomorrow', '2026-04-01 2026-04-07', 'today']);
  assert.equal(two.code, 1);
  assert.match(two.err, /line 1\n[^]*line 3\n/);
  assert.equal(run(['convert'], ['2026-04-01T10:00Z']).code, 1);
  const many = run(['convert'], Array(1000).fill('now'));
  assert.ok(many.err.match(/line \d+/g).length <= 20);
});

test('no lines, no answers; a last line without its end is a line; no calendar, no counting', () => {
  assert.deepEqual(run(['add', ...holidays]), { code: 0, out: [], err: '' });
  const { stdout } = commonground(['calendar', 'convert'], '2026-07-01');
  assert.equal(stdout, '2026-07-01T08:00:00.000Z\n');
  assert.equal(run(['add']).code, 2);
  assert.match(run(['add', '--calendar', 'nowhere.json']).err, /--calendar/);
});
