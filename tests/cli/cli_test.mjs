// The command line as a person runs it: the built program, real files, what it prints and the code it ends with.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { caseFile, hash } from './case_files.mjs';
import { commonground, root } from './program.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'commonground-'));
after(() => rmSync(scratch, { recursive: true }));

const run = (...args) => {
  const { status, stdout, stderr } = commonground(args);
  return { code: status, out: stdout, err: stderr };
};
const json = (...args) => {
  const { code, out } = run(...args, '--json');
  return { code, ...JSON.parse(out) };
};
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const write = (name, content) => {
  const path = join(scratch, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
};
const policies = read('policies/index.json').policies.map((name) => `policies/${name}`);
const calendar = ['--calendar', 'policies/calendars/bank-holidays.json'];
const small = 'tests/data/policies/small.json';

test('every command says what it does and ends with 0; wrong use ends with 2', () => {
  const commands = [[], ['policy'], ['policy', 'check'], ['policy', 'show'], ['policy', 'flow'], ['policy', 'diff'],
    ['deadlines'], ['ladder'], ['calendar'], ['calendar', 'add'], ['calendar', 'between'], ['calendar', 'convert'],
    ['calendar', 'changes'], ['case'], ['case', 'replay'], ['notice']];
  for (const command of commands) {
    const { code, out } = run(...command, '--help');
    assert.equal(code, 0, command.join(' '));
    assert.match(out, /Options:/);
  }
  assert.match(run('--help').out, /Exit codes/);
  assert.match(run('deadlines', '--help').out, /concern_arose/);
  for (const wrong of [[], ['dance'], ['policy'], ['policy', 'check'], ['policy', 'diff', small], ['notice', 'x.json', '--as', 'pdf']]) {
    const { code, err, out } = run(...wrong);
    assert.equal(code, 2, wrong.join(' '));
    assert.match(err + out, /--help/);
  }
});

test('every shipped policy is right', () => {
  assert.ok(policies.length >= 6);
  const { code, files } = json('policy', 'check', ...policies);
  assert.equal(code, 0);
  assert.deepEqual(files.map(({ file, ok }) => [file, ok]), policies.map((file) => [file, true]));
  assert.equal(new Set(files.map(({ id }) => id)).size, policies.length);
});

test('the index stands for every policy that it lists, and a file that is missing is told', () => {
  assert.deepEqual(json('policy', 'check', 'policies/index.json').files.map(({ file }) => file), policies);
  const listed = { ...read('policies/index.json'), policies: ['nowhere.json'] };
  const { code, files } = json('policy', 'check', write('index.json', listed));
  assert.equal(code, 1);
  assert.equal(files[0].errors[0].code, 'not_found');
});

test('a review that is past is a warning, not an error', () => {
  const policy = { ...read(small), review_due: '2026-03-01' };
  const path = write('review.json', policy);
  assert.deepEqual(json('policy', 'check', path, '--today', '2026-02-28').files[0].warnings.filter((text) => /review/.test(text)), []);
  const late = json('policy', 'check', path, '--today', '2026-03-02');
  assert.equal(late.code, 0);
  assert.ok(late.files[0].warnings.some((text) => /review.*1 March 2026/.test(text)));
  assert.equal(run('policy', 'check', path, '--today', 'tomorrow').code, 2);
});

test('every error of a file is named with its line, and the good files are not hidden', () => {
  const broken = 'tests/data/policies/broken-in-ten-ways.json';
  const lines = readFileSync(join(root, broken), 'utf8').split('\n');
  const { code, files } = json('policy', 'check', broken, small);
  assert.equal(code, 1);
  assert.equal(files[1].ok, true);
  const errors = files[0].errors;
  assert.equal(errors.length, 10);
  for (const { pointer, line, file, message } of errors) {
    assert.equal(file, broken);
    assert.ok(message.endsWith('.'), message);
    const key = pointer.split('/').pop();
    if (/^[a-z_]+$/.test(key) && lines.some((text) => text.includes(`"${key}"`))) {
      assert.ok(lines[line - 1].includes('"') || lines[line - 1].includes('{'), `${pointer} at line ${line}`);
    }
  }
  const text = run('policy', 'check', broken);
  assert.equal(text.code, 1);
  assert.match(text.err, new RegExp(`${broken}:${errors[0].line}:${errors[0].column}: `));
  assert.match(text.out, /10 errors/);
});

test('the line of an error is the line of the value', () => {
  const policy = read(small);
  policy.stages[1].channel = 'telepathy';
  const path = write('channel.json', policy);
  const lines = readFileSync(path, 'utf8').split('\n');
  const [error] = json('policy', 'check', path).files[0].errors;
  assert.match(lines[error.line - 1], /telepathy/);
  assert.equal(lines[error.line - 1].indexOf('"telepathy"') + 1, error.column);
});

test('files that are no policy: missing, too large, too deep, not JSON', () => {
  const refused = (path) => {
    const { code, files } = json('policy', 'check', path);
    assert.equal(code, 1);
    return files[0].errors[0];
  };
  assert.equal(refused(join(scratch, 'nowhere.json')).code, 'not_found');
  assert.equal(refused(write('large.json', `{"a":"${'x'.repeat(5 << 20)}"}`)).code, 'too_large');
  assert.equal(refused(write('deep.json', '['.repeat(10_000) + ']'.repeat(10_000))).code, 'too_large');
  assert.equal(refused(write('text.json', 'Dear all')).code, 'bad_syntax');
});

test('show says every rule with its source', () => {
  for (const path of policies) {
    const policy = read(path);
    const { code, out } = run('policy', 'show', path);
    assert.equal(code, 0);
    for (const stage of policy.stages) assert.ok(out.includes(stage.title), `${path}: ${stage.title}`);
    for (const duty of policy.duties ?? []) assert.ok(out.includes(duty.text), `${path}: ${duty.text}`);
    for (const contact of policy.contacts ?? []) assert.ok(out.includes(contact.email));
    const shown = json('policy', 'show', path);
    assert.ok(shown.sections.flatMap(({ rules }) => rules).filter(({ cite }) => cite?.words).length >= policy.stages.length);
  }
});

test('flow is well-formed SVG with every stage', () => {
  for (const path of policies) {
    const { code, out } = run('policy', 'flow', path);
    assert.equal(code, 0);
    const file = write('flow.svg', out);
    const lint = spawnSync('xmllint', ['--noout', file], { encoding: 'utf8' });
    assert.equal(lint.status, 0, lint.stderr);
    for (const { label } of read(path).stages) assert.ok(out.includes(label), `${path}: ${label}`);
  }
});

test('diff: 0 when nothing differs, 1 and the one change when one thing does', () => {
  assert.equal(run('policy', 'diff', small, small).code, 0);
  const policy = read(small);
  policy.contacts[0].email = 'new.desk@elsewhere.example';
  const { code, differs, changes } = json('policy', 'diff', small, write('changed.json', policy));
  assert.equal(code, 1);
  assert.equal(differs, true);
  assert.equal(changes.length, 1);
  assert.equal(changes[0].change, 'changed');
  assert.ok(changes[0].after.text.includes('new.desk@elsewhere.example'));
});

const due = (policy, clock, ...args) => {
  const { clocks } = json('deadlines', '--policy', policy, ...args);
  return clocks.filter((each) => each.clock === clock || clock === '*').map(({ last_day }) => last_day);
};
const file = (start) => policies.find((path) => path.startsWith(`policies/${start}`));

test('a budget over two stages, across a holiday announced ten days ahead', () => {
  const essex = file('essex');
  const { clock } = read(essex).budgets[0];
  assert.deepEqual(due(essex, clock.id, '--event', 'case_raised=2022-09-15T10:00'), ['2022-09-23']);
  const told = run('deadlines', '--policy', essex, '--event', 'case_raised=2022-09-15T10:00');
  assert.match(told.out, /Friday 23 September 2022/);
  assert.match(told.out, /State Funeral/);
});

// Maundy Thursday is day 0; Good Friday, the weekend and Easter Monday do not count.
test('why that day is told as data: each reason with its rule, each day with what it is', () => {
  const [clock] = read(small).stages[0].clocks;
  const talked = ['deadlines', '--policy', small, ...calendar, '--event', 'concern_arose=2026-04-02', '--event', 'case_raised=2026-04-02T10:00'];
  const counted = json(...talked).clocks.find((each) => each.clock === clock.id);
  assert.deepEqual(counted.reasons.map(({ kind }) => kind), ['counted', 'source']);
  assert.equal(counted.reasons.map(({ text }) => text).join(' '), counted.explanation);
  for (const { cite } of counted.reasons) assert.deepEqual(cite, { reading: '', words: '', ...clock.cite });
  assert.deepEqual(counted.days, [
    { date: '2026-04-02', kind: 'start', counted: 0, reason: '' },
    { date: '2026-04-03', kind: 'holiday', counted: 0, reason: 'Good Friday' },
    { date: '2026-04-04', kind: 'weekend', counted: 0, reason: 'Saturday' },
    { date: '2026-04-05', kind: 'weekend', counted: 0, reason: 'Sunday' },
    { date: '2026-04-06', kind: 'holiday', counted: 0, reason: 'Easter Monday' },
    { date: '2026-04-07', kind: 'counts', counted: 1, reason: '' },
    { date: '2026-04-08', kind: 'counts', counted: 2, reason: '' },
  ]);

  const trafford = read(file('trafford'));
  const [, stage] = trafford.stages;
  const set = json('deadlines', '--policy', file('trafford'), '--event', 'case_raised=2026-03-30T10:00',
    '--event', `enter:${stage.id}=2026-03-31T10:00`, '--event', `time:${stage.clocks[0].id}=2026-04-06`);
  const { reasons } = set.clocks.find((each) => each.clock === stage.clocks[0].id);
  assert.deepEqual(reasons.map(({ kind }) => kind).slice(0, 3), ['set', 'day_off', 'counted']);
  assert.equal(reasons[1].cite, undefined);
  assert.equal(reasons[2].cite.words, stage.clocks[0].cite.words);
});

test('no date until one is declared, then that date', () => {
  const sussex = file('pan-sussex');
  const stage = read(sussex).stages[0];
  const declared = stage.clocks.find(({ kind }) => kind === 'declared');
  const raised = ['--event', 'case_raised=2026-04-01T10:00'];
  assert.deepEqual(due(sussex, declared.id, ...raised), []);
  assert.deepEqual(due(sussex, declared.id, ...raised, '--event', `time:${declared.id}=2026-04-09`), ['2026-04-09']);
});

test('a time beyond the maximum is refused with the citation', () => {
  const trafford = file('trafford');
  const clock = read(trafford).stages[1].clocks[0];
  const events = ['--event', 'case_raised=2026-02-02T10:00', '--event', `enter:${read(trafford).stages[1].id}=2026-02-03T10:00`];
  const ten = run('deadlines', '--policy', trafford, ...events, '--event', `time:${clock.id}=2026-02-17`);
  assert.equal(ten.code, 0, ten.err);
  const twelve = run('deadlines', '--policy', trafford, ...events, '--event', `time:${clock.id}=2026-02-19`);
  assert.equal(twelve.code, 1);
  assert.match(twelve.err, /Each stage should not exceed 10 working days/);
});

test('the ladder climbs, and events that are none are refused', () => {
  const hips = file('hips');
  const rungs = json('ladder', '--policy', hips, '--event', 'case_raised=2025-12-22T10:00').ladder;
  assert.ok(rungs.length >= 2);
  assert.deepEqual(rungs.map(({ last_day }) => last_day), rungs.map(({ last_day }) => last_day).sort());
  for (const wrong of ['enter:nowhere=2026-01-02', 'dance=2026-01-02', 'case_raised=yesterday', 'resolved']) {
    const { code, err } = run('ladder', '--policy', hips, '--event', 'case_raised=2025-12-22T10:00', '--event', wrong);
    assert.equal(code, 1, wrong);
    assert.match(err, /--event/);
  }
});

// Thursday 18 December 2025 is day 0: Friday 19, Monday 22; Tuesday 23, Wednesday 24; then Monday 29, Tuesday 30.
test('the ladder says when each stage begins, what decides it, and what another day would change', () => {
  const hips = file('hips');
  const begun = ['ladder', '--policy', hips, '--event', 'case_raised=2025-12-18T10:00'];
  const now = json(...begun);
  assert.deepEqual(now.ladder[0], {
    stage: 'stage-2', begins: '2025-12-22', last_day: '2025-12-24', clock: 'stage-2-discussion', provisional: false });
  assert.equal(now.last_stage_entered, '2026-01-02');
  assert.equal(now.unknown_after, '');
  const then = json(...begun, '--if', 'stage-2=2025-12-30', '--if', 'concern=2025-12-18');
  assert.deepEqual(then.ladder.map(({ begins, last_day, difference }) => [begins, last_day, difference]), [
    ['2025-12-22', '2025-12-24', 'the same day'],
    ['2025-12-30', '2026-01-02', 'two working days later'],
    ['2026-01-02', '2026-01-06', 'two working days later'],
    ['2026-01-06', '2026-01-08', 'two working days later'],
  ]);
  const { out } = run(...begun, '--if', 'stage-2=2025-12-30');
  assert.match(out, /stage 3: begins Tuesday 30 December 2025; due by the end of Friday 2 January 2026 \(two working days later\)/);
  assert.match(out, /With what you suppose, stage 5 is reached on Tuesday 6 January 2026 at the latest, two working days later\./);

  for (const [wrong, why] of [['stage-1=2025-12-17', /has not ended yet/], ['stage-2=2025-12-19', /stage 2 begins on Monday 22/],
    ['stage-5=2026-02-02', /Nothing comes after stage 5/], ['stage-9=2026-02-02', /no stage “stage-9”/],
    ['concern=2025-12-19', /the concern arose by then/], ['stage-1=tomorrow', /not a date/], ['stage-1', /not a date/]]) {
    const { code, err } = run(...begun, '--if', wrong);
    assert.equal(code, 1, wrong);
    assert.match(err, why, wrong);
    assert.match(err, /--if/, wrong);
  }
  assert.match(run('ladder', '--help').out, /--if/);
  assert.equal(run('deadlines', '--policy', hips, '--event', 'case_raised=2025-12-18', '--if', 'stage-1=2025-12-22').code, 2);
});

test('where a time is declared, the ladder breaks off until a day is supposed', () => {
  const sussex = ['ladder', '--policy', file('pan-sussex'), '--event', 'case_raised=2026-03-02T10:00'];
  assert.deepEqual(json(...sussex).ladder, []);
  assert.match(run(...sussex).out, /cannot be known until stage 1 has a time of its own/);
  const tried = json(...sussex, '--if', 'stage-1=2026-03-06', '--if', 'stage-2=2026-03-10');
  assert.deepEqual(tried.ladder.map(({ stage, begins, last_day }) => [stage, begins, last_day]),
    [['stage-2', '2026-03-06', null], ['stage-3', '2026-03-10', null]]);
  assert.equal(tried.unknown_after, 'stage-3');
});

test('a policy without a calendar beside it asks for one', () => {
  const event = ['--event', 'case_raised=2026-04-01T10:00'];
  assert.match(run('deadlines', '--policy', small, ...event).err, /--calendar/);
  assert.equal(run('deadlines', '--policy', small, ...calendar, ...event).code, 0);
});

test('newer bank holidays that the folder’s index names are laid over the first', () => {
  const folder = mkdtempSync(join(scratch, 'folder-'));
  const put = (name, content) => writeFileSync(join(folder, name), JSON.stringify(content));
  const holidays = read('policies/calendars/bank-holidays.json');
  const policy = read(small);
  put('small.json', policy);
  put('first.json', holidays);
  holidays[policy.division].events.push({ title: 'Announced', date: '2026-04-09', notes: '', bunting: false });
  put('newer.json', holidays);
  const index = { format: 1, calendar: 'first.json', policies: ['small.json'] };
  const clock = policy.stages[0].clocks[0].id;
  const ends = () => due(join(folder, 'small.json'), clock, '--event', 'case_raised=2026-04-08T10:00');
  put('index.json', index);
  assert.deepEqual(ends(), ['2026-04-10']);
  put('index.json', { ...index, newer_calendars: ['newer.json'] });
  assert.deepEqual(ends(), ['2026-04-13']);
  put('index.json', { ...index, newer_calendars: ['gone.json'] });
  assert.match(run('deadlines', '--policy', join(folder, 'small.json'), '--event', 'case_raised=2026-04-08T10:00').err, /gone\.json/);
});

test('a case file is folded; one changed letter is found and named', () => {
  const golden = 'tests/data/cases/invented.json';
  const told = json('case', 'replay', golden);
  assert.equal(told.code, 0);
  assert.equal(told.events, read(golden).length);
  assert.match(told.fingerprint, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  const events = read(golden);
  events[1].data.account = `${events[1].data.account}!`;
  const tampered = run('case', 'replay', write('tampered.json', events));
  assert.equal(tampered.code, 1);
  assert.match(tampered.err, /\/1/);
  const { code, err } = run('case', 'replay', write('lost.json', read(golden).filter((_, index) => index !== 1)));
  assert.equal(code, 1);
  assert.match(err, /missing/);
  assert.equal(run('case', 'replay', write('object.json', {})).code, 1);
});

// A case that was raised under one version and goes on under another.
test('a case is counted under each version that it ran under; one that was not given is said', () => {
  const changed = { ...read(small), version: '2' };
  const newer = write('newer.json', changed);
  const [before, now] = [read(small), changed].map(hash);
  const { events, tell } = caseFile();
  const [opened, talked, , entered] = read('tests/data/cases/invented.json');
  tell({ ...opened, data: { ...opened.data, policy_hash: before } });
  tell(talked);
  tell(entered);
  tell(entered, {
    type: 'policy_changed',
    data: { policy_id: opened.data.policy_id, policy_version: '2', policy_hash: now, stage: 'stage-2', reason: 'Asked for' },
  });
  const file = write('two-versions.json', events);
  const replay = (...versions) => ['case', 'replay', file, ...calendar, ...versions.flatMap((version) => ['--policy', version])];
  for (const versions of [[small, newer], [newer, small]]) {
    const both = json(...replay(...versions));
    assert.equal(both.code, 0);
    assert.equal(both.policy_hash, now);
    assert.ok(both.clocks.some(({ clock }) => clock === 'talk'));
    assert.deepEqual(both.not_counted, []);
  }
  const alone = json(...replay(newer));
  assert.equal(alone.code, 0);
  assert.ok(!alone.clocks.some(({ clock }) => clock === 'talk'));
  assert.deepEqual(alone.not_counted, [{ stage: 'stage-1', policy_hash: before }]);
  const { out } = run(...replay(newer));
  assert.match(out, /The times of stage-1 are not counted/);
  assert.ok(out.includes(before));
  const earlier = run(...replay(small));
  assert.equal(earlier.code, 1);
  assert.match(earlier.err, /another version/);
  assert.match(run('case', 'replay', '--help').out, /Several times/);
});

test('a notice in each form says every word of its fields', () => {
  const path = 'tests/data/notices/outcome-resolution-notice.json';
  const notice = read(path);
  assert.deepEqual(JSON.parse(run('notice', path, '--as', 'json').out), notice);
  const text = run('notice', path, '--as', 'text').out.replace(/\s+/g, ' ');
  const html = run('notice', path, '--as', 'html').out;
  assert.match(html, /^<!doctype html>/i);
  for (const { value } of notice.fields.filter(({ type }) => type === 'long_text' && type)) {
    if (value) assert.ok(text.includes(value.replace(/\s+/g, ' ').trim()), value);
  }
  assert.ok(text.includes(notice.case.fingerprint) && html.includes(notice.case.fingerprint));
  const spoilt = write('notice.json', { ...notice, kind: 'letter' });
  assert.equal(run('notice', spoilt).code, 1);
});
