// Reminders in real Chromium: a case without a record, and notifications where they are allowed, refused, not there
// and only for installed applications. What is shown names nobody; with them off nothing runs; in a hidden tab, which
// gets no frames, they come all the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frames, settled } from './browser.mjs';
import { shipped } from './policies.mjs';
import { begin } from './visit.mjs';
import { kSteppedDown, kTold } from './walks.mjs';

const kOn = 'Turn on notifications';

// Every notification that was made and whether the browser asked, and every timer and frame that was asked for.
async function watched(page) {
  await page.addInitScript(() => {
    globalThis.shown = [];
    globalThis.asks = 0;
    if (typeof Notification === 'function') {
      const Own = Notification;
      const ask = Own.requestPermission.bind(Own);
      globalThis.Notification = class extends Own {
        constructor(title, options) {
          super(title, options);
          if (title) shown.push(this);
        }
        static requestPermission() {
          asks += 1;
          return ask();
        }
      };
    }
    globalThis.scheduled = [];
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
      const own = globalThis[name].bind(globalThis);
      globalThis[name] = (...given) => {
        scheduled.push([name, given[1]]);
        return own(...given);
      };
    }
  });
}

const told = (page) => page.evaluate(() => shown.splice(0).map(({ title, body, tag }) => ({ title, body, tag })));
const asks = (page) => page.evaluate(() => asks);

// What runs in three seconds in which nothing happens: by its own clock, as nothing of the page's may run.
async function idle(page) {
  await settled(page);
  const before = await page.evaluate(() => (scheduled.length = 0, commonGround.frames));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  assert.equal(await frames(page), before);
  return page.evaluate(() => scheduled);
}

// The tab as the browser hides it: no frame is given, and the page is told.
const hide = (page, hidden) => page.evaluate((now) => {
  const own = globalThis.ownFrames ??= requestAnimationFrame;
  globalThis.waiting ??= [];
  globalThis.requestAnimationFrame = now ? (draw) => waiting.push(draw) : own;
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (now ? 'hidden' : 'visible') });
  if (!now) for (const draw of waiting.splice(0)) own(draw);
  document.dispatchEvent(new Event('visibilitychange'));
}, hidden);

const reminders = async (person) => {
  await person.link('All cases');
  await person.link('Reminders');
  await person.heading('Reminders');
};

// A case whose first stage ends on Tuesday 7 April 2026, after Easter.
async function atWork(options) {
  const visit = await begin({ prepare: watched, ...options });
  await visit.person.setUp();
  await visit.person.raise(shipped('hips-2024'), {
    ...kSteppedDown, child: kTold.child, area: 'Portsmouth',
  });
  return visit;
}

test('allowed: asked by the button alone, told once a day, in a hidden tab too, without a name', { timeout: 300000 }, async () => {
  const { page, person, end } = await atWork({ permissions: ['notifications'] });
  const at = (time) => page.clock.setSystemTime(new Date(time));
  await reminders(person);
  await person.reads(/Notifications are off/);
  await person.look('reminders');
  assert.equal(await asks(page), 0);
  assert.deepEqual(await idle(page), []);
  await person.button(kOn);
  await person.reads(/Notifications are on/);
  await person.look('reminders, on');
  assert.deepEqual(await told(page), []); // nothing is due on the first or the second
  // When the message about it is gone, one timer, to nine in the morning.
  await page.clock.runFor(10000);
  await settled(page);
  await page.evaluate(() => { scheduled.length = 0; });
  await page.mouse.move(400, 300);
  await settled(page);
  const timers = (await page.evaluate(() => scheduled)).filter(([name, ms]) => name === 'setTimeout' && ms > 1000);
  assert.ok(timers.length > 0);
  for (const [, ms] of timers) assert.ok(ms > 22 * 3600 * 1000 && ms < 23 * 3600 * 1000, String(ms));

  // Days later, in a tab that is not shown: by its timer, and without a frame.
  await hide(page, true);
  const drawn = await frames(page);
  await page.clock.fastForward(119.5 * 3600 * 1000); // from Wednesday at half past ten, by UK time, to Monday at ten
  const first = await told(page);
  assert.equal(await frames(page), drawn);
  assert.equal(first.length, 1);
  assert.deepEqual(first[0], { title: 'Common Ground', body: 'One deadline is due tomorrow.', tag: 'common-ground' });
  await hide(page, false);
  await person.link('All cases');
  await person.reads(/Today is Monday 6 April 2026\. One case is due tomorrow; none is overdue or due today\./);
  assert.deepEqual(await told(page), []);

  // Not again after a reload; the next day is another.
  await person.lock();
  await person.unlock();
  assert.deepEqual(await told(page), []);
  await person.lock();
  await at('2026-04-08T10:00:00Z');
  await page.clock.runFor(1000);
  assert.deepEqual(await told(page), []); // locked
  await person.unlock();
  const later = await told(page);
  assert.deepEqual(later.map(({ body }) => body), ['One deadline is overdue.']);
  for (const word of [kTold.child, 'Portsmouth', 'HIPS', 'CG-']) {
    assert.ok(!JSON.stringify([first, later]).includes(word), word);
  }

  // In a trial there are none; off, nothing runs.
  await person.link('Try it with an invented case');
  await at('2026-04-09T10:00:00Z');
  await settled(page);
  assert.deepEqual(await told(page), []);
  await person.link('End the trial');
  await person.sees('link', 'All cases');
  await reminders(person);
  await person.button('Turn off notifications');
  await person.reads(/Notifications are off/);
  await page.clock.runFor(10000); // the message about it goes
  assert.deepEqual(await idle(page), []);
  assert.equal(await asks(page), 0); // the browser had been told already
  await end();
});

