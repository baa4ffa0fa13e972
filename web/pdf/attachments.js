// Files that travel inside the PDF, associated with the whole document as PDF/A-3 asks (ISO 19005-3, 6.8):
// /AF in the catalogue, and for each file AFRelationship, a MIME subtype, F and UF, and a modification date.
// PDFKit 0.20.2's doc.file() is not used: it writes the checksum as 32 hexadecimal digits where the format
// wants 16 bytes, leaves EF without UF, and replaces a file silently when two have the same name.
import { oneLine } from './text.js';
import { PdfError } from './errors.js';

const kMimeType = /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/;

// `attachments`: [{name, type, text, description}]; `when` is the date of all of them.
export function attach(doc, attachments, when) {
  const names = new Set();
  const files = attachments.map((attachment) => {
    const name = oneLine(attachment.name);
    if (!name || names.has(name)) throw new PdfError('bad_document', `attachment name: "${name}"`);
    names.add(name);
    if (!kMimeType.test(attachment.type ?? '')) {
      throw new PdfError('bad_document', `attachment "${name}": type "${attachment.type}"`);
    }
    const bytes = new TextEncoder().encode(String(attachment.text ?? ''));
    const stream = doc.ref({
      Type: 'EmbeddedFile',
      Subtype: attachment.type.replace('/', '#2F'),
      Params: { Size: bytes.length, CreationDate: when, ModDate: when },
    });
    stream.end(bytes);
    const file = doc.ref({
      Type: 'Filespec',
      AFRelationship: 'Source',
      F: new String(name),
      UF: new String(name),
      Desc: new String(oneLine(attachment.description) || name),
      EF: { F: stream, UF: stream },
    });
    file.end();
    doc.addNamedEmbeddedFile(name, file);
    return file;
  });
  if (files.length) doc._root.data.AF = files;
}
