// The canvas: its size in device pixels, its WebGL2 context, and what happens when the context is
// lost. It is not the drawing itself, which Dear ImGui's own OpenGL renderer does.
#pragma once

namespace web {

// Takes the WebGL2 context that startup.js has opened and follows the canvas's size from now on.
// False: there is none; the page has already said so.
bool open_canvas();

void begin_drawing();   // before the interface's frame
void present();         // after it: clears and draws what the frame left
void report_colours();  // tells the page the theme's text and background: fields and the page's
                        // edge use them

}  // namespace web
