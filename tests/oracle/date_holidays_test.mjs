// date-holidays, which works the bank holidays of the United Kingdom out by rule: its list against GOV.UK's, and
// working days counted with its list against ours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Holidays from 'date-holidays';
import {
  assertReckoned, dayNumber, differences, draws, drawCount, drawDay, isoDay, kDamages, kDivisions, known, many,
  official, ours, reckoned, saySeed, withDamaged,
} from './oracle.mjs';

process.env.TZ = 'UTC';
const kParts = { 'england-and-wales': ['ENG', 'WLS'], scotland: ['SCT'], 'northern-ireland': ['NIR'] };
const kFirst = 2019;
const kLast = 2028;
// Day 0, 1 January 1970, was a Thursday.
const isWeekend = (number) => [2, 3].includes(((number % 7) + 7) % 7);

function theirList(part) {
  const holidays = new Holidays('GB', part);
  const list = new Map();
  for (let year = kFirst; year <= kLast; year += 1) {
    for (const { date, name, type } of holidays.getHolidays(year, 'en')) {
      if (type === 'public' || type === 'bank') list.set(date.slice(0, 10), name);
    }
  }
  return list;
}

// {division, date} of the days that are in one list only.
function listDifferences(division, theirs, our) {
  const days = new Set([...theirs.keys(), ...our.keys()]);
  return [...days].filter((date) => theirs.has(date) !== our.has(date)).map((date) => ({ division, date }));
}
const explains = (each, { division, date }) =>
  (each.when === 'weekend' ? isWeekend(dayNumber(date)) : each.division === division && each.date === date);
const allDifferences = (listOf = official) =>
  kDivisions.flatMap((division) =>
    kParts[division].flatMap((part) => listDifferences(division, theirList(part), listOf(division))));

test('its bank holidays are GOV.UK’s, but for what is known', () => {
  assertReckoned(allDifferences(), known('date-holidays'), explains);
});

test('a damaged list is found, and a known difference that is gone is said', () => {
  for (const division of kDivisions) {
    for (const damage of kDamages) {
      withDamaged(division, damage, (path) => {
        const { unexplained } = reckoned(allDifferences((each) => official(each, path)), known('date-holidays'), explains);
        assert.ok(unexplained.length > 0, `${division}: ${damage}`);
      });
    }
  }
  const others = allDifferences().filter(({ date }) => date !== '2026-06-15');
  const [gone] = reckoned(others, known('date-holidays'), explains).gone;
  assert.equal(gone.date, '2026-06-15');
});

// The `count`-th day after `start` that is none of these days and no weekend, one day after another.
function walked(question, days) {
  const [start, count] = question.split(' ');
  let day = dayNumber(start);
  let left = Number(count);
  const works = () => !isWeekend(day) && !days.has(day);
  if (left === 0 && !works()) left = 1;
  while (left > 0) {
    day += 1;
    if (works()) left -= 1;
  }
  return isoDay(day);
}

test('working days counted with its list are ours, but where a known difference lies between', (t) => {
  saySeed(t);
  for (const division of kDivisions) {
    const below = draws(`date-holidays ${division}`);
    const theirs = new Set([...theirList(kParts[division][0]).keys()].map(dayNumber));
    const ones = known('date-holidays').filter((each) => each.division === division);
    const corrected = new Set([...theirs, ...ones.map(({ date }) => dayNumber(date))]);
    const start = () => drawDay(below, `${kFirst}-01-01`, `${kLast - 1}-12-31`);
    const questions = many(() => `${start()} ${drawCount(below)} working_days`);
    const found = differences(questions, ours('add', division, questions), questions.map((each) => walked(each, theirs)));
    assertReckoned(found, ones, (each, difference) =>
      difference.question.slice(0, 10) <= each.date && each.date <= difference.theirs
      && walked(difference.question, corrected) === difference.ours);
  }
});
