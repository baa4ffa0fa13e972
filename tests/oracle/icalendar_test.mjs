// The calendar files that cases become, read back by ical.js: every property, whole days and moments, alarms, what
// stays, moves and is cancelled, and that nobody is named unless that was chosen.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import ICAL from 'ical.js';
import { caseFile, hash } from '../cli/case_files.mjs';
import { commonground, root } from '../cli/program.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'commonground-'));
after(() => rmSync(scratch, { recursive: true }));
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const write = (name, content) => {
  const path = join(scratch, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const run = (...args) => commonground(args);

// Words of one, two, three and four octets a letter, and each character that iCalendar escapes.
const kAllWords = `Both sides; both managers, and \\ “everybody” ${'é€😀'.repeat(20)} have agreed`;
const kCalendar = ['--calendar', 'policies/calendars/bank-holidays.json'];
const policy = read('tests/data/policies/small.json');
policy.stages[1].clocks[0].what = kAllWords;
const policyFile = write('policy.json', policy);
const [opened, talked, , entered] = read('tests/data/cases/invented.json');
const kAgreed = {
  ...entered,
  type: 'time_agreed', occurred_at: '2026-04-07T10:00:00.000Z', recorded_at: '2026-04-07T10:00:00.000Z',
  data: { stage: 'stage-2', clock: 'agree', until: '2026-04-17', with: 'Priya Shah', reason: '' },
};
const kWithdrawn = {
  ...entered,
  type: 'case_withdrawn', occurred_at: '2026-04-08T08:00:00.000Z', recorded_at: '2026-04-08T08:00:00.000Z',
  data: { reason: 'It was settled by telephone.' },
};
function toldCase(name, changes, ...events) {
  const { events: told, tell } = caseFile();
  tell({ ...opened, ...changes, data: { ...opened.data, ...changes.data, policy_hash: hash(policy) } });
  for (const event of events) tell(event, changes.case_id ? { case_id: changes.case_id } : {});
  return write(name, told);
}
const atStageTwo = toldCase('agreed.json', {}, talked, entered, kAgreed);

function calendarOf(files, ...options) {
  const { status, stdout, stderr } = run('case', 'calendar', ...[files].flat(), '--policy', policyFile, ...kCalendar, ...options);
  assert.equal(status, 0, stderr);
  return stdout;
}
const clocksOf = (file, ...options) => {
  const { status, stdout, stderr } = run('case', 'replay', file, '--policy', policyFile, ...kCalendar, '--json', ...options);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout).clocks.filter((clock) => ['running', 'due_today', 'overdue'].includes(clock.status));
};
const parsed = (file) => new ICAL.Component(ICAL.parse(file));
const entriesOf = (file) => parsed(file).getAllSubcomponents('vevent');
const valueOf = (entry, name) => entry.getFirstPropertyValue(name);
const namesOf = (component) => component.getAllProperties().map(({ name }) => name).sort();
const kLondon = { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' };

test('the calendar itself has the properties that a published one must have', () => {
  const calendar = parsed(calendarOf(atStageTwo));
  assert.equal(calendar.name, 'vcalendar');
  assert.deepEqual(namesOf(calendar), ['calscale', 'method', 'prodid', 'version']);
  assert.equal(valueOf(calendar, 'version'), '2.0');
  assert.equal(valueOf(calendar, 'calscale'), 'GREGORIAN');
  assert.equal(valueOf(calendar, 'method'), 'PUBLISH');
  assert.match(valueOf(calendar, 'prodid'), /^-\/\/Common Ground\/\//);
  assert.ok(calendar.getAllSubcomponents().every(({ name }) => name === 'vevent'));
});

test('an entry for each clock that goes on, with every property, on the day or at the moment that it ends', () => {
  const now = '2026-04-07T11:30'; // UK time, an hour ahead of UTC
  const clocks = clocksOf(atStageTwo, '--now', now);
  const entries = entriesOf(calendarOf(atStageTwo, '--now', now));
  assert.deepEqual(clocks.map(({ clock }) => clock), ['agree', 'send']);
  assert.equal(entries.length, clocks.length);
  const kEvery = ['class', 'description', 'dtstamp', 'dtstart', 'sequence', 'status', 'summary', 'transp', 'uid'];
  entries.forEach((entry, index) => {
    const clock = clocks[index];
    const wholeDay = clock.clock === 'agree';
    assert.deepEqual(namesOf(entry), wholeDay ? [...kEvery, 'dtend'].sort() : kEvery);
    assert.equal(valueOf(entry, 'summary'), `${opened.data.reference}: ${clock.what} (stage 2)`);
    assert.match(valueOf(entry, 'description'), /^By [^]*2026\. [^]*Northmoor 2026/);
    assert.equal(valueOf(entry, 'dtstamp').toJSDate().toISOString(), '2026-04-07T10:30:00.000Z');
    assert.equal(valueOf(entry, 'sequence'), 0);
    assert.equal(valueOf(entry, 'status'), 'CONFIRMED');
    assert.equal(valueOf(entry, 'transp'), 'TRANSPARENT');
    assert.equal(valueOf(entry, 'class'), 'PRIVATE');
    const start = valueOf(entry, 'dtstart');
    assert.equal(start.isDate, wholeDay);
    if (wholeDay) {
      assert.equal(start.toString(), clock.last_day);
      const end = valueOf(entry, 'dtend');
      assert.ok(end.isDate);
      assert.equal(end.subtractDate(start).toSeconds(), 86_400); // it ends before this day
    } else {
      assert.equal(start.zone, ICAL.Timezone.utcTimezone);
      assert.equal(start.toJSDate().toISOString(), clock.ends);
      assert.equal(clock.ends, '2026-04-08T09:00:00.000Z');
    }
  });
  assert.equal(clocks[0].last_day, '2026-04-17');
});

test('alarms: of a day at nine the day before and at nine, of a moment a day and two hours before', () => {
  const [day, moment] = entriesOf(calendarOf(atStageTwo));
  const alarms = (entry) => entry.getAllSubcomponents('valarm').map((alarm) => {
    assert.deepEqual(namesOf(alarm), ['action', 'description', 'trigger']);
    assert.equal(valueOf(alarm, 'action'), 'DISPLAY');
    assert.equal(valueOf(alarm, 'description'), valueOf(entry, 'summary'));
    const at = valueOf(entry, 'dtstart').clone();
    at.isDate = false; // a day begins at its midnight, wherever the calendar is
    at.addDuration(valueOf(alarm, 'trigger'));
    return at.toString();
  });
  assert.deepEqual(alarms(day), ['2026-04-16T09:00:00', '2026-04-17T09:00:00']);
  assert.deepEqual(alarms(moment), ['2026-04-07T09:00:00Z', '2026-04-08T07:00:00Z']);
});

test('a moment is the same in the summer and in the winter, and midnight is a whole day', () => {
  // 24 hours from ten in the morning, over the end of summer time.
  const at = '2026-10-24T09:00:00.000Z';
  const autumn = { occurred_at: at, recorded_at: at };
  const file = toldCase('autumn.json', { ...autumn, data: { concern_arose: '2026-10-24' } }, { ...entered, ...autumn });
  const send = entriesOf(calendarOf(file)).at(-1);
  assert.equal(valueOf(send, 'dtstart').toJSDate().toISOString(), '2026-10-25T09:00:00.000Z');
  assert.equal(new Intl.DateTimeFormat('en-GB', kLondon).format(valueOf(send, 'dtstart').toJSDate()), '25/10/2026, 09:00');
  assert.match(valueOf(send, 'description'), /^By 9am on Sunday 25 October 2026/);
  // Entered at midnight: the last day is whole, and the next has nothing of it.
  const midnight = { occurred_at: '2026-04-06T23:00:00.000Z', recorded_at: '2026-04-06T23:00:00.000Z' };
  const whole = entriesOf(calendarOf(toldCase('midnight.json', {}, talked, { ...entered, ...midnight }))).at(-1);
  assert.ok(valueOf(whole, 'dtstart').isDate);
  assert.equal(valueOf(whole, 'dtstart').toString(), '2026-04-07');
});

test('no line is longer than 75 octets, none is cut within a letter, and each word is read back', () => {
  const bytes = Buffer.from(calendarOf(atStageTwo), 'utf8');
  assert.ok(bytes.toString('latin1').endsWith('END:VCALENDAR\r\n'));
  assert.ok(!/[^\r]\n|\r[^\n]/.test(bytes.toString('latin1')), 'every line ends with CRLF');
  const lines = bytes.toString('latin1').split('\r\n').map((line) => Buffer.from(line, 'latin1'));
  const continued = lines.filter((line) => line[0] === 0x20);
  assert.ok(continued.some((line) => line[1] >= 0xc0), 'a line is folded before a letter of several octets');
  for (const line of lines) {
    assert.ok(line.length <= 75, String(line));
    new TextDecoder('utf-8', { fatal: true }).decode(line);
  }
  const [entry] = entriesOf(bytes.toString('utf8'));
  assert.ok(valueOf(entry, 'summary').includes(kAllWords));
  // ical.js reads a comma that is not escaped too; others need not.
  const texts = bytes.toString('utf8').replaceAll('\r\n ', '').split('\r\n').filter((line) => /^(SUMMARY|DESCRIPTION):/.test(line));
  assert.ok(texts.some((line) => line.includes('\\;') && line.includes('\\,') && line.includes('\\\\')));
  for (const line of texts) assert.ok(!/[,;]/.test(line.replaceAll(/\\[\\;,n]/g, '')), line);
});

test('without a word nobody is named; chosen, it is who the case is about and nobody else', () => {
  const whole = (file) => file.replaceAll('\r\n ', '');
  const others = [opened.author.name, opened.author.agency, opened.author.email, opened.data.responding.agency, 'Priya Shah',
    opened.data.concern, opened.data.decision];
  const subject = opened.data.subject.name;
  const plain = whole(calendarOf(atStageTwo));
  const named = whole(calendarOf(atStageTwo, '--names'));
  for (const name of others) assert.ok(name && !plain.includes(name) && !named.includes(name), name);
  assert.ok(!plain.includes(subject));
  for (const entry of entriesOf(calendarOf(atStageTwo, '--names'))) {
    assert.ok(valueOf(entry, 'summary').startsWith(`${subject}, ${opened.data.reference}: `));
  }
});

test('an entry keeps its UID, and its number rises when it moves or goes', () => {
  const memory = join(scratch, 'written.json');
  const written = (file, ...options) => entriesOf(calendarOf(file, '--written', memory, ...options))
    .map((entry) => ({
      uid: valueOf(entry, 'uid'), sequence: valueOf(entry, 'sequence'), status: valueOf(entry, 'status'),
      start: valueOf(entry, 'dtstart').toString(), alarms: entry.getAllSubcomponents('valarm').length,
      summary: valueOf(entry, 'summary'),
    }));
  const before = toldCase('before.json', {}, talked, entered);
  const first = written(before);
  assert.deepEqual(first.map(({ sequence }) => sequence), [0]); // nothing is agreed yet: only the letter has a moment
  const [letter] = first;
  assert.match(letter.uid, /^[0-9a-f]{32}$/);
  assert.deepEqual(written(before), first, 'the same again says the same');
  assert.deepEqual(written(before, '--now', '2026-04-08T09:30'), first, 'later too');

  const second = written(atStageTwo);
  assert.deepEqual(second.find(({ uid }) => uid === letter.uid), letter);
  const agreed = second.find(({ uid }) => uid !== letter.uid);
  assert.deepEqual([agreed.sequence, agreed.start], [0, '2026-04-17']);
  const later = toldCase('later.json', {}, talked, entered, kAgreed, { ...kAgreed, data: { ...kAgreed.data, until: '2026-04-20' } });
  const third = written(later);
  const moved = third.find(({ uid }) => uid === agreed.uid);
  assert.deepEqual([moved.sequence, moved.start, moved.status], [1, '2026-04-20', 'CONFIRMED']);
  assert.equal(third.length, 2);

  const gone = written(toldCase('gone.json', {}, talked, entered, kAgreed, kWithdrawn));
  assert.deepEqual(gone.map(({ uid }) => uid).sort(), [letter.uid, agreed.uid].sort());
  for (const entry of gone) {
    assert.equal(entry.status, 'CANCELLED');
    assert.equal(entry.alarms, 0);
    assert.ok(!entry.summary.includes(opened.data.reference));
  }
  assert.deepEqual([gone.find(({ uid }) => uid === letter.uid).sequence, gone.find(({ uid }) => uid === agreed.uid).sequence], [1, 2]);
  assert.deepEqual(written(toldCase('still.json', {}, talked, entered, kAgreed, kWithdrawn)), gone, 'cancelled once');
  const back = written(later);
  assert.equal(back.find(({ uid }) => uid === agreed.uid).sequence, 3);
});

test('several cases are one calendar; what one is called says nothing of the other', () => {
  const other = toldCase('other.json', { case_id: 'f'.repeat(32), data: { reference: 'CG-0000-0001' } }, talked, entered, kAgreed);
  const entries = entriesOf(calendarOf([atStageTwo, other]));
  assert.equal(entries.length, 4);
  assert.equal(new Set(entries.map((entry) => valueOf(entry, 'uid'))).size, 4);
  assert.equal(entries.filter((entry) => valueOf(entry, 'summary').includes('CG-0000-0001')).length, 2);
});

test('a case of another procedure, a case twice, and a memory that is none are refused', () => {
  const refused = (files, ...options) => {
    const { status, stdout, stderr } = run('case', 'calendar', ...files, ...kCalendar, ...options);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    return stderr;
  };
  assert.match(refused([atStageTwo], '--policy', 'tests/data/policies/small.json'), /another version/);
  assert.match(refused([atStageTwo, atStageTwo], '--policy', policyFile), /given twice/);
  for (const [index, content] of [[], { a: 1 }, { a: [{ uid: 'x', sequence: '1', day: '2026-04-01' }] }].entries()) {
    const memory = write(`memory-${index}.json`, content);
    assert.match(refused([atStageTwo], '--policy', policyFile, '--written', memory), /does not remember/);
    assert.deepEqual(JSON.parse(readFileSync(memory, 'utf8')), content, 'it is left as it was');
  }
  const nowhere = join(scratch, 'no/folder/written.json');
  assert.match(refused([atStageTwo], '--policy', policyFile, '--written', nowhere), /could not be written/);
  assert.ok(!existsSync(nowhere));
});
