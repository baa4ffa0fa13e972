// Part of Dear ImGui for this program: what it names and we never use, as nothing. No linker can
// know that these are never reached, and with all they lead to they would be 6 % of the program.
// Only what imgui.cpp and imgui_widgets.cpp ask for; a new version may ask for more.
#include <imgui.h>
#include <imgui_internal.h>

#include <cstdarg>
#include <cstdlib>

namespace ImGui {

// imgui_tables.cpp is not compiled: there are neither tables nor columns.
void EndColumns() {}
void EndTable() {}
void PopColumnsBackground() {}
void PushColumnsBackground() {}
void TableEndCell(ImGuiTable*) {}
void TableEndRow(ImGuiTable*) {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TablePopBackgroundChannel() {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePushColumnChannel(int) {}
void TableSettingsAddSettingsHandler() {}

// imgui.cpp closes what was left open; CMakeLists.txt gives these two their other names there.
void EndNoTabBar() {}
ImGuiMultiSelectIO* EndNoMultiSelect() {
  return nullptr;
}

}  // namespace ImGui

// sscanf for plain text and %d or %i, all that Dear ImGui and its backend ask of it: the C
// library's brings 128-bit floating point with it.
extern "C" int scan_whole_numbers(const char* text, const char* format, ...) {
  va_list numbers;
  va_start(numbers, format);
  int read = 0;
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      if (*text != *format) break;
      ++text;
      continue;
    }
    ++format;
    char* end = nullptr;
    const long number = std::strtol(text, &end, 10);
    if (end == text) break;
    *va_arg(numbers, int*) = static_cast<int>(number);
    text = end;
    ++read;
  }
  va_end(numbers);
  return read;
}
