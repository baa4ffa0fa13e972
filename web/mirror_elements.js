// What element of the page each role of a node becomes, and what no change of the node alters in it. Roles are numbered
// as in ui/semantics.h.
addToLibrary({
  $mirrorElements: function () {
    const kRoles = [
      'main', 'banner', 'navigation', 'heading', 'text', 'button', 'link', 'field', 'area', 'password', 'checkbox',
      'radio', 'radiogroup', 'group', 'select', 'list', 'item', 'table', 'row', 'columnheader', 'rowheader', 'cell',
      'term', 'definition', 'status', 'alert', 'image', 'dialog', 'region', 'tablist', 'tab', 'tabpanel', 'progress',
    ];
    // What element a role becomes; what role it says when the element does not say it by itself.
    const kElements = {
      main: 'main', banner: 'header', navigation: 'nav', text: 'p', button: 'button', link: 'button', field: 'input',
      area: 'textarea', password: 'input', checkbox: 'input', radio: 'input', select: 'select', list: 'ul', item: 'li',
      tab: 'button',
    };
    const kSaid = {
      link: 'link', radiogroup: 'radiogroup', group: 'group', list: 'list', table: 'table', row: 'row',
      columnheader: 'columnheader', rowheader: 'rowheader', cell: 'cell', term: 'term', definition: 'definition',
      status: 'status', alert: 'alert', image: 'img', dialog: 'dialog', region: 'region',
      tablist: 'tablist', tab: 'tab', tabpanel: 'tabpanel', progress: 'progressbar',
    };
    const kWords = new Set([  // their name is what is written in them
      'heading', 'text', 'button', 'link', 'tab', 'item', 'columnheader', 'rowheader', 'cell', 'term', 'definition', 'status',
    ]);
    const kTyped = new Set(['field', 'area', 'password']);
    const kPressed = new Set(['button', 'link', 'tab', 'checkbox', 'radio']);

    function attribute(element, name, value) {
      if (value === null || value === false || value === '') {
        if (element.hasAttribute(name)) element.removeAttribute(name);
      } else if (element.getAttribute(name) !== String(value)) {
        element.setAttribute(name, String(value));
      }
    }
    function create(id, role, level) {
      const element = document.createElement(role === 'heading' ? 'h' + level : kElements[role] || 'div');
      const entry = { id, element, role, level, words: null, value: '', composing: false, note: null, chosen: -1 };
      element.className = 'node ' + role;
      element.dataset.node = id;
      if (kSaid[role]) element.setAttribute('role', kSaid[role]);
      if (element.localName === 'button') element.type = 'button';
      if (role === 'field') element.type = 'text';
      if (role === 'password' || role === 'checkbox' || role === 'radio') element.type = role;
      if (kTyped.has(role)) {
        // Words about a child go to no spelling, writing or translation service.
        element.spellcheck = false;
        element.setAttribute('autocorrect', 'off');
        element.setAttribute('writingsuggestions', 'false');
        element.setAttribute('autocapitalize', role === 'password' ? 'none' : 'sentences');
      }
      if (role === 'dialog') element.setAttribute('aria-modal', 'true');
      if (role === 'tabpanel') element.id = 'panel-' + id;
      if (role === 'heading' || role === 'alert' || role === 'dialog' || role === 'main') element.tabIndex = -1;
      return entry;
    }
    // The ids of `element`, of what follows it in `root` and of what precedes it: the nearest first.
    function idsAround(root, element) {
      const ids = Array.from(root.querySelectorAll('[data-node]'), (it) => Number(it.dataset.node));
      const at = ids.indexOf(Number(element.dataset.node));
      return ids.slice(at).concat(ids.slice(0, at).reverse());
    }
    const isControl = (entry) => kTyped.has(entry.role) || kPressed.has(entry.role) || entry.role === 'select';
    // The first of `ids` that is there to be used; in sight, if there is one: then nothing has to be scrolled.
    function firstLeft(entries, ids) {
      const left = ids.map((id) => entries.get(id)).filter((it) => it && isControl(it) && !it.element.closest('[inert]'));
      const inSight = left.find(({ element }) => {
        const box = element.getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight;
      });
      return inSight || left[0];
    }

    return { kRoles, kWords, kTyped, kPressed, attribute, create, isControl, idsAround, firstLeft };
  },
});
