// One case on two devices, in real Chromium: encrypted files back and forth, worked on apart and together, a conflict,
// a wrong passphrase, a file cut short. What is sealed is opened here by another hand, from what the format says
// (src/documents/sealed_file.h), and what another hand has sealed is opened in the page.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { argon2id } from 'hash-wasm';
import { kRepository, settled } from './browser.mjs';
import { shipped } from './policies.mjs';
import { stored } from './stored.mjs';
import { begin } from './visit.mjs';

const kSecret = 'seven green ladders';
const kFile = 'Passphrase of the file';
const bytesOf = (text) => Buffer.from(text, 'base64');

async function keyOf({ salt, params }, passphrase, use) {
  const [memorySize, iterations, parallelism] = params;
  const asked = { memorySize, iterations, parallelism, hashLength: 32, outputType: 'binary' };
  const raw = await argon2id({ password: passphrase, salt: bytesOf(salt), ...asked });
  return webcrypto.subtle.importKey('raw', raw, 'AES-GCM', false, [use]);
}
// Everything but the data, with its keys in order and without a space.
const boundTo = ({ data, ...rest }) =>
  Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))));

async function opened(file, passphrase) {
  const sealed = JSON.parse(file);
  assert.deepEqual(sealed.params, [65536, 3, 1]);
  const algorithm = { name: 'AES-GCM', iv: bytesOf(sealed.iv), additionalData: boundTo(sealed) };
  const key = await keyOf(sealed, passphrase, 'decrypt');
  const plain = await webcrypto.subtle.decrypt(algorithm, key, bytesOf(sealed.data));
  return Buffer.from(plain).toString();
}
async function sealed(plain, passphrase) {
  const header = {
    format: 'common-ground-sealed',
    iv: Buffer.alloc(12, 7).toString('base64'),
    kdf: 'argon2id',
    params: [8192, 1, 1],
    salt: Buffer.alloc(16, 9).toString('base64'),
    version: 1,
  };
  const algorithm = { name: 'AES-GCM', iv: bytesOf(header.iv), additionalData: boundTo(header) };
  const key = await keyOf(header, passphrase, 'encrypt');
  const data = await webcrypto.subtle.encrypt(algorithm, key, Buffer.from(plain));
  return `${JSON.stringify({ data: Buffer.from(data).toString('base64'), ...header })}\n`;
}

