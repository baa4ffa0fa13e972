// Rules on the structure tree: nesting, tables, lists, headings, and its agreement with the parent tree.
import { Pdf, textOf } from './pdf_reader.mjs';

const kStandard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby Warichu RB RT RP WT WP Figure Formula Form'
  ).split(' '),
);

const kParents = [
  ['7.2-4', 'TR', ['Table', 'THead', 'TBody', 'TFoot']],
  ['7.2-5', 'THead', ['Table']],
  ['7.2-6', 'TBody', ['Table']],
  ['7.2-7', 'TFoot', ['Table']],
  ['7.2-8', 'TH', ['TR']],
  ['7.2-9', 'TD', ['TR']],
  ['7.2-17', 'LI', ['L']],
  ['7.2-18', 'LBody', ['LI']],
];
const kChildren = [
  ['7.2-3', 'Table', ['TR', 'THead', 'TBody', 'TFoot', 'Caption']],
  ['7.2-10', 'TR', ['TH', 'TD']],
  ['7.2-19', 'L', ['L', 'LI', 'Caption']],
  ['7.2-20', 'LI', ['Lbl', 'LBody']],
  ['7.2-36', 'THead', ['TR']],
  ['7.2-37', 'TBody', ['TR']],
  ['7.2-38', 'TFoot', ['TR']],
];
const kAtMostOne = [
  ['7.2-11', 'Table', 'THead'],
  ['7.2-12', 'Table', 'TFoot'],
  ['7.2-39', 'Table', 'Caption'],
];

// Returns {owner(page, mcid), ownerOf(annotation)}: the element ({type, actual, reference, …}) or undefined.
export function checkStructure(pdf, report) {
  const tree = readTree(pdf, report);
  for (const element of tree.elements) {
    report.check('7.1-5', kStandard.has(element.type), `${at(element)}: not a standard type`);
    checkNesting(element, report);
    if (element.type === 'Table') checkTable(element, report);
    if (element.type === 'L') checkList(element, report);
    if (element.type === 'Figure' || element.type === 'Formula') {
      const rule = element.type === 'Figure' ? '7.3-1' : '7.7-1';
      report.check(rule, element.alt || element.actual !== null, `${at(element)}: no Alt or ActualText`);
    }
    if (element.lang !== null) {
      const ok = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(element.lang);
      report.check('7.2-29', ok, `${at(element)}: Lang is "${element.lang}"`);
    }
  }
  checkHeadings(tree.elements, report);
  checkParentTree(pdf, tree, report);
  return {
    owner: (page, mcid) => tree.content.get(`${page}/${mcid}`),
    ownerOf: (annotation) => tree.annotations.get(annotation),
    contents: tree.content,
  };
}

function readTree(pdf, report) {
  const elements = []; // in reading order
  const content = new Map(); // "page/mcid" → element
  const annotations = new Map();
  const root = pdf.value(pdf.root['/StructTreeRoot']) ?? {};
  const roles = pdf.value(root['/RoleMap']) ?? {};
  const own = (key, element) => {
    report.check('content-once', !content.has(key), `content ${key} belongs to two elements`);
    content.set(key, element);
  };
  const visit = (reference, parent, parentReference) => {
    const value = pdf.value(reference);
    const raw = value['/S'];
    const attributes = pdf.list(value['/A']).map((entry) => pdf.value(entry));
    const element = {
      reference,
      parent,
      type: (roles[raw] ?? raw ?? '').slice(1),
      actual: textOf(pdf.value(value['/ActualText'])),
      alt: textOf(pdf.value(value['/Alt'])),
      lang: textOf(pdf.value(value['/Lang'])),
      attribute: (name) => attributes.find((entry) => name in entry)?.[name],
      children: [],
    };
    report.check('7.1-12', value['/P'] === parentReference, `${at(element)}: P is not its parent`);
    elements.push(element);
    for (const kid of pdf.list(value['/K'])) {
      const item = pdf.value(kid);
      if (typeof item === 'number') {
        own(`${value['/Pg']}/${item}`, element);
      } else if (item?.['/Type'] === '/MCR') {
        own(`${item['/Pg'] ?? value['/Pg']}/${item['/MCID']}`, element);
      } else if (item?.['/Type'] === '/OBJR') {
        annotations.set(item['/Obj'], element);
        const page = pdf.value(item['/Pg'] ?? value['/Pg']);
        const isThere = pdf.list(page?.['/Annots']).includes(item['/Obj']);
        report.check('objr-page', isThere, `${at(element)}: object on another page`);
      } else if (item && Pdf.isReference(kid)) {
        element.children.push(visit(kid, element, reference));
      }
    }
    return element;
  };
  for (const kid of pdf.list(root['/K'])) visit(kid, null, pdf.root['/StructTreeRoot']);
  return { elements, content, annotations };
}

