// Ways to break one rule of a good PDF, to prove that the checker sees it. Each works on qpdf's JSON.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

// Writes `path`, changed by `change(view)`, to `out`; returns `out`.
export function mutate(path, out, change) {
  const json = `${out}.json`;
  const flags = ['--json-output', '--json-stream-data=inline', '--decode-level=generalized'];
  execFileSync('qpdf', [...flags, path, json]);
  const data = JSON.parse(readFileSync(json, 'utf8'));
  change(new View(data.qpdf[1]));
  writeFileSync(json, JSON.stringify(data));
  execFileSync('qpdf', ['--json-input', json, out]);
  return out;
}

class View {
  constructor(objects) {
    this.objects = objects;
    this.trailer = objects.trailer.value;
    this.root = this.at(this.trailer['/Root']);
  }

  at(reference) {
    const object = this.objects[`obj:${reference}`];
    return object.value ?? object.stream.dict;
  }

  all(key, value) {
    return Object.values(this.objects)
      .map((object) => object.value ?? object.stream?.dict)
      .filter((dictionary) => dictionary?.[key] === value);
  }

  referenceOf(dictionary) {
    const found = Object.entries(this.objects).find(
      ([, object]) => (object.value ?? object.stream?.dict) === dictionary,
    );
    return found[0].replace('obj:', '');
  }

  // Elements of a structure type.
  elements(type) {
    return this.all('/S', `/${type}`).filter((element) => '/P' in element);
  }

  get page() {
    return this.all('/Type', '/Page')[0];
  }

  edit(reference, change) {
    const { stream } = this.objects[`obj:${reference}`];
    const text = change(Buffer.from(stream.data, 'base64').toString('latin1'));
    stream.data = Buffer.from(text, 'latin1').toString('base64');
  }

  editContent(change) {
    this.edit(this.page['/Contents'], change);
  }

  editXmp(change) {
    this.edit(this.root['/Metadata'], change);
  }
}

const font = (view) => view.all('/Subtype', '/Type0')[0];
const descendant = (view) => view.at(font(view)['/DescendantFonts'][0]);
const descriptor = (view) => view.at(descendant(view)['/FontDescriptor']);
const attachment = (view) => view.all('/Type', '/Filespec')[0];
const embedded = (view) => view.all('/Type', '/EmbeddedFile')[0];
const cut = (from) => (text) => {
  if (!text.includes(from)) throw new Error(`nothing to break: ${from}`);
  return text.replace(from, '');
};

