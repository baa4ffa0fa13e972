// Why a document could not be made into a PDF. The codes are a closed set:
//   bad_document      the block tree or an attachment is not what the contract says
//   font_unavailable  a font file could not be fetched or read
//   failed            anything else; the message is for a bug report, not for the person

export class PdfError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
