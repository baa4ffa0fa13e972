// Documents for the PDF tests, as the core hands them to the worker. All people are invented.

const head = {
  language: 'en-GB',
  reference: 'CG-2026-0014',
  fingerprint: '7f3a-91bc-04de',
  author: 'Morwenna Ashdown, designated safeguarding lead, Tolcarne Primary School',
  created: '2026-11-22T09:30:15.250Z',
};

export const noticeJson = {
  name: 'outcome-resolution-notice.json',
  type: 'application/json',
  text: JSON.stringify({ format: 'notice', child: 'Łukasz Gęślą', note: '"<&>" — żółć 李 😀' }, null, 2),
  description: 'This notice as data, to be read by a program',
};

const rows = (pairs) => Object.entries(pairs).map(([key, value]) => ({ key, value }));

// Two pages, of the kind that is sent most.
export const notice = {
  ...head,
  title: 'Outcome resolution notice',
  blocks: [
    { type: 'heading', level: 1, text: 'Outcome resolution notice' },
    {
      type: 'paragraph',
      emphasis: 'hint',
      text: 'Completed when a professional disagreement has been resolved, and sent to the partnership.',
    },
    { type: 'heading', level: 2, text: 'The child and the disagreement' },
    {
      type: 'key_values',
      caption: '',
      rows: rows({
        'Name of the child': 'Łukasz Gęślą',
        'Date of birth': '3 May 2018',
        'Address': '14 Stryd yr Eglwys\nTŷ Gwyn\nPen-y-bont',
        'Raised by': 'Morwenna Ashdown, designated safeguarding lead, Tolcarne Primary School',
        'Raised with': 'Idris Penhallow, team manager, Children’s Services',
        'Raised on': 'Wednesday 1 April 2026',
        'Area of disagreement': 'A decision not to progress a referral to an assessment',
      }),
    },
    { type: 'heading', level: 2, text: 'What was agreed' },
    {
      type: 'paragraph',
      text:
        'Both sides met on Tuesday 7 April 2026. The school set out what staff had seen since January; the ' +
        'team manager set out why the threshold had not been thought to be met.\n' +
        'It was agreed that an assessment will begin, and that both agencies will see the child together.',
    },
    { type: 'heading', level: 3, text: 'What each side will do' },
    {
      type: 'list',
      ordered: true,
      items: [
        'Children’s Services will begin an assessment by the end of Friday 10 April 2026.',
        'The school will share its chronology on the same day, and will name one person to speak to.',
        'Both will write to the parents together, in plain words and in the language they use at home.',
      ],
    },
    { type: 'heading', level: 3, text: 'Records and copies' },
    {
      type: 'checklist',
      items: [
        { text: 'A copy of this notice is on the child’s file in every agency involved', checked: true },
        { text: 'The outcome has been confirmed in writing between the parties', checked: true },
        {
          text: 'The business manager of the partnership has been sent a copy and has acknowledged it',
          checked: false,
        },
      ],
    },
    { type: 'paragraph', emphasis: 'warning', text: 'If the child is at immediate risk, dial 999.' },
    { type: 'paragraph', emphasis: 'strong', text: 'This notice is confidential to those named in it.' },
    { type: 'heading', level: 2, text: 'How it went' },
    {
      type: 'table',
      caption: 'Stages of this case',
      columns: ['Stage', 'Began', 'Ended', 'Who spoke to whom'],
      rows: [
        ['1', '1 April 2026', '2 April 2026', 'Practitioner to practitioner'],
        ['2', '2 April 2026', '7 April 2026', 'Designated safeguarding lead to team manager'],
      ],
    },
    {
      type: 'list',
      ordered: false,
      items: ['What helped: both sides had the same chronology.', 'What did not: three days of voicemail.'],
    },
  ],
};

const sentence =
  'On the following day the health visitor called at the flat, nobody answered, and she left a card. ';

// One answer of more than 20,000 characters in a table cell, another in a paragraph, a word of 600.
export const long = {
  ...head,
  title: 'A long account',
  blocks: [
    { type: 'heading', level: 1, text: 'A long account' },
    {
      type: 'key_values',
      caption: 'Account',
      rows: rows({
        'What happened, in the words of the person who saw it': numbered(sentence, 20500),
        'An address no line can hold': 'https://example.org/' + 'abcdefghij'.repeat(58),
        'After': 'The end of the account.',
      }),
    },
    { type: 'paragraph', text: numbered(sentence, 8000) },
  ],
};

function numbered(text, length) {
  let out = '';
  for (let i = 1; out.length < length; i++) out += `(${i}) ${text}`;
  return out.trim();
}

