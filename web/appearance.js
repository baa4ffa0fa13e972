// appearance.h in the browser.
//   [X] light and dark   [X] forced colours, before every choice   [X] the browser's default font size
addToLibrary({
  $appearance: {
    chosen: 0,     // as app::ThemeChoice: the device's, light, dark
    report: null,  // once it is followed
  },

  appearance_choose__deps: ['$appearance'],
  appearance_choose: function (theme) {
    appearance.chosen = theme;
    // Fields and scrollbars are the browser's own and follow it by style.css.
    const page = document.documentElement;
    if (theme === 0) delete page.dataset.theme;
    else page.dataset.theme = theme === 1 ? 'light' : 'dark';
    // Not within the frame in which it was chosen.
    if (appearance.report) queueMicrotask(() => appearance.report(true));
  },

  appearance_follow__deps: ['$appearance', '$frameLoop'],
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
    function report(always) {
      const inDark = appearance.chosen === 0 ? dark.matches : appearance.chosen === 2;
      const theme = forced.matches ? kForced : inDark ? kDark : kLight;
      const scale = parseFloat(getComputedStyle(probe).fontSize) / 16 || 1;
      const colours = ['Canvas', 'CanvasText', 'ButtonFace', 'Highlight', 'LinkText'].map(systemColour);
      const now = [theme, scale].concat(colours);
      if (always !== true && now.join() === last) return;
      last = now.join();
      _web_appearance.apply(null, now);
      frameLoop.wake();
    }
    dark.addEventListener('change', report);
    forced.addEventListener('change', report);
    // No event tells of a changed font size: look when the user comes back from the settings.
    addEventListener('focus', report);
    addEventListener('resize', report);
    appearance.report = report;
    report();
  },
});
