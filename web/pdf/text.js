// What a person typed, made safe to set in type without losing a word: line breaks of every kind become
// '\n', spaces are collapsed, control characters vanish, broken code units become U+FFFD, the rest is NFC.
// What a font can draw is not decided here (fonts.js).

const kLineBreak = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
const kSpaces = /[\t \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+/gu;
const kFixedSpaces = /[\u2007\u202F]/gu;
const kControls = /(?!\n)\p{Cc}/gu;
const kBroken = /\p{Cs}|\p{Noncharacter_Code_Point}/gu; // with /u a surrogate is matched only when alone

// The hard lines of `text`, each NFC, trimmed, with single spaces; blank ones only between others. Always at
// least one, perhaps ''.
export function hardLines(text) {
  return String(text ?? '')
    .replace(kLineBreak, '\n')
    .replace(kControls, (c) => (c === '\t' ? ' ' : ''))
    .replace(kBroken, '\uFFFD')
    .replace(kSpaces, ' ')
    .replace(kFixedSpaces, '\u00A0')
    .normalize('NFC')
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

// The same on one line: titles, footers, metadata.
export function oneLine(text) {
  return hardLines(text).filter(Boolean).join(' ');
}

// A character with the marks that belong to it. Joins nothing across a base character.
export function clusters(word) {
  return word.match(/\P{M}?\p{M}*/gu).filter(Boolean);
}

// Characters that change how others look and have no look of their own: format controls (soft hyphen,
// joiners, direction marks) and variation selectors. Dropped beside drawable text, kept in ActualText.
export function isInvisible(character) {
  return /^[\p{Cf}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]$/u.test(character);
}

// A text string as PDF wants it in hexadecimal: UTF-16BE with its mark.
export function hexString(text) {
  let hex = '<FEFF';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return hex + '>';
}