function at(element) {
  return `${element.type} (${element.reference})`;
}

function checkNesting(element, report) {
  const parent = element.parent?.type ?? '';
  const kinds = element.children.map((child) => child.type);
  for (const [rule, type, allowed] of kParents) {
    if (element.type === type) report.check(rule, allowed.includes(parent), `${at(element)} in ${parent}`);
  }
  for (const [rule, type, allowed] of kChildren) {
    if (element.type !== type) continue;
    const wrong = kinds.filter((kind) => !allowed.includes(kind));
    report.check(rule, !wrong.length, `${at(element)} holds ${wrong.join()}`);
  }
  for (const [rule, type, once] of kAtMostOne) {
    if (element.type !== type) continue;
    report.check(rule, kinds.filter((kind) => kind === once).length <= 1, `${at(element)}: two ${once}`);
  }
  const captionAt = kinds.indexOf('Caption');
  if (element.type === 'Table') {
    const ends = [-1, 0, kinds.length - 1];
    report.check('7.2-16', ends.includes(captionAt), `${at(element)}: Caption in the middle`);
    for (const [rule, part] of [['7.2-13', 'TFoot'], ['7.2-14', 'THead']]) {
      const ok = !kinds.includes(part) || kinds.includes('TBody');
      report.check(rule, ok, `${at(element)}: ${part} without TBody`);
    }
  }
  if (element.type === 'L') report.check('7.2-40', captionAt < 1, `${at(element)}: Caption not first`);
}

function checkTable(table, report) {
  const rows = table.children.flatMap((child) => (child.type === 'TR' ? [child] : child.children));
  const grid = [];
  const span = (cell, name) => Number(cell.attribute(name) ?? 1);
  let overlaps = false;
  rows.forEach((row, y) => {
    grid[y] ??= [];
    let x = 0;
    for (const cell of row.children) {
      while (grid[y][x]) x++;
      for (let dy = 0; dy < span(cell, '/RowSpan'); dy++) {
        for (let dx = 0; dx < span(cell, '/ColSpan'); dx++) {
          grid[y + dy] ??= [];
          overlaps ||= Boolean(grid[y + dy][x + dx]);
          grid[y + dy][x + dx] = true;
        }
      }
      if (cell.type === 'TH') {
        const scope = cell.attribute('/Scope');
        const known = ['/Row', '/Column', '/Both'].includes(scope);
        report.check('7.5-1', known, `${at(cell)}: Scope is ${scope ?? 'missing'}`);
      }
    }
  });
  report.check('7.2-15', !overlaps, `${at(table)}: cells overlap`);
  report.check('7.2-41', grid.length <= rows.length, `${at(table)}: a row span goes beyond the table`);
  const wrong = grid.findIndex((row) => row.filter(Boolean).length !== grid[0].length);
  report.check('7.2-42', wrong < 0, `${at(table)}: row ${wrong + 1} has another number of columns`);
  const heads = rows.some((row) => row.children.some((cell) => cell.type === 'TH'));
  report.check('table-headers', heads, `${at(table)}: no header cell`);
}

function checkList(list, report) {
  const numbering = list.attribute('/ListNumbering');
  const labelled = list.children.some((item) => item.children.some((part) => part.type === 'Lbl'));
  report.check('list-numbering', !labelled || numbering, `${at(list)}: labels but no ListNumbering`);
}

function checkHeadings(elements, report) {
  let previous = 0;
  for (const element of elements) {
    const level = Number(/^H([1-6])$/.exec(element.type)?.[1] ?? 0);
    if (!level) continue;
    report.check('7.4.2-1', level <= previous + 1, `${at(element)} after H${previous}`);
    previous = level;
  }
  report.check('7.4.4-3', !elements.some((element) => element.type === 'H'), 'H beside Hn');
}

// For each page the parent tree must name, at each MCID, the element that holds it.
function checkParentTree(pdf, tree, report) {
  const root = pdf.value(pdf.root['/StructTreeRoot']) ?? {};
  const byKey = new Map();
  const walk = (node) => {
    const { '/Nums': numbers = [], '/Kids': kids = [] } = pdf.value(node) ?? {};
    for (let i = 0; i < numbers.length; i += 2) byKey.set(numbers[i], numbers[i + 1]);
    kids.forEach(walk);
  };
  walk(root['/ParentTree']);
  for (const { reference, page } of pdf.pages()) {
    const parents = pdf.list(byKey.get(page['/StructParents']));
    for (const [key, element] of tree.content) {
      const [owner, mcid] = key.split('/');
      if (owner !== reference) continue;
      const named = parents[Number(mcid)];
      report.check('parent-tree', named === element.reference, `${key}: parent tree says ${named}`);
    }
  }
}
