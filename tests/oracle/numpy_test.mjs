// Working days against numpy's busday_offset and busday_count, with the same bank holidays in a busdaycalendar:
// inside the known years and on both sides of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertReckoned, differences, dayNumber, draws, drawCount, drawDay, isoDay, kDamages, kDivisions, known, many,
  numpys, ours, reckoned, saySeed, withDamaged,
} from './oracle.mjs';

const kFirst = '2015-01-01';
const kLast = '2032-12-31';
const explainsNothing = () => false;
const compare = (task, division, questions) =>
  assertReckoned(
    differences(questions, ours(task, division, questions), numpys(task, division, questions)),
    known('numpy'),
    explainsNothing,
  );

test('adding working days is what busday_offset says', (t) => {
  saySeed(t);
  for (const division of kDivisions) {
    const below = draws(`numpy add ${division}`);
    compare('add', division, many(() => `${drawDay(below, kFirst, kLast)} ${drawCount(below)} working_days`));
  }
});

test('counting working days is what busday_count says, forwards and backwards', (t) => {
  saySeed(t);
  for (const division of kDivisions) {
    const below = draws(`numpy between ${division}`);
    const questions = many(() => {
      const from = drawDay(below, kFirst, kLast);
      return `${from} ${isoDay(dayNumber(from) + below(801) - 400)}`;
    });
    compare('between', division, questions);
  }
});

// The comparison itself: each way in which a list of holidays can be wrong is found in each division.
test('a damaged list of bank holidays is found', () => {
  for (const division of kDivisions) {
    // About the year of the damage, so that some thousand of them come past it.
    const below = draws(`numpy damage ${division}`);
    const questions = many(() => `${drawDay(below, '2022-01-01', '2022-12-31')} ${below(46)} working_days`, 10_000);
    const their = numpys('add', division, questions);
    for (const damage of kDamages) {
      withDamaged(division, damage, (path, date) => {
        const found = differences(questions, ours('add', division, questions, path), their);
        assert.ok(reckoned(found, known('numpy'), explainsNothing).unexplained.length > 0, `${division}: ${damage}`);
        for (const { question, ours: our, theirs } of found) {
          const [start] = question.split(' ');
          const end = our > theirs ? our : theirs;
          assert.ok(start <= isoDay(dayNumber(date) + 7) && end >= date, `${question} has nothing to do with ${date}`);
        }
      });
    }
  }
});

test('a known difference that does not occur is said', () => {
  const invented = { oracle: 'numpy', date: '2026-06-15', because: 'It is invented.' };
  assert.deepEqual(reckoned([], [invented], explainsNothing), { unexplained: [], gone: [invented] });
  assert.throws(() => assertReckoned([], [invented], explainsNothing), /no longer occur/);
  assert.throws(() => assertReckoned([{ question: 'a', ours: '1', theirs: '2' }], [], explainsNothing), /1 differ/);
});
