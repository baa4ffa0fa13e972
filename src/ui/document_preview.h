// A document's blocks on the screen, from the same tree that the PDF and the web page are made of.
#pragma once

#include "documents/document.h"

namespace ui {

// The document's level-1 heading is the page's.
void document_preview(const documents::Document& document);

}  // namespace ui
