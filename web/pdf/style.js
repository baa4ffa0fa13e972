// The look of a page: A4, generous margins, one family in two weights, thin rules, one dark accent.
// All lengths are points; every style is {bold, size, leading, colour, before, after}.
// Colour carries no meaning anywhere: what is a warning or a hint also says so in words.

export const page = { width: 595.28, height: 841.89, left: 64, right: 64, top: 66, bottom: 82 };
export const contentWidth = page.width - page.left - page.right;
export const contentBottom = page.height - page.bottom;

const ink = '0.07 0.09 0.11 rg';
const quiet = '0.33 0.36 0.39 rg';
const accent = '0.09 0.22 0.33 rg';

export const rules = {
  strong: '0.09 0.22 0.33 RG 1.4 w',
  medium: '0.33 0.36 0.39 RG 0.8 w',
  hair: '0.72 0.75 0.78 RG 0.5 w',
};

export const headings = [
  { bold: true, size: 21, leading: 27, colour: accent, before: 0, after: 9 },
  { bold: true, size: 14, leading: 19, colour: accent, before: 20, after: 7 },
  { bold: true, size: 11.5, leading: 16, colour: accent, before: 15, after: 5 },
  { bold: true, size: 10.5, leading: 15, colour: ink, before: 11, after: 4 },
];

export const paragraphs = {
  normal: { bold: false, size: 10.5, leading: 15.5, colour: ink, before: 0, after: 8 },
  strong: { bold: true, size: 10.5, leading: 15.5, colour: ink, before: 0, after: 8 },
  hint: { bold: false, size: 9.5, leading: 13.5, colour: quiet, before: 0, after: 8 },
  warning: { bold: true, size: 10.5, leading: 15.5, colour: ink, before: 4, after: 12 },
};

export const table = {
  keyWidth: 158,
  padX: 6,
  padY: 5,
  caption: { bold: true, size: 10.5, leading: 15, colour: ink, before: 4, after: 4 },
  head: { bold: true, size: 9.5, leading: 13, colour: ink },
  key: { bold: true, size: 10, leading: 14, colour: ink },
  cell: { bold: false, size: 10, leading: 14, colour: ink },
  denseHead: { bold: true, size: 8.5, leading: 11.5, colour: ink }, // from five columns on
  denseCell: { bold: false, size: 8.5, leading: 11.5, colour: ink },
  continued: { bold: false, size: 9, leading: 14, colour: quiet },
  after: 14,
};

export const list = { indent: 22, text: paragraphs.normal, gap: 3, after: 9 };
export const footer = { bold: false, size: 8.5, leading: 11, colour: quiet };
