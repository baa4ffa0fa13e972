// The built program as tests run it: COMMONGROUND says where it is, else it is the one that tests/run builds.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.COMMONGROUND ?? join(root, 'build/sanitizers/commonground');

// Runs it in the repository's folder, with `input` to read; returns spawnSync's answer, in text.
export const commonground = (args, input = '') =>
  spawnSync(program, args, { cwd: root, encoding: 'utf8', input, maxBuffer: 1 << 28 });
