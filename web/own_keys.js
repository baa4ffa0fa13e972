// Keys that belong to a part of the page rather than to the page: a tab list's, and those that a button of the same
// group or of the open dialog says are its own (aria-keyshortcuts, from ui::Node::keys). Returns whether one was taken.
//   [X] Left, Right, Home, End in a tab list; Up, Down where tabs stand under one another   [X] Escape in a dialog
addToLibrary({
  $ownKey: function (target, key) {
    function moveTab(tab) {
      const list = tab.parentElement;
      const tabs = Array.from(list.children);
      const upright = list.getAttribute('aria-orientation') === 'vertical';
      const at = tabs.indexOf(tab);
      const to = {
        [upright ? 'ArrowUp' : 'ArrowLeft']: (at + tabs.length - 1) % tabs.length,
        [upright ? 'ArrowDown' : 'ArrowRight']: (at + 1) % tabs.length,
        Home: 0,
        End: tabs.length - 1,
      }[key];
      if (to === undefined) return false;
      tabs[to].focus();
      tabs[to].click();
      return true;
    }

    if (target.getAttribute('role') === 'tab') return moveTab(target);
    const name = { '+': 'Plus', '=': 'Plus', '-': 'Minus' }[key] || key;
    const within = document.querySelector('#nodes [aria-modal]') || target.closest('#nodes [role=group]');
    const button = within && within.querySelector(`[aria-keyshortcuts="${CSS.escape(name)}"]`);
    if (!button) return false;
    button.click();
    return true;
  },
});
