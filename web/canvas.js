// canvas.h in the browser.
//   [X] exact device pixels (devicePixelContentBoxSize)   [X] zoom and moving between screens
//   [X] context lost and restored   [ ] no WebGL2: only explained (startup.js)
addToLibrary({
  $canvasSize__deps: ['$createCanvasSize'],
  $canvasSize__postset: 'canvasSize = createCanvasSize();',
  $canvasSize: {},
  $createCanvasSize__deps: ['$frameLoop'],
  $createCanvasSize: function () {
    const canvas = document.getElementById('canvas');
    const application = document.getElementById('application');
    let box = null;  // the browser's own count of device pixels, when it has one

    // Under the emulation of developer tools the browser's count is not scaled, and is then far off.
    function exact(own, computed) {
      return own && Math.abs(own - computed) <= 2 ? own : Math.max(1, Math.round(computed));
    }
    function measure() {
      const ratio = globalThis.devicePixelRatio || 1;
      const area = application.getBoundingClientRect();
      const width = exact(box && box.inlineSize, area.width * ratio);
      const height = exact(box && box.blockSize, area.height * ratio);
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      _web_canvas_size(width, height, ratio);
      frameLoop.drawNow();
    }
    function watchRatio() {
      matchMedia('(resolution: ' + globalThis.devicePixelRatio + 'dppx)').addEventListener('change', () => {
        box = null;
        measure();
        watchRatio();
      }, { once: true });
    }
    function follow() {
      const observer = new ResizeObserver((entries) => {
        const sizes = entries[entries.length - 1].devicePixelContentBoxSize;
        box = sizes ? sizes[0] : null;
        measure();
      });
      try {
        observer.observe(canvas, { box: 'device-pixel-content-box' });
      } catch (unsupported) {  // Safari
        observer.observe(canvas);
      }
      addEventListener('resize', measure);
      watchRatio();
      canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();  // asks for it back
        _web_canvas_lost();
      });
      canvas.addEventListener('webglcontextrestored', () => {
        _web_canvas_restored();
        frameLoop.wake();
      });
      measure();
    }
    return { follow };
  },

  canvas_follow_size__deps: ['$canvasSize'],
  canvas_follow_size: function () {
    canvasSize.follow();
  },
  canvas_set_colours: function (text, background) {
    const style = document.documentElement.style;
    const css = (colour) => '#' + colour.toString(16).padStart(6, '0');
    style.setProperty('--ink', css(text));
    style.setProperty('--paper', css(background));
  },
});
