// Rules on what the file says about itself: the XMP packet, its identifications, its agreement with the
// information dictionary, and the files attached to it.
import { textOf } from './pdf_reader.mjs';

export function checkMetadata(pdf, report) {
  const reference = pdf.root['/Metadata'];
  const dictionary = pdf.value(reference);
  const isXmp = dictionary?.['/Type'] === '/Metadata' && dictionary?.['/Subtype'] === '/XML';
  if (!report.check('7.1-8', isXmp, 'no metadata stream in the catalogue')) return;
  const xml = pdf.bytes(reference).toString('utf8');
  const fault = notWellFormed(xml);
  if (!report.check('A-6.6.2', !fault, `XMP is not well-formed: ${fault}`)) return;
  const uaPart = element(xml, 'pdfuaid:part');
  report.check('5-1', uaPart !== null, 'no pdfuaid:part');
  report.check('5-2', uaPart === '1', `pdfuaid:part is ${uaPart}`);
  const schema = xml.includes('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
  report.check('A-6.6.2.3', schema, 'pdfuaid has no extension schema');
  const title = listItem(xml, 'dc:title');
  report.check('7.1-9', title, 'no dc:title');
  const part = element(xml, 'pdfaid:part');
  const conformance = element(xml, 'pdfaid:conformance');
  const files = embeddedFiles(pdf);
  const wanted = files.length ? '3A' : '2A';
  report.check('A-6.6.4', `${part}${conformance}` === wanted, `PDF/A-${part}${conformance}, not ${wanted}`);
  checkAgreement(pdf, report, xml, title);
  checkFiles(pdf, report, files);
}

function checkAgreement(pdf, report, xml, title) {
  const info = pdf.value(pdf.trailer['/Info']) ?? {};
  const text = (key) => textOf(pdf.value(info[key]));
  const agree = (key, found) => {
    if (text(key) === null && found === null) return;
    report.check('A-6.6.3', text(key) === found, `${key} is "${text(key)}", in XMP "${found}"`);
  };
  agree('/Title', title);
  agree('/Author', listItem(xml, 'dc:creator'));
  agree('/Keywords', element(xml, 'pdf:Keywords'));
  agree('/Producer', element(xml, 'pdf:Producer'));
  agree('/Creator', element(xml, 'xmp:CreatorTool'));
  for (const [key, tag] of [['/CreationDate', 'xmp:CreateDate'], ['/ModDate', 'xmp:ModifyDate']]) {
    const digits = element(xml, tag)?.replace(/\D/g, '') ?? null;
    const same = text(key)?.replace(/\D/g, '') === digits;
    report.check('A-6.6.3', digits && same, `${key} is ${text(key)}, in XMP ${element(xml, tag)}`);
  }
}

function embeddedFiles(pdf) {
  const names = pdf.value(pdf.root['/Names']) ?? {};
  const files = [];
  const walk = (node) => {
    const { '/Names': pairs = [], '/Kids': kids = [] } = pdf.value(node) ?? {};
    for (let i = 1; i < pairs.length; i += 2) files.push(pairs[i]);
    kids.forEach(walk);
  };
  if (names['/EmbeddedFiles']) walk(names['/EmbeddedFiles']);
  return files;
}

function checkFiles(pdf, report, files) {
  const associated = pdf.list(pdf.root['/AF']);
  for (const reference of files) {
    const file = pdf.value(reference);
    const name = textOf(file['/UF']);
    report.check('7.11-1', textOf(file['/F']) && name, `attachment ${reference}: F or UF missing`);
    report.check('A-6.8-AF', associated.includes(reference), `attachment ${name} is not in AF`);
    const relation = ['/Source', '/Data', '/Alternative', '/Supplement', '/Unspecified'];
    const related = relation.includes(file['/AFRelationship']);
    report.check('A-6.8-relationship', related, `attachment ${name}: AFRelationship`);
    report.check('attachment-described', textOf(file['/Desc']), `attachment ${name}: no description`);
    const stream = pdf.value(pdf.value(file['/EF'])?.['/F']);
    const isMime = /^\/[\w.+-]+(#2[fF]|\/)[\w.+-]+$/.test(stream?.['/Subtype'] ?? '');
    report.check('A-6.8-mime', isMime, `attachment ${name}: no MIME type`);
    const params = pdf.value(stream?.['/Params']) ?? {};
    report.check('A-6.8-date', textOf(pdf.value(params['/ModDate'])), `attachment ${name}: no ModDate`);
  }
}

function element(xml, tag) {
  const found = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml);
  return found ? unescape(found[1]) : null;
}

function listItem(xml, tag) {
  const found = new RegExp(`<${tag}>\\s*<rdf:\\w+>\\s*<rdf:li[^>]*>([^<]*)</rdf:li>`).exec(xml);
  return found ? unescape(found[1]) : null;
}

function unescape(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

// The first fault of an XML text, or '' when it is well-formed. Knows what XMP uses: elements, attributes,
// processing instructions, comments, the five named entities and character references.
export function notWellFormed(xml) {
  // eslint-disable-next-line no-control-regex
  const control = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/.exec(xml);
  if (control) return `the character U+${control[0].charCodeAt(0).toString(16)}`;
  const open = [];
  const prefixes = [];
  let at = 0;
  for (const match of xml.matchAll(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<[^>]*>/g)) {
    const between = xml.slice(at, match.index);
    at = match.index + match[0].length;
    const stray = between.includes('<') || /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(between);
    if (stray) return `near ${JSON.stringify(between.slice(0, 60))}`;
    if (!open.length && between.trim().replace(/^\uFEFF/, '')) return 'text outside the root';
    if (/^<[?!]/.test(match[0])) continue;
    const tag = /^<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<&]*"|'[^'<&]*'))*)\s*(\/?)>$/.exec(match[0]);
    if (!tag) return `tag ${match[0].slice(0, 60)}`;
    const [, closing, name, attributes, selfClosing] = tag;
    for (const [, prefix] of attributes.matchAll(/xmlns:(\w+)/g)) prefixes.push(prefix);
    if (name.includes(':') && !prefixes.includes(name.split(':')[0])) return `prefix of ${name}`;
    if (closing) {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (!selfClosing) {
      open.push(name);
    }
  }
  if (xml.slice(at).includes('<')) return 'a tag at the end';
  return open.length ? `<${open.pop()}> is never closed` : '';
}
