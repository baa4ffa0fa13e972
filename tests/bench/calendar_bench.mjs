// What time costs, beside numpy and date-fns in the same run: the same questions from one seed, each program three
// times in turn and each pass over the questions many times, the quickest of all. Prints; asserts nothing.
//   node tests/bench/calendar_bench.mjs [SEED]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seed = process.argv[2] ?? '1';
const kTurns = 3;
const python = ['python3', '/usr/bin/python3'].find((each) => spawnSync(each, ['-c', 'import numpy']).status === 0);
const programs = {
  native: [process.env.NATIVE ?? join(root, 'build/native/calendar_bench')],
  wasm: ['node', '--no-experimental-fetch', process.env.WASM ?? join(root, 'build/web/calendar_bench.js')],
  numpy: [python, join(root, 'tests/bench/numpy_bench.py')],
  'date-fns': ['node', join(root, 'tests/bench/date_fns_bench.mjs')],
};

const figures = Object.fromEntries(Object.keys(programs).map((name) => [name, {}]));
for (let turn = 0; turn < kTurns; turn += 1) {
  for (const [name, [command, ...args]] of Object.entries(programs)) {
    const env = { ...process.env, TZ: 'UTC' };
    const { status, stdout, stderr } = spawnSync(command, [...args, seed], { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    for (const line of stdout.trim().split('\n')) {
      const [key, value] = line.split(' ');
      (figures[name][key] ??= []).push(Number(value));
    }
  }
}
const of = (name, key) => figures[name][key] && Math.min(...figures[name][key]);
const names = Object.keys(programs);
const cell = (value, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : '–').padStart(12);
const row = (words, values, digits) => console.log(`  ${words.padEnd(56)}${values.map((value) => cell(value, digits)).join('')}`);

console.log(`millions a second: 65,536 questions from seed ${seed}`);
console.log(`  ${''.padEnd(56)}${names.map((name) => name.padStart(12)).join('')}`);
const kRows = [
  ['added_holidays', 'working days added, with bank holidays (date-fns: a walk)'],
  ['counted_holidays', 'counted between two days, with bank holidays'],
  ['added_plain', 'added, weekends only'],
  ['counted_plain', 'counted between two days, weekends only'],
  ['added_dates', 'added to a date of the calendar, with bank holidays'],
  ['deadline', 'a whole deadline: from a moment, to a date and a moment'],
];
for (const [key, words] of kRows) row(words, names.map((name) => 1000 / of(name, key)), 2);

console.log('times as many as the others');
const ratio = (ours, theirs, key, theirKey = key) => of(theirs, theirKey) / of(ours, key);
const compared = (words, value, floor) =>
  console.log(`  ${words.padEnd(88)}${`${value.toFixed(value < 10 ? 1 : 0)} ×`.padStart(8)}${floor ? `  floor ${floor} ×` : ''}`);
compared('native to numpy, added, with bank holidays', ratio('native', 'numpy', 'added_holidays'), 20);
compared('native to numpy, counted, with bank holidays', ratio('native', 'numpy', 'counted_holidays'), 20);
compared('native to numpy, added, weekends only', ratio('native', 'numpy', 'added_plain'));
compared('native to numpy, counted, weekends only', ratio('native', 'numpy', 'counted_plain'));
compared('WASM to date-fns, added, with bank holidays (date-fns: a walk)', ratio('wasm', 'date-fns', 'added_holidays'), 200);
compared('WASM with bank holidays to date-fns’ addBusinessDays, which knows none',
  ratio('wasm', 'date-fns', 'added_holidays', 'added_plain'), 200);
compared('WASM to date-fns, added, weekends only', ratio('wasm', 'date-fns', 'added_plain'), 200);
compared('WASM to date-fns, counted, weekends only', ratio('wasm', 'date-fns', 'counted_plain'), 200);
compared('WASM’s whole deadline to date-fns’ walk, which ends at a day', ratio('wasm', 'date-fns', 'deadline', 'added_holidays'));
const sums = Object.keys(figures.native).filter((key) => key.startsWith('sum_') || key.startsWith('with_deadline_'))
  .map((key) => new Set(names.flatMap((name) => figures[name][key] ?? [])));
console.log(`  the answers are ${sums.every(({ size }) => size === 1) ? 'the same' : 'NOT the same'}`);

console.log('all clocks of a case that came through every stage, microseconds');
console.log(`  ${''.padEnd(56)}${'native'.padStart(12)}${'wasm'.padStart(12)}`);
const ours = ['native', 'wasm'];
for (const key of Object.keys(figures.native).filter((each) => each.startsWith('case_'))) {
  const [, id, clocks] = /^case_(.*)_(\d+)$/.exec(key);
  row(`${id}, ${clocks} clocks`, ours.map((name) => of(name, key) / 1000));
}
console.log('the next deadline of each of many such cases, milliseconds; growth: times as long for ten times as many');
for (const many of [100, 1000, 10_000]) {
  const times10 = (name) => (of(name, `cases_${many}`) / of(name, `cases_${many / 10}`)).toFixed(1);
  const growth = many === 100 ? '' : `, growth ${ours.map(times10).join(' and ')}`;
  const withDeadline = of('native', `with_deadline_${many}`).toLocaleString('en-GB');
  row(`${many.toLocaleString('en-GB')} cases, ${withDeadline} have one${growth}`, ours.map((name) => of(name, `cases_${many}`) / 1e6), 2);
}
