// files.h in the browser.
//   [X] download through a Blob URL, revoked   [X] pick a file, up to a size   [X] the site's own files
addToLibrary({
  files_download: function (name, mime, bytes, size) {
    const url = URL.createObjectURL(new Blob([HEAPU8.slice(bytes, bytes + size)], { type: UTF8ToString(mime) }));
    const link = document.createElement('a');
    link.href = url;
    link.download = UTF8ToString(name);
    link.click();
    // The browser reads the Blob after click() has returned; Safari takes longest.
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  },

  files_pick__deps: ['$wasmText', '$wasmBytes'],
  files_pick: function (request, accept, mostBytes) {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = UTF8ToString(accept);
    input.addEventListener('cancel', () => _web_file_picked(request, 0, 0, 0));
    input.addEventListener('change', () => {
      const file = input.files[0];
      const refuse = () =>
        wasmText(file.name, (name) => _web_file_picked(request, name, 0, Math.min(file.size, 0xffffffff)));
      if (file.size > mostBytes) {
        refuse();
        return;
      }
      new Response(file).arrayBuffer().then((buffer) => {
        wasmText(file.name, (name) => {
          wasmBytes(new Uint8Array(buffer), (bytes, size) => _web_file_picked(request, name, bytes, size));
        });
      }, refuse);
    });
    input.click();
  },

  files_fetch__deps: ['$wasmText'],
  files_fetch: function (request, path) {
    const answer = (status, text) =>
      wasmText(text, (pointer, size) => _web_fetched(request, status, pointer, size));
    fetch(UTF8ToString(path), { cache: 'no-cache', redirect: 'error' })
      .then((response) => response.text().then((text) => [response.status, text]))
      .catch(() => [0, ''])
      .then((result) => answer(result[0], result[1]));
  },
});
