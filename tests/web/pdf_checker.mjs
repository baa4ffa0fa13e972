// Our own checker of the machine rules of PDF/UA-1 (numbered as in the public veraPDF profile) and of the
// PDF/A-2a and -3a rules that a writer like ours can break. It covers what our documents can hold: text,
// tables, lists, annotations, embedded TrueType fonts, attachments. It is not a validator, and finding
// nothing is no certificate. Run it on files: node tests/web/pdf_checker.mjs FILE.pdf …
import { pathToFileURL } from 'node:url';
import { checkContent, checkFonts } from './pdf_check_content.mjs';
import { Pdf, textOf } from './pdf_reader.mjs';
import { checkMetadata } from './pdf_check_metadata.mjs';
import { checkStructure } from './pdf_check_structure.mjs';

// All that is wrong with the file: [{rule, message}], empty when nothing is. The array also carries
// `counts`: how often each rule was evaluated, so that a rule that never ran can be seen.
export function checkPdf(path) {
  const report = new Report();
  let pdf;
  try {
    pdf = new Pdf(path);
  } catch (error) {
    report.check('readable', false, String(error.message));
    return report.result();
  }
  checkCatalogue(pdf, report);
  checkMetadata(pdf, report);
  const structure = checkStructure(pdf, report);
  const shown = checkContent(pdf, report, structure);
  checkFonts(pdf, report, shown);
  checkAnnotations(pdf, report, structure);
  return report.result();
}

class Report {
  findings_ = [];
  counts_ = {};

  // Counts the rule as evaluated, and notes a finding unless `ok`. Returns ok.
  check(rule, ok, message) {
    this.counts_[rule] = (this.counts_[rule] ?? 0) + 1;
    if (!ok) this.findings_.push({ rule, message });
    return Boolean(ok);
  }

  result() {
    return Object.assign(this.findings_, { counts: this.counts_ });
  }
}

function checkCatalogue(pdf, report) {
  const { root, trailer } = pdf;
  report.check('6.1-1', /^%PDF-1\.[0-7][\r\n]/.test(pdf.header), `header is ${JSON.stringify(pdf.header)}`);
  report.check('6.2-1', pdf.value(root['/MarkInfo'])?.['/Marked'] === true, 'MarkInfo/Marked is not true');
  report.check('7.1-4', pdf.value(root['/MarkInfo'])?.['/Suspects'] !== true, 'Suspects is true');
  const preferences = pdf.value(root['/ViewerPreferences']);
  report.check('7.1-10', preferences?.['/DisplayDocTitle'] === true, 'DisplayDocTitle is not true');
  report.check('7.1-11', pdf.value(root['/StructTreeRoot']), 'no StructTreeRoot');
  const language = textOf(pdf.value(root['/Lang']));
  report.check('7.2-34', language, 'no language for the text: the catalogue has no Lang');
  if (language !== null) {
    report.check('7.2-29', /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(language), `Lang is "${language}"`);
  }
  report.check('A-6.1.3', trailer['/ID']?.length === 2 && !trailer['/Encrypt'], 'no ID, or encrypted');
  const forbidden = ['/OpenAction', '/AA', '/AcroForm', '/OCProperties'].filter((key) => key in root);
  const names = pdf.value(root['/Names']) ?? {};
  if ('/JavaScript' in names) forbidden.push('/JavaScript');
  report.check('A-6.5', forbidden.length === 0, `catalogue holds ${forbidden.join(' ')}`);
  const intents = pdf.list(root['/OutputIntents']).map((intent) => pdf.value(intent));
  const intent = intents.find((entry) => entry['/S'] === '/GTS_PDFA1');
  report.check(
    'A-6.2.3',
    intent && pdf.value(intent['/DestOutputProfile'])?.['/N'] === 3,
    'no GTS_PDFA1 output intent with an RGB profile',
  );
}

function checkAnnotations(pdf, report, structure) {
  for (const { reference, page } of pdf.pages()) {
    const annotations = pdf.list(page['/Annots']);
    report.check('7.18.3-1', !annotations.length || page['/Tabs'] === '/S', `page ${reference}: Tabs`);
    for (const annotation of annotations) {
      const { '/Subtype': subtype, '/Contents': contents } = pdf.value(annotation);
      const owner = structure.ownerOf(annotation);
      if (subtype === '/Link') {
        report.check('7.18.5-1', owner?.type === 'Link', `link ${annotation} is not in a Link element`);
        report.check('7.18.5-2', textOf(pdf.value(contents)), `link ${annotation} has no Contents`);
      } else {
        report.check('7.18.1-1', owner?.type === 'Annot', `annotation ${annotation} is not in an Annot`);
      }
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  let failed = 0;
  for (const path of process.argv.slice(2)) {
    const findings = checkPdf(path);
    failed += findings.length;
    const counts = Object.values(findings.counts);
    const evaluations = counts.reduce((a, b) => a + b, 0);
    console.log(`${path}: ${counts.length} rules, ${evaluations} evaluations, ${findings.length} findings`);
    for (const { rule, message } of findings) console.log(`  ${rule}  ${message}`);
  }
  process.exitCode = failed ? 1 : 0;
}
