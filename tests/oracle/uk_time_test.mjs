// UK time, which we tell by rule, against those who read it from the zone database: node's Intl and the system's own
// zone file, as zdump prints it. tests/web/uk_time_test.mjs asks a browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { clockChanges, converted, differences } from './oracle.mjs';
import { around, kYears, ukTimes, zoneChanges } from './zone.mjs';

const ours = clockChanges(...kYears);
const instants = around(ours);
const questions = instants.map((instant) => new Date(instant).toISOString());

// [{ from (milliseconds), offset (milliseconds), name }], the first second of each stretch of time.
function systemStretches() {
  const [first, last] = kYears;
  const lines = execFileSync('zdump', ['-v', '-c', `${first},${last + 1}`, 'Europe/London'], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const found = /\s(\w{3} +\d+ \d\d:\d\d:\d\d \d{4}) UT = .* (\w+) isdst=\d gmtoff=(-?\d+)$/.exec(line);
    // They come in pairs: the last second before a change and the first after it.
    return found && found[1].includes(':00 ') ? [{ from: Date.parse(`${found[1]} UTC`), name: found[2], offset: Number(found[3]) * 1000 }] : [];
  });
}

test('the clocks change twice a year, when node’s Intl says', () => {
  assert.equal(ours.length, 2 * (kYears[1] - kYears[0] + 1));
  assert.deepEqual(ours, zoneChanges(kYears));
});

test('and when the zone file of the system says', () => {
  assert.deepEqual(ours, systemStretches().map(({ from, name }) => `${new Date(from).toISOString()} ${name}`));
});

test('every quarter of an hour around each change is told as node’s Intl tells it', () => {
  assert.ok(questions.length > 30_000);
  assert.deepEqual(differences(questions, converted(questions), ukTimes(instants)), []);
});

test('and as the zone file of the system has it', () => {
  const stretches = systemStretches();
  const told = instants.map((instant) => {
    const stretch = stretches.findLast(({ from }) => from <= instant) ?? { offset: 0, name: 'GMT' };
    return `${new Date(instant + stretch.offset).toISOString().slice(0, 16)} ${stretch.name}`;
  });
  assert.deepEqual(differences(questions, converted(questions), told), []);
});

test('a time said in UK time is the first moment at which the clock shows it; one that is skipped is an hour later', () => {
  const first = new Map();
  ukTimes(instants).forEach((told, index) => {
    const [time] = told.split(' ');
    if (!first.has(time)) first.set(time, questions[index]);
  });
  // Every clock time of the day before and after each change, the skipped ones too.
  const spoken = around(ours, 1).map((instant) => new Date(instant).toISOString().slice(0, 16));
  const expected = spoken.map((time) => first.get(time) ?? `${time}:00.000Z`);
  assert.equal(spoken.filter((time) => !first.has(time)).length, 2 * ours.length, 'four quarters are skipped each spring');
  assert.deepEqual(differences(spoken, converted(spoken), expected), []);
});

test('one wrong line would be found', () => {
  const wrong = ours.map((line, index) => (index === 7 ? line.replace('T01:', 'T02:') : line));
  assert.equal(differences(ours, wrong, zoneChanges(kYears)).length, 1);
});
