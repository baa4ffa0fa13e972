// notifications.h in the browser.
//   [X] asked only when called   [X] one at a time, the later in place of the former   [X] a press leads to the tab
//   [X] browsers without them, and those where only installed applications have them (Chrome on Android)
addToLibrary({
  $notifying: { refusesPages: null },
  // Chrome on Android has the constructor only to throw. Where nothing is allowed yet, a try shows nothing.
  $refusesPages__deps: ['$notifying'],
  $refusesPages: function () {
    if (notifying.refusesPages === null && Notification.permission !== 'granted') {
      try {
        new Notification('');
        notifying.refusesPages = false;
      } catch (error) {
        notifying.refusesPages = true;
      }
    }
    return notifying.refusesPages === true;
  },

  // The numbers of ports::Permission.
  notifications_permission__deps: ['$refusesPages'],
  notifications_permission: function () {
    if (typeof Notification !== 'function') return 3;
    if (refusesPages()) return 4;
    if (Notification.permission === 'granted') return 1;
    return Notification.permission === 'default' ? 0 : 2;
  },

  notifications_ask: function () {
    const answer = () => _web_permission_answered();
    Promise.resolve(Notification.requestPermission()).then(answer, answer);
  },

  notifications_show__deps: ['$notifying'],
  notifications_show: function (title, text) {
    try {
      const shown = new Notification(UTF8ToString(title), {
        body: UTF8ToString(text), lang: 'en-GB', tag: 'common-ground', renotify: true,
      });
      shown.onclick = () => {
        focus();
        shown.close();
      };
      return 1;
    } catch (error) {
      notifying.refusesPages = true;
      return 0;
    }
  },
});
