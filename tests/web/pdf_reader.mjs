// A PDF as plain values, for the checker: objects through `qpdf --json=2`, content streams as operators,
// and the few tables of an embedded TrueType font that the rules ask about. Reads; judges nothing.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// qpdf's JSON of the file: version 2, streams decoded and inline.
export function readJson(path) {
  const flags = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized'];
  return JSON.parse(execFileSync('qpdf', [...flags, path], { maxBuffer: 1 << 30, stdio: 'pipe' }));
}

export class Pdf {
  constructor(path) {
    this.header = readFileSync(path).subarray(0, 20).toString('latin1');
    this.objects_ = readJson(path).qpdf[1];
    this.trailer = this.objects_.trailer.value;
    this.root = this.value(this.trailer['/Root']);
  }

  static isReference(value) {
    return typeof value === 'string' && /^\d+ \d+ R$/.test(value);
  }

  // What a reference stands for: a value, or for a stream its dictionary. Anything else is itself.
  value(value) {
    while (Pdf.isReference(value)) {
      const object = this.objects_[`obj:${value}`];
      value = object === undefined ? null : (object.value ?? object.stream.dict);
    }
    return value ?? null;
  }

  // The decoded bytes of a stream, or null when the reference is not one.
  bytes(reference) {
    const data = this.objects_[`obj:${reference}`]?.stream?.data;
    return data === undefined ? null : Buffer.from(data, 'base64');
  }

  list(value) {
    const found = this.value(value);
    return found === null ? [] : Array.isArray(found) ? found : [value];
  }

  *dictionaries() {
    for (const [key, object] of Object.entries(this.objects_)) {
      const value = object.value ?? object.stream?.dict;
      if (value && typeof value === 'object' && !Array.isArray(value)) {
        yield { reference: key.replace('obj:', ''), value };
      }
    }
  }

  // [{reference, page}] in reading order.
  pages() {
    const out = [];
    const walk = (reference) => {
      const node = this.value(reference);
      if (node['/Type'] === '/Pages') node['/Kids'].forEach(walk);
      else out.push({ reference, page: node });
    };
    walk(this.root['/Pages']);
    return out;
  }

  content(page) {
    const streams = this.list(page['/Contents']).map((reference) => this.bytes(reference));
    return Buffer.concat(streams.flatMap((bytes) => [bytes, Buffer.from('\n')]));
  }
}

// A text string of qpdf's JSON as text; null when it is not a string.
export function textOf(value) {
  return typeof value === 'string' && value.startsWith('u:') ? value.slice(2) : null;
}

// [{operator, operands}] of a content stream. Names keep their slash, strings are Buffers.
export function operators(bytes) {
  const source = bytes.toString('latin1');
  const token =
    /%[^\r\n]*|<<|>>|<[0-9a-fA-F\s]*>|\((?:\\[\s\S]|[^\\()])*\)|[[\]]|\/[^\s/[\]<>()%]*|[^\s/[\]<>()%]+/g;
  const out = [];
  const stack = [[]];
  const put = (value) => stack[stack.length - 1].push(value);
  for (const [text] of source.matchAll(token)) {
    if (text[0] === '%') continue;
    if (text === '<<' || text === '[') {
      stack.push([]);
    } else if (text === ']') {
      put(stack.pop());
    } else if (text === '>>') {
      const flat = stack.pop();
      const dictionary = {};
      for (let i = 0; i < flat.length; i += 2) dictionary[flat[i]] = flat[i + 1];
      put(dictionary);
    } else if (text[0] === '<') {
      put(Buffer.from(text.replace(/[^0-9a-fA-F]/g, ''), 'hex'));
    } else if (text[0] === '(') {
      put(Buffer.from(text.slice(1, -1).replace(/\\([\s\S])/g, '$1'), 'latin1'));
    } else if (text[0] === '/' || stack.length > 1) {
      put(text[0] === '/' ? text : Number(text));
    } else if (/^[+-]?[\d.]+$/.test(text)) {
      put(Number(text));
    } else {
      out.push({ operator: text, operands: stack[0] });
      stack[0] = [];
    }
  }
  return out;
}

// {glyphs, width(gid)} of TrueType bytes, widths in thousandths of an em.
export function trueType(bytes) {
  const tables = {};
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    tables[bytes.toString('latin1', at, at + 4)] = bytes.readUInt32BE(at + 8);
  }
  const unitsPerEm = bytes.readUInt16BE(tables.head + 18);
  const glyphs = bytes.readUInt16BE(tables.maxp + 4);
  const metrics = bytes.readUInt16BE(tables.hhea + 34);
  const width = (gid) =>
    (bytes.readUInt16BE(tables.hmtx + 4 * Math.min(gid, metrics - 1)) * 1000) / unitsPerEm;
  return { glyphs, width };
}

// code → text, of a ToUnicode CMap (bfchar and both forms of bfrange).
export function toUnicode(bytes) {
  const map = new Map();
  const text = bytes.toString('latin1');
  const decode = (hex) => {
    const digits = hex.replace(/[^0-9a-fA-F]/g, '');
    return (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
  };
  for (const [, body] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, to] of body.matchAll(/<([^>]*)>\s*<([^>]*)>/g)) {
      map.set(parseInt(code, 16), decode(to));
    }
  }
  for (const [, body] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const range = /<([^>]*)>\s*<([^>]*)>\s*(?:\[([^\]]*)\]|<([^>]*)>)/g;
    for (const [, from, to, listed, first] of body.matchAll(range)) {
      const start = parseInt(from, 16);
      const values = listed === undefined ? [] : [...listed.matchAll(/<([^>]*)>/g)].map((m) => m[1]);
      for (let code = start; code <= parseInt(to, 16); code++) {
        const value = values.length
          ? decode(values[code - start] ?? '')
          : String.fromCharCode(decode(first).charCodeAt(0) + code - start);
        map.set(code, value);
      }
    }
  }
  return map;
}
