// Loaded before every other Emscripten library of ours: what they all need.
// Only what addToLibrary adds is part of the page.
//
// Emscripten before 3.1.35 has mergeInto only; later versions ask for addToLibrary.
if (typeof addToLibrary === 'undefined') {
  globalThis.addToLibrary = (members) => mergeInto(LibraryManager.library, members);
}

addToLibrary({
  // wasmText(text, use): calls use(pointer, length) with the text as UTF-8 and a closing zero; the bytes are
  // gone afterwards. TextEncoder turns a lone half of a surrogate pair into U+FFFD, where Emscripten's own
  // stringToUTF8 would swallow the character behind it.
  $wasmText__deps: ['malloc', 'free'],
  $wasmText: function (text, use) {
    const bytes = new TextEncoder().encode(text);
    const pointer = _malloc(bytes.length + 1);
    HEAPU8.set(bytes, pointer);
    HEAPU8[pointer + bytes.length] = 0;
    use(pointer, bytes.length);
    _free(pointer);
  },

  // The address of a worker: under "require-trusted-types-for 'script'" a plain text is refused.
  $workerAddress__postset: 'var workerPolicy;',
  $workerAddress: function (name) {
    if (!globalThis.trustedTypes) return name;
    workerPolicy = workerPolicy || trustedTypes.createPolicy('common-ground', {
      createScriptURL: (address) => {
        if (!/^[a-z_]+\.js$/.test(address)) throw new TypeError('not a worker of this site');
        return address;
      },
    });
    return workerPolicy.createScriptURL(name);
  },

  // wasmBytes(bytes, use): the same with bytes as they are.
  $wasmBytes__deps: ['malloc', 'free'],
  $wasmBytes: function (bytes, use) {
    const pointer = _malloc(bytes.length + 1);
    HEAPU8.set(bytes, pointer);
    use(pointer, bytes.length);
    _free(pointer);
  },
});
