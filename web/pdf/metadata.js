// What a PDF says about itself: the information dictionary and the XMP packet, which must agree (PDF/A),
// with the identification of PDF/UA-1 beside that of PDF/A.
// PDFKit 0.20.2 writes unescaped XMP, no xmp:ModifyDate and one identification only, so the packet's body is
// ours: `_addInfo`, a private method called once from end(), is replaced. The pin in package.json keeps it so.
import { oneLine } from './text.js';

const kProducer = 'PDFKit 0.20.2';
const kCreator = 'Common Ground';

// Instants are ISO 8601 in UTC; the result has whole seconds, as both notations in the file have.
export function instant(text) {
  const date = new Date(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? text : NaN);
  if (Number.isNaN(date.getTime())) return null;
  date.setUTCMilliseconds(0);
  return date;
}

export function information(document, when) {
  const info = {
    Title: oneLine(document.title),
    Creator: kCreator,
    Producer: kProducer,
    CreationDate: when,
    ModDate: when,
  };
  const author = oneLine(document.author);
  if (author) info.Author = author;
  const keywords = [oneLine(document.reference), oneLine(document.fingerprint)].filter(Boolean);
  if (keywords.length) info.Keywords = keywords.join(', ');
  return info;
}

export function identify(doc, language) {
  doc._addInfo = () => doc.appendXML(xmpBody(doc.info, language));
}

function xmpBody(info, language) {
  const when = `${info.CreationDate.toISOString().slice(0, 19)}Z`;
  const author = info.Author
    ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.Author)}</rdf:li></rdf:Seq></dc:creator>`
    : '';
  const keywords = info.Keywords ? `<pdf:Keywords>${escapeXml(info.Keywords)}</pdf:Keywords>` : '';
  return `
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:format>application/pdf</dc:format>
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(info.Title)}</rdf:li></rdf:Alt></dc:title>
  <dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
  ${author}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
  <xmp:CreateDate>${when}</xmp:CreateDate>
  <xmp:ModifyDate>${when}</xmp:ModifyDate>
  <xmp:MetadataDate>${when}</xmp:MetadataDate>
  <xmp:CreatorTool>${escapeXml(info.Creator)}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
  <pdf:Producer>${escapeXml(info.Producer)}</pdf:Producer>
  ${keywords}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${kUaSchema}`;
}

// PDF/A allows a property of another schema only when the packet itself describes that schema.
const kUaSchema = `<rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 to whose rules this file is built</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

export function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
