// The procedures that are shipped, as a test reads them from their files, and files that are brought to them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { kRepository } from './browser.mjs';

export const kWorked = path.join(kRepository, 'tests/data/policies/worked-example.json');
export const kBroken = path.join(kRepository, 'tests/data/policies/broken-in-ten-ways.json');

// By its path, or its place in the repository.
export const readJson = (file) => JSON.parse(readFileSync(path.resolve(kRepository, file), 'utf8'));
export const shipped = (id) => readJson(`policies/${id}.json`);
export const allShipped = () => readJson('policies/index.json').policies.map((name) => readJson(`policies/${name}`));

const kDays2029 = {
  '2029-01-01': 'New Year’s Day',
  '2029-03-30': 'Good Friday',
  '2029-04-02': 'Easter Monday',
  '2029-05-07': 'Early May bank holiday',
  '2029-05-28': 'Spring bank holiday',
  '2029-08-27': 'Summer bank holiday',
  '2029-12-25': 'Christmas Day',
  '2029-12-26': 'Boxing Day',
};

// A file of bank holidays as GOV.UK might publish it: a year more, and the oldest gone.
export function newerHolidays() {
  const days = readJson('policies/calendars/bank-holidays.json');
  for (const division of Object.values(days)) division.events = division.events.filter(({ date }) => date >= '2024');
  for (const [date, title] of Object.entries(kDays2029)) {
    days['england-and-wales'].events.push({ title, date, notes: '', bunting: true });
  }
  return { name: 'bank-holidays.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(days)) };
}
