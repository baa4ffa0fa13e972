// What the harness's C++ callbacks hand to the test: see vault_harness_page.js.
const harnessLibrary = {
  $harnessText: function (start) {
    return new TextDecoder().decode(HEAPU8.slice(start, HEAPU8.indexOf(0, start)));
  },
  harness_record__deps: ['$harnessText'],
  harness_record: function (id, bytes, size) {
    globalThis.harness.record(harnessText(id), new TextDecoder().decode(HEAPU8.slice(bytes, bytes + size)));
  },
  harness_reply__deps: ['$harnessText'],
  harness_reply: function (fault, detail, state, recoveryKey) {
    globalThis.harness.reply(fault, harnessText(detail), state, harnessText(recoveryKey));
  },
};

if (typeof addToLibrary === 'undefined') mergeInto(LibraryManager.library, harnessLibrary);
else addToLibrary(harnessLibrary);
