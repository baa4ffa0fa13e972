// A site of a test's own, with other procedures than those that are shipped.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { kSite, serveSite } from './browser.mjs';

// A copy of the site, served: `change(policies)` gets its folder of procedures. → { address, policies, close() }
export async function siteWith(change) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'common-ground-'));
  // With its times: a compressed neighbour is served only while it is as new as its file.
  await cp(kSite, folder, { recursive: true, preserveTimestamps: true });
  const policies = path.join(folder, 'policies');
  await change(policies);
  const { address, close } = await serveSite(folder);
  return {
    address,
    policies,
    close: async () => {
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

export async function replacePolicy(policies, name, bytes) {
  await writeFile(path.join(policies, name), bytes);
  for (const ending of ['.br', '.gz']) await rm(path.join(policies, name + ending), { force: true });
}

// The folder offers the files of these names only.
export async function list(policies, names) {
  const index = JSON.parse(await readFile(path.join(policies, 'index.json'), 'utf8'));
  await replacePolicy(policies, 'index.json', JSON.stringify({ ...index, policies: names }));
}