export const breakages = [
  ['7.2-34', 'no language', (v) => delete v.root['/Lang']],
  ['7.2-29', 'a language that is none', (v) => (v.root['/Lang'] = 'u:British English')],
  ['6.2-1', 'Marked is false', (v) => (v.at(v.root['/MarkInfo'])['/Marked'] = false)],
  ['7.1-4', 'Suspects', (v) => (v.at(v.root['/MarkInfo'])['/Suspects'] = true)],
  ['7.1-8', 'no metadata', (v) => delete v.root['/Metadata']],
  ['7.1-9', 'no dc:title', (v) => v.editXmp((x) => x.replace(/<dc:title>[^]*<\/dc:title>/, ''))],
  ['7.1-10', 'title not displayed', (v) => delete v.root['/ViewerPreferences']],
  ['7.1-11', 'no structure tree', (v) => delete v.root['/StructTreeRoot']],
  ['7.1-12', 'an element without parent', (v) => delete v.elements('P')[0]['/P']],
  ['7.1-5', 'a type that is none', (v) => (v.elements('P')[0]['/S'] = '/Paragraph')],
  ['5-1', 'no PDF/UA id', (v) => v.editXmp(cut('<pdfuaid:part>1</pdfuaid:part>'))],
  ['5-2', 'PDF/UA part 3', (v) => v.editXmp((x) => x.replace('pdfuaid:part>1', 'pdfuaid:part>3'))],
  ['A-6.6.2', 'a bare ampersand', (v) => v.editXmp((x) => x.replace('&amp;', '&'))],
  ['A-6.6.2', 'an element not closed', (v) => v.editXmp(cut('</dc:title>'))],
  ['A-6.6.2.3', 'no extension schema', (v) => v.editXmp((x) => x.replaceAll('pdfaSchema:prefix', 'pdfaSchema:other'))],
  ['A-6.6.3', 'another title', (v) => (v.at(v.trailer['/Info'])['/Title'] = 'u:Another')],
  ['A-6.6.4', 'PDF/A-2 with a file', (v) => v.editXmp((x) => x.replace('pdfaid:part>3', 'pdfaid:part>2'))],
  ['A-6.2.3', 'no output intent', (v) => delete v.root['/OutputIntents']],
  ['A-6.5', 'a script', (v) => (v.root['/OpenAction'] = { '/S': '/JavaScript', '/JS': 'u:1' })],
  ['A-6.2.4.3', 'CMYK', (v) => v.editContent((c) => `0 0 0 1 k\n${c}`)],
  ['7.1-3', 'painting outside marked content', (v) => v.editContent((c) => `${c}\n0 0 9 9 re f\n`)],
  ['7.1-3', 'content of no element', (v) => v.editContent((c) => `${c}\n/P <</MCID 999>> BDC\n0 0 9 9 re f\nEMC\n`)],
  ['7.1-1', 'an artifact in a paragraph', (v) => v.editContent((c) => c.replace(/(\/MCID 0\s*>> BDC)/, '$1 /Artifact BMC EMC'))],
  ['7.1-2', 'a paragraph in an artifact', (v) => v.editContent((c) => `/Artifact BMC\n${c}\nEMC`)],
  ['balanced', 'marked content not ended', (v) => v.editContent((c) => `${c}\n/Artifact BMC\n`)],
  ['mcid-once', 'an MCID twice', (v) => v.editContent((c) => c.replace('/MCID 1', '/MCID 0'))],
  ['content-there', 'an element whose content is gone', (v) => v.editContent((c) => c.replace('/MCID 1', '/MCID 998'))],
  ['parent-tree', 'another element in the parent tree', (v) => {
    const root = v.at(v.root['/StructTreeRoot']);
    const tree = typeof root['/ParentTree'] === 'string' ? v.at(root['/ParentTree']) : root['/ParentTree'];
    const parents = tree['/Nums'][1];
    [parents[0], parents[1]] = [parents[1], parents[0]];
  }],
  ['7.4.2-1', 'a heading level skipped', (v) => (v.elements('H1')[0]['/S'] = '/H2')],
  ['7.5-1', 'TH without Scope', (v) => delete v.elements('TH')[0]['/A']],
  ['7.5-1', 'TH with a Scope that is none', (v) => (v.elements('TH')[0]['/A']['/Scope'] = '/row')],
  ['7.2-42', 'a row with a cell too few', (v) => v.elements('TR')[3]['/K'].pop()],
  ['7.2-10', 'a paragraph in a row', (v) => (v.elements('TD')[0]['/S'] = '/P')],
  ['7.2-4', 'a row outside a table', (v) => (v.elements('Table')[0]['/S'] = '/Sect')],
  ['7.2-19', 'a paragraph in a list', (v) => (v.elements('LI')[0]['/S'] = '/P')],
  ['7.2-20', 'a span in a list item', (v) => (v.elements('Lbl')[0]['/S'] = '/Span')],
  ['list-numbering', 'a list that does not say how it is numbered', (v) => delete v.elements('L')[0]['/A']],
  ['table-headers', 'a table without header cells', (v) => v.elements('TH').forEach((e) => (e['/S'] = '/TD'))],
  ['7.3-1', 'a figure without words', (v) => (v.elements('P')[0]['/S'] = '/Figure')],
  ['drawn-says', 'a box without ActualText', (v) => {
    v.elements('Lbl').forEach((element) => delete element['/ActualText']);
    v.editContent((c) => c.replaceAll('/ActualText', '/Other'));
  }],
  ['stand-in', 'a replacement mark without ActualText', (v) => v.editContent((c) => c.replaceAll('/ActualText', '/Other'))],
  ['7.21.8-1', '.notdef shown', (v) => v.editContent((c) => c.replace(/<[0-9a-f]{4}/, '<0000'))],
  ['7.21.4.1-1', 'a font not embedded', (v) => delete descriptor(v)['/FontFile2']],
  ['7.21.4.1-2', 'a glyph the font has not', (v) => v.editContent((c) => c.replace(/<[0-9a-f]{4}/, '<7fff'))],
  ['7.21.3.2-1', 'no CIDToGIDMap', (v) => delete descendant(v)['/CIDToGIDMap']],
  ['7.21.4.2-2', 'a CIDSet', (v) => (descriptor(v)['/CIDSet'] = v.root['/Metadata'])],
  ['7.21.5-1', 'wrong widths', (v) => {
    const key = Array.isArray(descendant(v)['/W']) ? descendant(v)['/W'] : v.at(descendant(v)['/W']);
    key[1] = key[1].map((width) => width + 20);
  }],
  ['7.21.7-1', 'no ToUnicode', (v) => delete font(v)['/ToUnicode']],
  ['7.21.7-2', 'a character zero', (v) => v.edit(font(v)['/ToUnicode'], (c) => c.replace('[<fffd>', '[<0000>'))],
  ['composite', 'a font that is not composite', (v) => (font(v)['/Subtype'] = '/Type1')],
  ['7.18.5-1', 'a link outside Link', link],
  ['7.18.5-2', 'a link without Contents', link],
  ['7.18.3-1', 'no tab order', (v) => (link(v), delete v.page['/Tabs'])],
  ['7.11-1', 'an attachment without UF', (v) => delete attachment(v)['/UF']],
  ['A-6.8-AF', 'an attachment that is not associated', (v) => delete v.root['/AF']],
  ['A-6.8-relationship', 'an attachment without relationship', (v) => delete attachment(v)['/AFRelationship']],
  ['A-6.8-mime', 'an attachment without type', (v) => delete embedded(v)['/Subtype']],
  ['A-6.8-date', 'an attachment without date', (v) => delete embedded(v)['/Params']],
  ['attachment-described', 'an attachment without description', (v) => delete attachment(v)['/Desc']],
];

function link(view) {
  view.objects['obj:9000 0 R'] = {
    value: { '/Type': '/Annot', '/Subtype': '/Link', '/Rect': [0, 0, 9, 9] },
  };
  view.page['/Annots'] = ['9000 0 R'];
}
