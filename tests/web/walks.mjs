// The walks that many tests begin with, in terms of button, type, choose, tick and date: a Person takes them, one who
// is counted, one who has only a keyboard. What a test is about, it walks for itself.
import assert from 'node:assert/strict';
import { settled } from './browser.mjs';

export const kPassphrase = 'quiet harbour lantern nine';
// What is told of a disagreement unless a test has words of its own.
export const kTold = {
  child: 'Marigold Quill',
  decision: 'The referral was closed.',
  whose: 'Northgate Assessment Team',
  arose: ['31', '3', '2026'],
  why: 'Bruising was seen twice.',
  outcome: 'A strategy discussion.',
};
// In other words, and of the day that the tests begin on.
export const kSteppedDown = {
  decision: 'The plan was stepped down to early help.',
  whose: 'Harbour Family Service',
  arose: ['1', '4', '2026'],
  why: 'Two further incidents were reported.',
  outcome: 'The plan stays in place.',
};

// The pages on which a disagreement is raised, in order: the heading, and how the page is answered.
const kPages = {
  procedure: ['Which procedure applies?', async (who, { policy, area }) => {
    await who.choose('Procedure', policy.short_title);
    if (policy.areas?.length > 1) await who.choose('Area', area ?? policy.areas[0].name);
  }],
  subject: ['Who is it about?', async (who, { policy, child }) => {
    if (policy.subjects.length > 1) await who.choose('It is about', 'A child');
    await who.type('Name or reference', child);
  }],
  risk: ['Is the child at immediate risk of harm?', (who) => who.choose('Is the child at immediate risk of harm?', 'No')],
  scope: ['Is this the right procedure?', async (who, { policy }) => {
    for (const each of policy.tests ?? []) await who.tick('When to use this procedure', each.question);
    if (policy.exclusions?.length) await who.tick('Is it about any of these?', 'None of these');
  }],
  decision: ['What was decided?', async (who, { decision, whose, arose }) => {
    await who.type('The decision or practice', decision);
    await who.type('Whose decision is it?', whose);
    await who.date('When did the disagreement or concern arise?', ...arose);
  }],
  concern: ['Why does it worry you?', async (who, { why, outcome }) => {
    await who.type('Why you disagree', why);
    await who.type('The outcome you are seeking', outcome);
  }],
  check: ['Check your answers before you raise it'],
};

// “Stage 1” as it stands within a sentence.
const inSentence = (label) => label[0].toLowerCase() + label.slice(1);

export class Walker {
  async text() {
    await settled(this.page);
    return (await this.page.locator('body').innerText()).replace(/\s+/g, ' ');
  }

  // From the first visit to an empty list of cases. Returns the recovery key.
  async setUp({ name = 'Rowan Ashdown', role = 'Health visitor', agency = 'Larkfield Health Centre' } = {}) {
    await this.button('Set up this device');
    await this.heading('Choose a passphrase');
    await this.password('Passphrase', kPassphrase);
    await this.password('The same passphrase again', kPassphrase);
    await this.button('Set up my records');
    await this.heading('Keep your recovery key');
    const key = /([0-9A-Z]{4}-){8}[0-9A-Z]{4}/.exec(await this.text())?.[0];
    assert.ok(key, 'the recovery key is shown');
    await this.button('I have kept it safe');
    await this.heading('About you');
    await this.type('Your name', name);
    await this.type('Your role', role);
    await this.type('Your agency or team', agency);
    await this.button('Save and continue');
    await this.heading('Your cases');
    return key;
  }

  // A disagreement under `policy`, from any page that offers to raise one to the page of its case. `told` may have
  // words for kTold and an area, or names of pages: `from`, the one that is shown already, and `to`, the one to stop
  // on with nothing answered. `answered(page)` is called before each page is left.
  async raise(policy, { from, to, answered, ...told } = {}) {
    const words = { ...kTold, ...told, policy };
    const scoped = policy.tests?.length || policy.exclusions?.length;
    const pages = Object.keys(kPages).filter((page) => page !== 'scope' || scoped);
    for (const page of [from, to]) assert.ok(page === undefined || pages.includes(page), `a page “${page}”`);
    if (!from) await this.button('Raise a disagreement');
    for (const page of pages.slice(pages.indexOf(from ?? pages[0]))) {
      const [heading, answer] = kPages[page];
      await this.heading(heading);
      if (page === to) return;
      await answer?.(this, words);
      await answered?.(page);
      await this.button(page === 'check' ? 'Raise the disagreement' : 'Continue');
    }
    await this.heading(words.child);
  }

  // From the page of a case to its next stage; `from` and `to` are the stages' labels.
  async escalate(from, to, child = kTold.child) {
    const move = new RegExp(`^Move to ${to}\\b`, 'i');
    await this.buttonOrLink(move);
    await this.heading(/^Move to/);
    await this.type(`Why did ${inSentence(from)} not settle it?`, 'No answer came within the time.');
    await this.button(move);
    await this.heading(child);
  }
}