// From the page of the case, an encrypted file.
async function share({ person }) {
  await person.link('Documents');
  await person.link('Share this case');
  await person.heading('Share this case');
  await person.password(kFile, kSecret);
  await person.password('The same passphrase again', kSecret);
  const file = await person.download('Download the encrypted file');
  await person.reads(/The encrypted file is in your downloads/);
  const text = readFileSync(file.path, 'utf8');
  await person.link('Back to the case');
  return { name: file.name, text };
}
async function pick({ page, person }, text) {
  await person.link('All cases');
  await person.heading('Your cases');
  const choosing = page.waitForEvent('filechooser');
  await person.link('Open a shared case');
  const file = { name: 'from-a-colleague.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await (await choosing).setFiles(file);
  await settled(page);
}
async function open(device, text, passphrase = kSecret) {
  await pick(device, text);
  await device.person.heading('This shared case is encrypted');
  await device.person.password(kFile, passphrase);
  await device.person.button('Open the file');
}
async function note({ person }, text) {
  await person.link('Now');
  await person.link('Add a note');
  await person.type('Note', text);
  await person.button('Save the note');
  await person.heading('Marigold Quill');
}
async function withdraw({ person }, reason) {
  await person.link('Now');
  await person.link('Withdraw the disagreement');
  await person.type('Why is it withdrawn?', reason);
  await person.button('Withdraw');
  await person.heading('Marigold Quill');
}
async function checkCode({ person }) {
  await person.link('Documents');
  return /check code ([0-9A-Z]{4}(-[0-9A-Z]{4}){3})/.exec(await person.text())[1];
}

test('two devices work on one case, apart and together', { timeout: 600000 }, async () => {
  const here = await begin();
  await here.person.setUp();
  await here.person.raise(shipped('hips-2024'));
  await note(here, 'The school rang twice.');
  const first = await share(here);
  assert.match(first.name, /^shared-case-CG-[0-9A-Z]{4}-[0-9A-Z]{4}-encrypted\.json$/);
  assert.doesNotMatch(first.text, /Marigold|Rowan|school/);
  const plain = await opened(first.text, kSecret);
  assert.match(plain, /^\{"attachments":\[\],"case_id":"[0-9a-f]{32}","events":\[/);
  assert.match(plain, /The school rang twice\./);
  await assert.rejects(opened(first.text, 'seven green lanterns'));

  const there = await begin({ time: '2026-04-02T09:30:00Z' });
  await there.person.setUp({ name: 'Mara Ellwood', role: 'Safeguarding lead', agency: 'Larkfield School' });
  await open(there, first.text, 'seven green lanterns');
  await there.person.reads(/That passphrase does not open this file, or the file was changed on its way/);
  await there.person.look('a shared case, wrong passphrase');
  await there.person.password(kFile, kSecret);
  await there.person.button('Open the file');
  await there.person.heading('Marigold Quill');
  await there.person.reads(/This case is not on this device yet.*New to this device 2.*The school rang twice/);
  await there.person.look('a shared case, looked at');
  await there.person.button('Add to my cases');
  await there.person.reads(/2 entries added\./);
  assert.equal(await checkCode(there), await checkCode(here));

  // Apart, and back: each is told what is new to it.
  await note(here, 'Written by Rowan.');
  await note(there, 'Written by Mara.');
  const second = await share(there);
  await open(here, second.text);
  await here.person.reads(/A part of this case is on this device.*Mara Ellwood, Safeguarding lead.*New to this device 1/);
  await here.person.reads(/1 entry of this device is not in the file/);
  await here.person.button('Add to my cases');
  await here.person.reads(/1 entry added\./);
  await open(here, second.text);
  await here.person.heading('This file brings nothing new');
  await here.person.button('Go to the case');
  await here.person.heading('Marigold Quill');
  await open(there, (await share(here)).text);
  await there.person.reads(/Written by Rowan\./);
  await there.person.button('Add to my cases');
  await there.person.reads(/1 entry added\./);
  assert.equal(await checkCode(there), await checkCode(here));

  // Both close it: a person is told, before and after.
  await withdraw(here, 'It was settled on the telephone.');
  await withdraw(there, 'It was raised twice.');
  await open(there, (await share(here)).text);
  await there.person.heading('Entries that do not go together');
  await there.person.reads(/closed on the other side too/);
  await there.person.look('a shared case with a conflict');
  await there.person.button('Add to my cases');
  await there.person.reads(/1 entry added\. 1 entry does not go together/);

  // What came is kept like everything else.
  await there.person.lock();
  await there.person.unlock();
  await there.person.link('See the closed cases');
  await there.person.press('link', /Marigold Quill/, { exact: false });
  await there.person.link('Chronology');
  await there.person.reads(/Written by Rowan\..*/);
  const { bytes } = await stored(there.page);
  assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /Marigold|Written by|seven green/);
  await here.end();
  await there.end();
});

test('files that cannot be used say why, and one of another hand opens', { timeout: 300000 }, async () => {
  const device = await begin();
  const { page, person } = device;
  await person.setUp();
  await person.raise(shipped('hips-2024'));

  // Nothing is written for a passphrase that is too short or mistyped.
  await person.link('Documents');
  await person.link('Share this case');
  await person.look('share this case');
  await person.button('Download the encrypted file');
  await person.reads(/Enter the passphrase of the file/);
  await person.password(kFile, 'short');
  await person.button('Download the encrypted file');
  await person.reads(/at least 12 characters/);
  await person.password(kFile, kSecret);
  await person.password('The same passphrase again', `${kSecret}!`);
  await person.button('Download the encrypted file');
  await person.reads(/The two passphrases must be the same/);
  await person.look('share this case, refused');
  await person.button('Without a passphrase');
  const plain = await person.download('Download it without a passphrase');
  const text = readFileSync(plain.path, 'utf8');
  assert.match(text, /Marigold Quill/);
  await person.link('Back to the case');

  const file = await share(device);
  assert.equal(await opened(file.text, kSecret), text, 'the same, within');
  assert.equal(await page.locator('input[type=password]').count(), 0);
  await pick(device, file.text.slice(0, 2000));
  await person.heading('This file cannot be used');
  await person.reads(/The file ends too early/);
  await person.look('a shared case, cut short');
  await pick(device, text.slice(0, 2000));
  await person.reads(/The file ends too early/);
  await pick(device, file.text.replace('"version":1', '"version":2'));
  await person.reads(/written by a later version/);
  await pick(device, '%PDF-1.7');
  await person.reads(/This is not a shared case/);
  await pick(device, text.replace('Bruising was seen twice', 'Bruising was seen once'));
  await person.reads(/“Case raised” \([0-9a-f]{12}\) is not what was written/);

  const golden = readFileSync(path.join(kRepository, 'tests/data/bundles/version-1.json'), 'utf8');
  await open(device, await sealed(golden, kSecret));
  await person.heading('J. R.');
  await person.button('Leave it');
  await person.heading('Your cases');
  await person.reads(/Open 1/);
  await open(device, await sealed(golden, kSecret));
  await person.button('Add to my cases');
  await person.reads(/6 entries added\. 2 entries do not go together/);
  await device.end();
});