export const characters = {
  ...head,
  title: 'Ŵyn & Gęślą <"names"> of ‘all’ kinds: 李',
  author: 'Siân O’Neill & Søn <x>, practitioner',
  reference: 'CG & <2>',
  blocks: [
    { type: 'heading', level: 1, text: 'Ŵyn & Gęślą <"names"> of ‘all’ kinds: 李' },
    {
      type: 'key_values',
      caption: 'Names & <scripts>',
      rows: rows({
        Welsh: 'Ŵyth tŷ, gŵyl, Ŷ ŷ Ẁ ẁ Ẃ ẃ Ẅ ẅ Ỳ ỳ',
        Polish: 'zażółć gęślą jaźń, ZAŻÓŁĆ GĘŚLĄ JAŹŃ',
        Markup: 'a & b < c > d "quoted" \'single\' \\ back (round) [square] {curly} %percent #hash',
        Greek: 'Ελένη Παπαδοπούλου, Ω and the ohm sign \u2126',
        Cyrillic: 'Дарья Ковальчук, Юлія Їжакевич',
        Arabic: 'فاطمة الزهراء محمد',
        Hebrew: 'שרה לוי',
        Chinese: '李小龍 和 王芳',
        Emoji: '👩‍👧 well 😀 fine ❤️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
        Mixed: 'Fatima (فاطمة), known as 李, born 3/5/2018',
        Ligatures: 'office affluent fjord ﬁ',
        Decomposed: 'Z\u0307o\u0301ł\u0301 and q\u0303 and e\u0301 and a\u0300\u0334b',
        Spaces: 'no\u00A0break thin\u2009space zero\u200Bwidth soft\u00ADhyphen tab\there',
        Dashes: 'well-being – a pre-birth plan — and a trailing- one',
        Private: 'private \uE123 use',
      }),
    },
    { type: 'paragraph', text: 'bell\u0007 null\u0000 escape\u001B[1m delete\u007F next\u0085line page\ffeed' },
    { type: 'paragraph', text: 'lone high \uD83D and low \uDE00 surrogates, \uFFFE and \uFFFF\r\nnew\rline\u2028end' },
    { type: 'checklist', items: [{ text: 'Spoken to: فاطمة', checked: true }] },
    { type: 'list', ordered: false, items: ['李', 'Ąę & <b>'] },
  ],
};

export const bigTable = {
  ...head,
  title: 'Chronology',
  blocks: [
    { type: 'heading', level: 1, text: 'Chronology' },
    {
      type: 'table',
      caption: 'Every event',
      columns: ['Number', 'Date', 'Agency', 'What happened', 'Recorded by'],
      rows: Array.from({ length: 300 }, (_, i) => [
        `event${i + 1}`,
        `${(i % 28) + 1} May 2026`,
        ['Police', 'Health visiting service', 'School'][i % 3],
        sentence.repeat((i % 7) + (i === 150 ? 60 : 0)).trim(),
        i % 11 ? 'Idris Penhallow' : '',
      ]),
    },
  ],
};

// Nothing where something could be, and headings that skip levels.
export const empty = {
  ...head,
  title: 'Empty values',
  author: '',
  reference: '',
  fingerprint: '',
  blocks: [
    { type: 'heading', level: 2, text: 'Starts at two' },
    { type: 'heading', level: 4, text: 'And skips to four' },
    { type: 'heading', level: 1, text: 'A second title' },
    { type: 'paragraph', text: '' },
    { type: 'paragraph', text: 'Warning: said already', emphasis: 'warning' },
    { type: 'key_values', caption: '', rows: rows({ Key: '', Lines: '\n\n' }) },
    { type: 'key_values', caption: 'A caption and no rows', rows: [] },
    { type: 'table', caption: 'Headers only', columns: ['One', 'Two'], rows: [] },
    { type: 'table', caption: '', columns: ['', 'Two'], rows: [['', '']] },
    { type: 'checklist', items: [{ text: '', checked: false }] },
    { type: 'checklist', items: [] },
    { type: 'list', ordered: true, items: [] },
    { type: 'heading', level: 2, text: ' ' },
    { type: 'heading', level: 3, text: 'The last block is a heading' },
  ],
};

// Every string of a document that has to be found in the PDF.
export function texts(document) {
  const of = (block) => [
    block.text,
    block.caption,
    ...(block.columns ?? []),
    ...(block.rows ?? []).flatMap((row) => (Array.isArray(row) ? row : [row.key, row.value])),
    ...(block.items ?? []).map((item) => item.text ?? item),
  ];
  const { reference, fingerprint, blocks } = document;
  return [reference, fingerprint, ...blocks.flatMap(of)].filter(Boolean);
}
