// The stages of a procedure as a picture that stands alone: SVG with its own styles for light, dark
// and print, its words as <title> and <desc> (policy::flow_in_words), no font, script or address of
// elsewhere. Where each box stands is policy/flow.h's; not the picture on the canvas, which is
// ui's.
#pragma once

#include <string>
#include <string_view>

#include "policy/flow.h"

namespace documents {

std::string flow_svg(const policy::Flow& flow, std::string_view title);

}  // namespace documents
