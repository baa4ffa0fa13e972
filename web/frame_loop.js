// frame_loop.h in the browser.
//   [X] frames on demand   [X] one timer at most, in a hidden tab too   [X] stops for good after a crash
addToLibrary({
  $frameLoop__deps: ['$createFrameLoop'],
  $frameLoop__postset: 'frameLoop = createFrameLoop();',
  $frameLoop: {},
  $createFrameLoop: function () {
    const counters = globalThis.commonGround;  // made by startup.js; numbers only, for tests
    let allowed = false;
    let requested = 0;
    let timer = 0;

    function request() {
      if (allowed && !requested && !counters.stopped) requested = requestAnimationFrame(draw);
    }
    function draw(now) {
      requested = 0;
      clearTimeout(timer);
      timer = 0;
      if (!allowed || counters.stopped) return;
      const next = _web_frame(now);
      counters.frames += 1;
      if (counters.frames === 1) {
        document.documentElement.dataset.ready = 'yes';
        performance.mark('first-frame');  // tests/bench
      }
      if (next === 0) {
        request();
      } else if (next > 0) {
        timer = setTimeout(due, next);
      }
    }
    // A hidden tab is given no frames: what happens by the time happens without one.
    function due() {
      timer = 0;
      if (document.visibilityState !== 'hidden') {
        request();
        return;
      }
      const next = allowed && !counters.stopped ? _web_unseen() : -1;
      if (next > 0) timer = setTimeout(due, next);
    }
    function wake() {
      _web_wake();
      request();
    }
    globalThis.commonGroundWake = wake;
    counters.memory = () => HEAPU8.length;

    return {
      request,
      wake,
      // At once, within the browser's own layout: a resized canvas is empty until it is drawn again.
      drawNow: function () {
        if (!allowed) return;
        if (requested) cancelAnimationFrame(requested);
        _web_wake();
        draw(performance.now());
      },
      hidden: function () {
        clearTimeout(timer);
        due();
      },
      allow: function () {
        allowed = true;
        wake();
      },
    };
  },

  frame_loop_allow__deps: ['$frameLoop'],
  frame_loop_allow: function () {
    frameLoop.allow();
  },
  frame_loop_hidden__deps: ['$frameLoop'],
  frame_loop_hidden: function () {
    frameLoop.hidden();
  },
  frame_loop_request__deps: ['$frameLoop'],
  frame_loop_request: function () {
    frameLoop.request();
  },
});
