// preferences.h in the browser.
//   [X] kept, one key   [X] site data blocked: not kept, and nothing else happens
addToLibrary({
  preferences_load__deps: ['$wasmText'],
  preferences_load: function () {
    let text = null;
    try {
      text = localStorage.getItem('common-ground.display');  // also in startup.js
    } catch (blocked) {}
    if (text) wasmText(text, (pointer) => _web_preferences(pointer));
  },

  preferences_save: function (text) {
    try {
      localStorage.setItem('common-ground.display', UTF8ToString(text));
    } catch (blocked) {}  // or full: it holds until the page is left
  },
});
