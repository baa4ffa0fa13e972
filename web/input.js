// input.h in the browser.
//   [X] mouse, pen, touch   [X] wheel   [X] drag to scroll, with momentum   [X] keys that scroll the page
//   [X] the application's own shortcuts, also while one writes   [X] Enter in a text field
//   [X] pinch and browser zoom, browser shortcuts, Tab, Enter and Space: left to the browser
//   [ ] scrolling by the middle button
addToLibrary({
  input_start__deps: ['$frameLoop', '$mirror', '$ownKey', '$wasmText'],
  input_start: function () {
    const application = document.getElementById('application');
    const kLine = 40;       // CSS pixels an arrow key scrolls
    const kDragStart = 8;   // CSS pixels a finger moves before it scrolls instead of presses
    const kSlowest = 0.02;  // CSS pixels a millisecond at which momentum ends
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    let finger = null;      // {id, x, y, time, speed, dragging}
    let dragged = false;    // what was pressed last was a drag: its click presses nothing
    let momentum = 0;       // the animation frame of a scroll that runs on

    function page() {
      return application.clientHeight * 0.875;
    }
    function scroll(x, y) {
      _web_scroll(x, y);
      frameLoop.wake();
    }
    function place(event) {
      const area = application.getBoundingClientRect();
      _web_pointer(event.clientX - area.left, event.clientY - area.top);
      frameLoop.wake();
    }
    function stopMomentum() {
      cancelAnimationFrame(momentum);
      momentum = 0;
    }
    function runOn(speed, before) {
      momentum = requestAnimationFrame((now) => {
        momentum = 0;
        const elapsed = Math.min(50, Math.max(0, now - before));
        scroll(0, speed * elapsed);
        const slower = speed * Math.exp(-elapsed / 325);
        if (Math.abs(slower) > kSlowest) runOn(slower, now);
      });
    }

    application.addEventListener('pointerdown', (event) => {
      stopMomentum();
      dragged = false;
      _web_pointer_held(1);
      if (event.pointerType === 'touch') {
        finger = event.isPrimary
          ? { id: event.pointerId, x: event.clientX, y: event.clientY, time: event.timeStamp, speed: 0, dragging: false }
          : null;  // a second finger: the browser zooms
        return;
      }
      place(event);
      if (event.button !== 0 || mirror.controlAt(event.target)) return;
      application.setPointerCapture(event.pointerId);
      _web_pointer_button(1);
    });
    application.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch') {
        place(event);
        return;
      }
      if (!finger || finger.id !== event.pointerId) return;
      const x = finger.x - event.clientX;
      const y = finger.y - event.clientY;
      if (!finger.dragging && Math.hypot(x, y) < kDragStart) return;
      finger.dragging = true;
      dragged = true;
      const elapsed = Math.max(1, event.timeStamp - finger.time);
      finger.speed = 0.7 * (y / elapsed) + 0.3 * finger.speed;
      finger.x = event.clientX;
      finger.y = event.clientY;
      finger.time = event.timeStamp;
      scroll(x, y);
    });
    function release(event) {
      _web_pointer_held(0);
      if (event.pointerType !== 'touch') {
        _web_pointer_button(0);
        frameLoop.wake();
        return;
      }
      if (finger && finger.dragging && event.type === 'pointerup' && event.timeStamp - finger.time < 80 && !still.matches) {
        runOn(finger.speed, performance.now());
      }
      finger = null;
    }
    application.addEventListener('pointerup', release);
    application.addEventListener('pointercancel', release);
    application.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'touch') return;
      _web_pointer_left();
      frameLoop.wake();
    });
    addEventListener('blur', () => {
      _web_pointer_held(0);
      _web_pointer_button(0);
      frameLoop.wake();
    });
    application.addEventListener('click', (event) => {
      if (dragged && event.detail > 0) {
        event.preventDefault();
        return;
      }
      mirror.click(event);
    });

    application.addEventListener('wheel', (event) => {
      if (event.ctrlKey || event.metaKey) return;  // zoom
      const area = event.target;
      if (area.localName === 'textarea' && area.scrollHeight > area.clientHeight + 1) return;
      stopMomentum();
      const unit = event.deltaMode === 1 ? kLine : event.deltaMode === 2 ? page() : 1;
      scroll(event.deltaX * unit, event.deltaY * unit);
    }, { passive: true });

    const distances = {
      ArrowUp: () => -kLine,
      ArrowDown: () => kLine,
      PageUp: () => -page(),
      PageDown: page,
      Home: () => -1e7,
      End: () => 1e7,
    };
    // Whether the application takes the key. A letter by itself is never a shortcut: it is typed, or spoken.
    function isShortcut(event, control) {
      if (event.key.length === 1 && !control) return false;
      const name = (event.shiftKey ? 'Shift+' : '') + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
      let taken = false;
      wasmText(name, (text) => {
        taken = _web_shortcut(text, control ? 1 : 0) !== 0;
      });
      return taken;
    }
    function key(event) {
      // What a browser dispatches for a field that it filled in has no key; a script's may have no element.
      if (!event.key || !(event.target instanceof Element)) return;
      // 229: Safari's key that ends a composition.
      if (event.isComposing || event.keyCode === 229 || event.altKey) return;
      const control = event.ctrlKey || event.metaKey;
      if (isShortcut(event, control)) {
        event.preventDefault();
        return;
      }
      if (control) return;
      const target = event.target;
      const kind = target.localName === 'input' ? target.type : target.localName;
      const writing = kind === 'text' || kind === 'password' || kind === 'textarea' || kind === 'select';
      if (event.key === 'Enter' && (kind === 'text' || kind === 'password')) {
        if (!event.repeat) mirror.enter(target);
        return;
      }
      if ((!writing || event.key === 'Escape') && ownKey(target, event.key)) {
        event.preventDefault();
        return;
      }
      if (writing || (kind === 'radio' && event.key.startsWith('Arrow'))) return;
      let distance = distances[event.key];
      if (event.key === ' ' && !mirror.controlAt(target)) distance = event.shiftKey ? distances.PageUp : distances.PageDown;
      if (!distance) return;
      event.preventDefault();
      stopMomentum();
      scroll(0, distance());
    }
    document.addEventListener('keydown', key);
  },

  input_cursor: function (hand) {
    document.getElementById('application').style.cursor = hand ? 'pointer' : 'default';
  },
});
