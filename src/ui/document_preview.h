// A document's blocks on the screen, from the same tree that the PDF and the web page are made of.
#pragma once

#include "documents/document.h"

namespace ui {

// `deeper`: by how many levels the document's headings stand below the page's own. 0: its title is
// the page's.
void document_preview(const documents::Document& document, int deeper = 0);

}  // namespace ui
