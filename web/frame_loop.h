// When a frame is drawn: only when something happened, never because time passes. Nothing runs
// while the page is idle: no animation frame, and a timer only when the interface asks to be woken
// later. It is not what is drawn: that is the function given to start_frames. Rule: the design,
// sections 9 and 11.
#pragma once

#include <functional>

namespace web {

// Keeps `draw`, which is called once a frame between the interface's begin and end. No frame is
// drawn before allow_frames(): the canvas, the font and the appearance have to be there first.
void start_frames(std::function<void()> draw);
void allow_frames();

// Draws as soon as the browser would: something outside the interface has changed (a reply has
// come, a font has arrived). The same as globalThis.commonGroundWake() in JavaScript.
void wake();

// Draws a frame in so many milliseconds unless one is drawn before; -1: no such frame. Each frame
// forgets what the one before asked for.
void wake_in(int milliseconds);

// What happens by the time in a tab that is not shown, where the browser gives no frames: `tick` is
// called instead of one, now and whenever its answer says. It answers as wake_in() is asked: in how
// many milliseconds again, or -1.
void while_hidden(int (*tick)());
// The tab has just been hidden.
void hidden();

}  // namespace web
