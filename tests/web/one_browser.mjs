// One browser a test file, whatever it visits with it. Importing this starts it.
import { after, before } from 'node:test';
import { launch } from './browser.mjs';

export let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());
