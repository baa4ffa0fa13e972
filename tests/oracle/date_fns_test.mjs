// date-fns: business days (which know no holidays, so outside the years whose holidays are known), days, weeks and
// months, and a walk over GOV.UK's list with its isWeekend and addDays.
import { test } from 'node:test';
import { addBusinessDays, addDays, addHours, addMonths, addWeeks, differenceInBusinessDays, isWeekend } from 'date-fns';
import {
  assertReckoned, converted, dayNumber, differences, draws, drawCount, drawDay, isoDay, kDivisions, known, kQuestions,
  many, official, ours, saySeed,
} from './oracle.mjs';

process.env.TZ = 'UTC'; // date-fns counts in the zone of the machine
const atMidnight = (day) => new Date(`${day}T00:00:00Z`);
const iso = (date) => date.toISOString().slice(0, 10);
const explainsNothing = () => false;

// Far enough from 2019 and 2028 for every count.
const drawPlainDay = (below) =>
  (below(2) ? drawDay(below, '1990-01-01', '2017-12-31') : drawDay(below, '2029-01-02', '2060-12-31'));

test('where no holidays are known, working days are date-fns’ business days', (t) => {
  saySeed(t);
  const startsOffAndAddsNone = (each, { question }) =>
    each.when === 'none_from_a_weekend' && / 0 /.test(question) && isWeekend(atMidnight(question.split(' ')[0]));
  for (const division of kDivisions) {
    const below = draws(`date-fns add ${division}`);
    const questions = many(() => `${drawPlainDay(below)} ${drawCount(below)} working_days`);
    const theirs = questions.map((question) => {
      const [day, count] = question.split(' ');
      return iso(addBusinessDays(atMidnight(day), Number(count)));
    });
    assertReckoned(differences(questions, ours('add', division, questions), theirs), known('date-fns'), startsOffAndAddsNone);
  }
});

test('and so are the working days between two days, forwards and backwards', (t) => {
  saySeed(t);
  for (const division of kDivisions) {
    const below = draws(`date-fns between ${division}`);
    const questions = many(() => {
      const from = drawDay(below, '1990-01-01', '2016-12-31');
      return `${from} ${isoDay(dayNumber(from) + below(801) - 400)}`;
    });
    const theirs = questions.map((question) => {
      const [from, to] = question.split(' ').map(atMidnight);
      // Forwards it takes the first day in and leaves the last one out; backwards it is the other way round.
      return to < from ? differenceInBusinessDays(to, from) : differenceInBusinessDays(addDays(to, 1), addDays(from, 1));
    });
    assertReckoned(differences(questions, ours('between', division, questions), theirs), [], explainsNothing);
  }
});

test('a walk from day to day over GOV.UK’s list ends where adding ends', (t) => {
  saySeed(t);
  for (const division of kDivisions) {
    const below = draws(`date-fns walk ${division}`);
    const holidays = new Set([...official(division).keys()].map((date) => atMidnight(date).getTime()));
    const questions = many(() => `${drawDay(below, '2018-06-01', '2029-06-01')} ${below(46)} working_days`);
    const theirs = questions.map((question) => {
      const [start, count] = question.split(' ');
      let day = atMidnight(start);
      let left = Number(count);
      const works = () => !isWeekend(day) && !holidays.has(day.getTime());
      if (left === 0 && !works()) left = 1;
      while (left > 0) {
        day = addDays(day, 1);
        if (works()) left -= 1;
      }
      return iso(day);
    });
    assertReckoned(differences(questions, ours('add', division, questions), theirs), [], explainsNothing);
  }
});

test('days, weeks, months and hours are date-fns’', (t) => {
  saySeed(t);
  const units = {
    calendar_days: addDays,
    weeks: addWeeks,
    months: addMonths, // a day that the month lacks becomes its last
  };
  const below = draws('date-fns units');
  const names = Object.keys(units);
  const question = () => `${drawDay(below, '1996-01-01', '2090-12-31')} ${below(121)} ${names[below(names.length)]}`;
  const questions = many(question, 3 * kQuestions);
  const theirs = questions.map((each) => {
    const [day, count, unit] = each.split(' ');
    return iso(units[unit](atMidnight(day), Number(count)));
  });
  assertReckoned(differences(questions, ours('add', kDivisions[0], questions), theirs), [], explainsNothing);

  // From a moment in UTC, said in UK time, to a moment in UTC.
  const starts = many(() => new Date(atMidnight(drawDay(below, '1996-01-02', '2090-12-31')).getTime() + below(1440) * 60_000));
  const spoken = converted(starts.map((start) => start.toISOString())).map((line) => line.split(' ')[0]);
  const back = converted(spoken);
  const hours = spoken.map((start) => `${start} ${below(200)} hours`);
  const ends = ours('add', kDivisions[0], hours).map((line) => line.split(' ')[1]);
  // What is said in UK time is meant the first time that the clock shows it.
  const expected = hours.map((each, index) => addHours(new Date(back[index]), Number(each.split(' ')[1])).toISOString());
  assertReckoned(differences(hours, ends, expected), [], explainsNothing);
});
