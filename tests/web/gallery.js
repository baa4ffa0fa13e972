// gallery.cpp for the test: globalThis.gallery.
addToLibrary({
  gallery_start__deps: ['$wasmText', '$frameLoop'],
  gallery_start: function () {
    globalThis.gallery = {
      show: (part) => wasmText(part, (text) => _gallery_show(text)),
      value: (name) => {
        let value = null;
        wasmText(name, (text) => {
          const found = _gallery_value(text);
          value = found ? UTF8ToString(found) : null;
        });
        return value;
      },
      unsaved: (unsaved) => _gallery_unsaved(unsaved ? 1 : 0),
      download: (name, content) => wasmText(name, (n) => wasmText(content, (c) => _gallery_download(n, c))),
      abort: () => _gallery_abort(),
    };
  },
});
