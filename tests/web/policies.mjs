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
