// appearance.h in the browser.
//   [X] light and dark   [X] forced colours   [X] the browser's default font size
addToLibrary({
  appearance_follow__deps: ['$frameLoop'],
  appearance_follow: function () {
    const kLight = 0;
    const kDark = 1;
    const kForced = 2;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const forced = matchMedia('(forced-colors: active)');
    const probe = document.getElementById('probe');
    let last = '';

    function systemColour(name) {
      probe.style.color = name;
      const parts = getComputedStyle(probe).color.match(/\d+/g).map(Number);
      return (parts[0] << 16) | (parts[1] << 8) | parts[2];
    }
    function report() {
      const theme = forced.matches ? kForced : dark.matches ? kDark : kLight;
      const scale = parseFloat(getComputedStyle(probe).fontSize) / 16 || 1;
      const colours = ['Canvas', 'CanvasText', 'ButtonFace', 'Highlight', 'LinkText'].map(systemColour);
      const now = [theme, scale].concat(colours);
      if (now.join() === last) return;
      last = now.join();
      _web_appearance.apply(null, now);
      frameLoop.wake();
    }
    dark.addEventListener('change', report);
    forced.addEventListener('change', report);
    // No event tells of a changed font size: look when the user comes back from the settings.
    addEventListener('focus', report);
    addEventListener('resize', report);
    report();
  },
});