test('a press on a notification leads to the tab', { timeout: 180000 }, async () => {
  const { page, person, end } = await atWork({ permissions: ['notifications'], time: '2026-04-01T09:30:00Z' });
  await page.clock.setSystemTime(new Date('2026-04-07T10:00:00Z'));
  await reminders(person);
  await person.button(kOn);
  await person.reads(/Notifications are on/);
  assert.deepEqual(await page.evaluate(() => {
    let focused = 0;
    globalThis.focus = () => { focused += 1; };
    shown[0].dispatchEvent(new Event('click'));
    return [shown[0].body, focused];
  }), ['One deadline is due today.', 1]);
  await end();
});

test('refused by the browser: it says what to do, and nothing is shown', { timeout: 180000 }, async () => {
  const { page, person, end } = await atWork({
    prepare: async (it) => {
      await it.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }));
      await watched(it);
    },
  });
  await reminders(person);
  await person.reads(/Your browser refuses notifications from this site/);
  await person.look('reminders, refused');
  assert.equal(await page.getByRole('button', { name: kOn }).count(), 0);
  await page.clock.setSystemTime(new Date('2026-04-07T10:00:00Z'));
  await person.link('All cases');
  await person.reads(/One case is due today/);
  assert.deepEqual(await told(page), []);
  assert.equal(await asks(page), 0);
  assert.deepEqual(await idle(page), []);
  await end();
});

for (const [name, words, without] of [
  ['a browser without notifications', /this browser has no notifications for a page in a tab/,
    () => { delete globalThis.Notification; }],
  ['a browser that has them for installed applications only', /Chrome on Android is such a one/,
    () => {
      globalThis.Notification = function () { throw new TypeError('Illegal constructor'); };
      Notification.permission = 'default';
    }],
]) {
  test(`${name}: the page says so, and nothing breaks`, { timeout: 180000 }, async () => {
    const { page, person, end } = await atWork({ prepare: (it) => it.addInitScript(without) });
    await reminders(person);
    await person.reads(words);
    await person.look(name);
    assert.equal(await page.getByRole('button', { name: kOn }).count(), 0);
    await end();
  });
}

test('a case without a record for long is pointed out after the days that were chosen', { timeout: 180000 }, async () => {
  const { page, person, end } = await atWork({});
  await page.clock.setSystemTime(new Date('2026-04-08T10:00:00Z'));
  await person.link('All cases');
  await person.reads(/Today is Wednesday 8 April 2026/);
  assert.doesNotMatch(await person.text(), /No activity/);
  await reminders(person);
  await person.choose('Tell me when nothing has been recorded on a case for', '5 days');
  await person.reads(/pointed out after 5 days without a record/);
  await person.link('All cases');
  await person.reads(/Nothing recorded for 7 days/);
  await person.link('No activity 1');
  await person.reads(/1 case without a recent record/);
  await person.look('cases without a record');
  assert.equal(new URL(page.url()).hash, '#cases/quiet');
  await person.lock();
  await person.open();
  await person.reads(/1 case without a recent record/);
  await end();
});

test('a tab that is shown again shows today', { timeout: 180000 }, async () => {
  const { page, person, end } = await atWork({});
  await person.link('All cases');
  await person.reads(/Today is Wednesday 1 April 2026/);
  await hide(page, true);
  await page.clock.setSystemTime(new Date('2026-04-07T10:00:00Z'));
  await hide(page, false);
  await person.reads(/Today is Tuesday 7 April 2026\. One case is due today/);
  await end();
});
