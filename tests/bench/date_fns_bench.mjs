// The questions of calendar_bench.cpp, answered by date-fns: Date objects made beforehand, in UTC, where the zone costs
// it least. It knows no holidays: with them it is the walk over a Set that its users write.
import { readFileSync } from 'node:fs';
import { addBusinessDays, addDays, differenceInBusinessDays, isWeekend } from 'date-fns';

process.env.TZ = 'UTC';
const kQuestions = 65_536;
const kDay = 86_400_000;
let state = Number(process.argv[2]) >>> 0;
function below(n) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % n;
}

const starts = [];
const counts = [];
const ends = [];
for (let i = 0; i < kQuestions; i += 1) {
  const start = Date.UTC(2019, 0, 1) + below(3287) * kDay;
  starts.push(new Date(start));
  counts.push(1 + below(45));
  ends.push(new Date(start + below(366) * kDay));
}
// differenceInBusinessDays takes the first day in and leaves the last out; we count the other way round.
const first = starts.map((date) => addDays(date, 1));
const last = ends.map((date) => addDays(date, 1));
const calendar = new URL('../../policies/calendars/bank-holidays.json', import.meta.url);
const holidays = new Set(JSON.parse(readFileSync(calendar, 'utf8'))['england-and-wales'].events.map(({ date }) => Date.parse(date)));

function walked(start, count) {
  let day = start;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (!isWeekend(day) && !holidays.has(day.getTime())) left -= 1;
  }
  return day;
}

function measured(name, rounds, work, number) {
  const taken = [];
  const answers = new Array(kQuestions);
  for (let round = 0; round < rounds; round += 1) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < kQuestions; i += 1) answers[i] = work(i);
    taken.push(Number(process.hrtime.bigint() - start));
  }
  console.log(`${name} ${(Math.min(...taken) / kQuestions).toFixed(3)}`);
  console.log(`sum_${name} ${answers.reduce((sum, answer) => sum + number(answer), 0)}`);
}
const dayNumber = (date) => date.getTime() / kDay;
measured('added_plain', 7, (i) => addBusinessDays(starts[i], counts[i]), dayNumber);
measured('counted_plain', 7, (i) => differenceInBusinessDays(last[i], first[i]), Number);
measured('added_holidays', 3, (i) => walked(starts[i], counts[i]), dayNumber);
