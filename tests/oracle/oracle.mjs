// What every comparison with somebody else's calendar needs: random questions from one seed, our answers to them
// (commonground calendar), the bank holidays as GOV.UK lists them, and what is known to differ.
//
// The seed is printed; SEED=7 asks the same questions again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commonground, root } from '../cli/program.mjs';

export const kDivisions = ['england-and-wales', 'scotland', 'northern-ireland'];
export const kQuestions = 40_000; // for each division
export const kCalendar = join(root, 'policies/calendars/bank-holidays.json');
export const kSeed = Number(process.env.SEED || randomInt(1, 2 ** 31));
assert.ok(Number.isSafeInteger(kSeed), 'SEED is a whole number');
export const saySeed = (t) => t.diagnostic(`SEED=${kSeed}, ${kQuestions} questions for each of ${kDivisions.length} divisions`);

const kDay = 86_400_000;
export const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / kDay;
export const isoDay = (number) => new Date(number * kDay).toISOString().slice(0, 10);

// below(n): the next whole number from 0 up to and without n. `name` keeps the questions of one test apart from
// those of another. (mulberry32)
export function draws(name) {
  let state = [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), kSeed) | 0;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

// How long a procedure may give: mostly days and weeks, sometimes up to a year of working days.
export const drawCount = (below) => (below(5) ? below(46) : below(261));
export const drawDay = (below, first, last) => isoDay(dayNumber(first) + below(dayNumber(last) - dayNumber(first) + 1));
export const many = (draw, count = kQuestions) => Array.from({ length: count }, draw);

// Where a Python has numpy; the one that is found first need not be the one whose packages apt installs.
const python = () => ['python3', '/usr/bin/python3'].find((each) => spawnSync(each, ['-c', 'import numpy']).status === 0)
  ?? assert.fail('numpy is missing: run shell/setup');

// `ask` is given the lines and returns spawnSync's answer.
function answered(ask, lines) {
  const { status, stdout, stderr, error } = ask(lines.map((line) => `${line}\n`).join(''));
  assert.ok(!error, String(error));
  assert.equal(status, 0, stderr);
  const answers = stdout.split('\n').slice(0, -1);
  assert.equal(answers.length, lines.length);
  return answers;
}
const counting = (task, division, calendar) => [task, '--division', division, '--calendar', calendar];

const calendarAnswers = (args, lines) => answered((input) => commonground(['calendar', ...args], input), lines);

// `task` is add or between. The list of what is not certain is another test's: here only the days are compared.
export const ours = (task, division, lines, calendar = kCalendar) =>
  calendarAnswers(counting(task, division, calendar), lines).map((line) => line.replace(' provisional', ''));
export const numpys = (task, division, lines, calendar = kCalendar) =>
  answered((input) => spawnSync(python(), [join(root, 'tests/oracle/numpy_oracle.py'), ...counting(task, division, calendar)],
    { encoding: 'utf8', input, maxBuffer: 1 << 28 }), lines);
export const converted = (lines) => calendarAnswers(['convert'], lines);
export const clockChanges = (from, to) => {
  const { status, stdout } = commonground(['calendar', 'changes', String(from), String(to)]);
  assert.equal(status, 0);
  return stdout.split('\n').filter(Boolean);
};

// {question, ours, theirs} wherever the two differ.
export const differences = (questions, our, their) =>
  questions.map((question, index) => ({ question, ours: our[index], theirs: String(their[index]) }))
    .filter((each) => each.ours !== each.theirs);

export const official = (division, calendar = kCalendar) =>
  new Map(JSON.parse(readFileSync(calendar, 'utf8'))[division].events.map(({ date, title }) => [date, title]));

// What is known to differ from one oracle: tests/data/oracle/known_differences.json, each with its reason.
const allKnown = JSON.parse(readFileSync(join(root, 'tests/data/oracle/known_differences.json'), 'utf8'));
export const known = (oracle) => allKnown.filter((each) => each.oracle === oracle);

// Each difference must be explained by one that is known, and each that is known must have occurred.
// `explains(known, difference)` says whether it does.
export function reckoned(found, knownOnes, explains) {
  return {
    unexplained: found.filter((difference) => !knownOnes.some((each) => explains(each, difference))),
    gone: knownOnes.filter((each) => !found.some((difference) => explains(each, difference))),
  };
}
export function assertReckoned(found, knownOnes, explains) {
  const { unexplained, gone } = reckoned(found, knownOnes, explains);
  assert.equal(unexplained.length, 0, `${unexplained.length} differ, the first ${JSON.stringify(unexplained.slice(0, 5))}`);
  assert.deepEqual(gone, [], 'known differences that no longer occur');
}

// Runs `use(path, date)` with the official list damaged in one place: a holiday in the middle of the division's list
// lost, moved by a day, or one too many. `date` is where.
export function withDamaged(division, damage, use) {
  const folder = mkdtempSync(join(tmpdir(), 'commonground-'));
  try {
    const all = JSON.parse(readFileSync(kCalendar, 'utf8'));
    const { events } = all[division];
    const dates = new Set(events.map(({ date }) => date));
    const free = (from) => {
      for (let day = dayNumber(from) + 1; ; day += 1) {
        const weekday = new Date(day * kDay).getUTCDay();
        if (weekday !== 0 && weekday !== 6 && !dates.has(isoDay(day))) return isoDay(day);
      }
    };
    // Neither New Year nor Christmas, which say that a year is complete, and in a year with a day more than the law
    // gives: with one less it would be refused.
    const place = events.findIndex(({ date }) => /^2022-0[5-8]/.test(date));
    const { date } = events[place];
    if (damage === 'lost') events.splice(place, 1);
    else if (damage === 'moved') events[place].date = free(date);
    else events.splice(place + 1, 0, { ...events[place], date: free(date) });
    const path = join(folder, 'damaged.json');
    writeFileSync(path, JSON.stringify(all));
    return use(path, date);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
export const kDamages = ['lost', 'moved', 'one too many'];
