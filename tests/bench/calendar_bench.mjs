// What time costs, beside numpy and date-fns in the same run: the same questions from one seed, each program three
// times in turn, medians. Prints; asserts nothing.
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
const middle = (values) => values?.slice().sort((a, b) => a - b)[values.length >> 1];
const of = (name, key) => middle(figures[name][key]);
const names = Object.keys(programs);
const cell = (value, digits = 1) => (value === undefined ? '–' : value.toFixed(digits)).padStart(12);
const row = (words, values, digits) => console.log(`  ${words.padEnd(52)}${values.map((value) => cell(value, digits)).join('')}`);

console.log(`working days, ns a question, 65,536 questions from seed ${seed}`);
console.log(`  ${''.padEnd(52)}${names.map((name) => name.padStart(12)).join('')}`);
const kRows = [
  ['added_plain', 'added, weekends only'],
  ['added_holidays', 'added, with bank holidays (date-fns: a walk)'],
  ['counted_plain', 'counted between two days, weekends only'],
  ['counted_holidays', 'counted between two days, with bank holidays'],
  ['deadline', 'a whole deadline, with its end as a moment'],
];
for (const [key, words] of kRows) row(words, names.map((name) => of(name, key)));
const times = (ours, theirs, key) => `${(of(theirs, key) / of(ours, key)).toFixed(0)} × ${theirs}`;
console.log(`  with bank holidays, native: ${times('native', 'numpy', 'added_holidays')} (target 20); WASM: `
  + `${times('wasm', 'numpy', 'added_holidays')}, ${times('wasm', 'date-fns', 'added_holidays')} walking`);
console.log(`  weekends only, WASM: ${times('wasm', 'date-fns', 'added_plain')} (target 200); native: `
  + `${times('native', 'date-fns', 'added_plain')}, ${times('native', 'numpy', 'added_plain')}`);
const unlike = (of('date-fns', 'added_plain') / of('wasm', 'added_holidays')).toFixed(0);
console.log(`  ours with bank holidays, WASM, to date-fns’ addBusinessDays, which knows none: ${unlike} ×`);
const sums = kRows.map(([key]) => new Set(names.map((name) => of(name, `sum_${key}`)).filter((sum) => sum !== undefined)));
console.log(`  the answers are ${sums.every(({ size }) => size === 1) ? 'the same' : 'NOT the same'}`);

console.log('all clocks of a case that came through every stage, microseconds');
console.log(`  ${''.padEnd(52)}${'native'.padStart(12)}${'wasm'.padStart(12)}`);
const ours = ['native', 'wasm'];
for (const key of Object.keys(figures.native).filter((each) => each.startsWith('case_'))) {
  const [, id, clocks] = /^case_(.*)_(\d+)$/.exec(key);
  row(`${id}, ${clocks} clocks`, ours.map((name) => of(name, key) / 1000));
}
console.log('the next deadline of each of many such cases, milliseconds; growth: times as long for ten times as many');
for (const many of [100, 1000, 10_000]) {
  const times10 = (name) => (of(name, `cases_${many}`) / of(name, `cases_${many / 10}`)).toFixed(1);
  const growth = many === 100 ? '' : `, growth ${ours.map(times10).join(' and ')}`;
  row(`${many.toLocaleString('en-GB')} cases${growth}`, ours.map((name) => of(name, `cases_${many}`) / 1e6), 2);
}
