// fonts.h in the browser.
//   [X] the same bytes for the canvas and the fields   [X] Greek and Cyrillic when a text needs them
//   [ ] any other script: drawn as U+FFFD on the canvas, right in a field while it is typed
addToLibrary({
  $fonts__deps: ['$createFonts'],
  $fonts__postset: 'fonts = createFonts();',
  $fonts: {},
  $createFonts__deps: ['$wasmBytes'],
  $createFonts: function () {
    const kRegular = 0;
    const kBold = 1;
    let more = null;

    function draw(face, buffer) {
      wasmBytes(new Uint8Array(buffer), (pointer, length) => _web_font(face, pointer, length));
    }
    function write(buffer) {
      document.fonts.add(new FontFace('Interface', buffer));
    }
    return {
      start: function () {
        const fetched = Module['fonts'];
        fetched['regular'].then((regular) => {
          write(regular);
          draw(kRegular, regular);
          return fetched['bold'].then((bold) => {
            draw(kBold, bold);
            draw(kBold, regular);  // letters the bold face lacks
          });
        });
      },
      // Called with every text that is shown; fetches once what the first two faces lack.
      need: function (text) {
        if (more || !/[\u0370-\u052f\u1f00-\u1fff]/.test(text)) return;
        more = fetch('fonts/interface-more.ttf')
          .then((response) => (response.ok ? response.arrayBuffer() : Promise.reject(response.status)))
          .then((buffer) => {
            draw(kRegular, buffer);
            draw(kBold, buffer);
            const face = new FontFace('Interface', buffer, { unicodeRange: 'U+0370-052F, U+1F00-1FFF' });
            document.fonts.add(face);
          }, () => {});  // no network: the letters stay U+FFFD on the canvas, and nothing else is lost
      },
    };
  },

  fonts_start__deps: ['$fonts'],
  fonts_start: function () {
    fonts.start();
  },
});
