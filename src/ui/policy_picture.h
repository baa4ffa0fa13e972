// The stages of a procedure as the picture of the widgets, with the same in words beneath.
#pragma once

#include "policy/model.h"

namespace ui {

void policy_picture(const policy::Policy& policy);

}  // namespace ui
