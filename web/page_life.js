// page_life.h in the browser.
addToLibrary({
  $askBeforeLeaving: function (event) {
    if (commonGround.leaving) return;  // locked: what was typed is kept, and the page must go
    event.preventDefault();
    event.returnValue = '';  // Chromium before 119
  },
  page_life_unsaved__deps: ['$askBeforeLeaving'],
  page_life_unsaved: function (unsaved) {
    if (unsaved) {
      addEventListener('beforeunload', askBeforeLeaving);
    } else {
      removeEventListener('beforeunload', askBeforeLeaving);
    }
  },
  page_life_follow: function () {
    document.addEventListener('visibilitychange', () => {
      _web_visibility(document.visibilityState === 'visible' ? 1 : 0);
    });
  },
});
