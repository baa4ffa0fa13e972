// mirror.h in the browser: the elements as they come, change and go. Flags are numbered as in mirror.cpp.
//   [X] native button, input, textarea, select, checkbox, radio, headings, lists, landmarks
//   [X] focus both ways, never lost   [X] live regions   [X] scrollIntoView   [X] dialogs   [X] IME
//   [ ] links as <a href>: there are no addresses within the application, so a button says it is a link
addToLibrary({
  $mirror__deps: ['$createMirror'],
  $mirror__postset: 'mirror = createMirror();',
  $mirror: {},
  $createMirror__deps: ['$fonts', '$frameLoop', '$mirrorElements', '$wasmText'],
  $createMirror: function () {
    const elements = mirrorElements();
    const kRoles = elements.kRoles;
    const kWords = elements.kWords;
    const kTyped = elements.kTyped;
    const kPressed = elements.kPressed;
    const attribute = elements.attribute;
    const create = elements.create;
    const kChecked = 1;
    const kExpandable = 2;
    const kExpanded = 4;
    const kDisabled = 8;
    const kInvalid = 16;
    const kRequired = 32;
    const kClipped = 64;
    const kHasChildren = 128;
    const kVertical = 256;
    const kSorts = [null, 'none', 'ascending', 'descending'];  // times 512

    const view = document.getElementById('mirror');  // clips; is scrolled by the browser
    const root = document.getElementById('nodes');   // canvas coordinates
    const notes = document.getElementById('notes');  // hidden texts of aria-describedby
    const entries = new Map();   // id → {id, element, role, words, value, composing, note}
    const touched = new Set();   // entries whose element may be ahead of, or beside, what C++ holds
    let updating = false;        // our own changes of focus are reported once, at the end
    let lostFocus = null;        // what is to have it again, or what went with it and stood around that: ids, nearest first
    let dialog = 0;
    let above = 0;               // CSS pixels of the page above the view: the view rests scrolled by so much
    let openers = [];            // what had focus before each dialog, for its end

    const entryOf = (target) => {
      const element = target instanceof Element ? target.closest('[data-node]') : null;
      return element ? entries.get(Number(element.dataset.node)) : undefined;
    };
    const isControl = elements.isControl;

    // ---- elements -------------------------------------------------------------------------------------
    function sameKind(entry, role, level) {
      return entry.role === role && (role !== 'heading' || entry.level === level);
    }
    function write(entry, text) {
      if (entry.words === text) return;
      const first = entry.words === null;
      entry.words = text;
      const show = () => {
        const old = entry.element.firstChild;
        if (old && old.nodeType === Node.TEXT_NODE) old.remove();
        if (entry.words) entry.element.prepend(entry.words);
      };
      // A live region speaks when it changes, not when it appears with its words already in it.
      if (entry.role === 'status' && text) {
        if (!first) entry.element.textContent = '';
        setTimeout(show, 60);
      } else {
        show();
      }
    }
    function describe(entry, text) {
      if (!text) {
        if (entry.note) entry.note.remove();
        entry.note = null;
      } else {
        if (!entry.note) {
          entry.note = document.createElement('div');
          entry.note.id = 'note-' + entry.id;
          notes.append(entry.note);
        }
        if (entry.note.textContent !== text) entry.note.textContent = text;
      }
      attribute(entry.element, 'aria-describedby', entry.note ? entry.note.id : null);
    }
    function setOptions(entry, joined) {
      if (entry.joined === joined) return;
      entry.joined = joined;
      entry.element.replaceChildren.apply(entry.element, joined.split('\x1f').map((words) => new Option(words)));
    }
    // What C++ holds, unless a composition is under way or the value never leaves the page.
    function settle(entry) {
      const element = entry.element;
      if (entry.role === 'select') {
        if (element.selectedIndex !== entry.chosen) element.selectedIndex = entry.chosen;
      } else if (entry.role === 'field' || entry.role === 'area') {
        if (!entry.composing && element.value !== entry.value) element.value = entry.value;
      }
    }
    function upsert(id, parentId, roleNumber, flags, level, chosen, name, value, description, options, field, autocomplete, inputMode, keys, controls) {
      const role = kRoles[roleNumber];
      let entry = entries.get(id);
      if (entry && !sameKind(entry, role, level)) {
        const children = Array.from(entry.element.children);
        remove(id);
        entry = create(id, role, level);
        entry.element.append.apply(entry.element, children);
        entries.set(id, entry);
      } else if (!entry) {
        entry = create(id, role, level);
        entries.set(id, entry);
      }
      const element = entry.element;
      if (!element.isConnected) parentElement(parentId).append(element);
      element.classList.toggle('clipped', (flags & kClipped) !== 0);

      if (kWords.has(role)) {
        const own = role === 'definition' || role === 'cell' || role === 'status' ? value || name : name;
        // Its children say it already.
        write(entry, flags & kHasChildren && (role === 'item' || own === name) ? '' : own);
        if (role === 'status' && entry.token !== value) {
          if (entry.token !== undefined && value && name) announceAgain(entry);
          entry.token = value;
        }
      } else {
        attribute(element, 'aria-label', name);
      }
      fonts.need(name + value + description + options);
      describe(entry, description);
      if (role === 'select') {
        setOptions(entry, options);
        entry.chosen = chosen;
      }
      entry.value = value;
      settle(entry);
      if (role === 'checkbox' || role === 'radio') element.checked = (flags & kChecked) !== 0;
      if (role === 'radio') element.name = 'group-' + parentId;
      if (role === 'button') {
        attribute(element, 'aria-expanded', flags & kExpandable ? (flags & kExpanded ? 'true' : 'false') : null);
        attribute(element, 'aria-pressed', flags & kChecked ? 'true' : null);
      }
      if (role === 'link') attribute(element, 'aria-current', flags & kChecked ? 'true' : null);
      if (isControl(entry) || role === 'radiogroup') {
        attribute(element, 'aria-disabled', flags & kDisabled ? 'true' : null);
        if (role !== 'button' && role !== 'link' && role !== 'radio') {
          attribute(element, 'aria-invalid', flags & kInvalid ? 'true' : null);
          attribute(element, 'aria-required', flags & kRequired ? 'true' : null);
        }
      }
      if (kTyped.has(role)) {
        attribute(element, 'data-field', field);
        attribute(element, 'autocomplete', autocomplete);
        attribute(element, 'inputmode', inputMode);
        element.readOnly = (flags & kDisabled) !== 0;
      }
      if (role === 'row') attribute(element, 'aria-rowindex', level || null);
      if (role === 'table') attribute(element, 'aria-rowcount', level || null);
      if (role === 'columnheader') attribute(element, 'aria-sort', kSorts[flags >> 9]);
      if (role === 'tablist') attribute(element, 'aria-orientation', flags & kVertical ? 'vertical' : null);
      if (role === 'tab') {
        attribute(element, 'aria-selected', flags & kChecked ? 'true' : 'false');
        attribute(element, 'aria-controls', controls ? 'panel-' + controls : null);
        element.tabIndex = flags & kChecked ? 0 : -1;
      }
      if (role === 'progress') attribute(element, 'aria-valuenow', value);
      attribute(element, 'aria-keyshortcuts', keys);
    }
    function announceAgain(entry) {
      const words = entry.words;
      entry.element.textContent = '';
      setTimeout(() => {
        if (entry.words === words) entry.element.textContent = words;
      }, 60);
    }
    function parentElement(id) {
      const parent = entries.get(id);
      return parent ? parent.element : root;
    }
    function remove(id) {
      const entry = entries.get(id);
      if (entry.element.contains(document.activeElement)) lostFocus = elements.idsAround(root, document.activeElement);
      if (entry.note) entry.note.remove();
      entry.element.remove();
      entries.delete(id);
      touched.delete(entry);
    }
    function order(pairs, count) {
      const next = new Map();  // parent element → where its next child belongs
      for (let i = 0; i < count; i++) {
        const parent = parentElement(HEAPU32[(pairs >> 2) + 2 * i]);
        const element = entries.get(HEAPU32[(pairs >> 2) + 2 * i + 1]).element;
        let place = next.has(parent) ? next.get(parent) : parent.firstElementChild;
        if (element === place) {
          place = place.nextElementSibling;
        } else {
          // Moving takes the focus away.
          if (element.contains(document.activeElement)) lostFocus = document.activeElement;
          parent.insertBefore(element, place);
        }
        next.set(parent, place);
      }
    }

    // ---- focus ----------------------------------------------------------------------------------------
    function reportFocus() {
      const entry = entryOf(document.activeElement);
      const visible = entry && document.activeElement.matches(':focus-visible');
      _web_focused(entry ? entry.id : 0, visible ? 1 : 0);
    }
    function focus(entry) {
      if (!entry) return false;
      if (!isControl(entry) && !entry.element.hasAttribute('tabindex')) entry.element.tabIndex = -1;
      entry.element.focus();
      return document.activeElement === entry.element;
    }
    // Focus must never fall to the page's body: a screen reader would start from nowhere. A control that went hands it
    // to the nearest that is left, and the page stays where it is.
    function rescueFocus() {
      const heir = Array.isArray(lostFocus) && elements.firstLeft(entries, lostFocus);
      if (heir) return heir.element.focus({ preventScroll: true });
      const place = (dialog && entries.get(dialog).element) || root.querySelector('h1') || root.querySelector('main');
      if (place) place.focus();
    }
    function setDialog(id) {
      if (id === dialog) return;
      const opened = id !== 0;
      if (opened) openers.push(entryOf(document.activeElement));
      dialog = id;
      for (const element of Array.from(root.querySelectorAll('[inert]'))) element.inert = false;
      if (!opened) {
        const opener = openers.shift();
        openers = [];
        if (lostFocus) lostFocus = [];  // to no neighbour
        if (opener && opener.element.isConnected) lostFocus = opener.element;
        return;
      }
      lostFocus = entries.get(id).element;
    }
    // Also what has come since the dialog opened.
    function closeOff() {
      for (let inside = entries.get(dialog).element; inside !== root; inside = inside.parentElement) {
        for (const sibling of Array.from(inside.parentElement.children)) {
          if (sibling !== inside) sibling.inert = true;
        }
      }
    }
    function end(focusId, dialogId) {
      setDialog(dialogId);
      if (dialog) closeOff();
      for (const entry of touched) settle(entry);
      touched.clear();
      if (!focus(entries.get(focusId)) && lostFocus) {
        if (lostFocus instanceof Element && lostFocus.isConnected) lostFocus.focus();
        if (!entryOf(document.activeElement)) rescueFocus();
      }
      lostFocus = null;
      updating = false;
      reportFocus();
    }

    // ---- what comes back ------------------------------------------------------------------------------
    function click(event) {
      const entry = entryOf(event.target);
      if (!entry || !kPressed.has(entry.role)) return;
      event.preventDefault();  // a box shows what C++ decides
      if (entry.element.getAttribute('aria-disabled') === 'true') return;
      _web_activate(entry.id);
      frameLoop.wake();
    }
    function enter(target) {
      const entry = entryOf(target);
      if (!entry || (entry.role !== 'field' && entry.role !== 'password')) return;
      _web_activate(entry.id);
      frameLoop.wake();
    }
    function typed(event) {
      const entry = entryOf(event.target);
      if (!entry) return;
      if (entry.role === 'select') {
        _web_choose(entry.id, entry.element.selectedIndex);
      } else if (entry.role === 'field' || entry.role === 'area') {
        wasmText(entry.element.value, (text) => _web_set_text(entry.id, text));
      }
      touched.add(entry);
      frameLoop.wake();
    }
    function composing(event) {
      const entry = entryOf(event.target);
      if (!entry) return;
      entry.composing = event.type === 'compositionstart';
      touched.add(entry);
      frameLoop.wake();
    }
    function focusMoved() {
      if (updating) return;
      reportFocus();
      frameLoop.wake();
    }
    // The browser scrolls the view to show what has focus or was asked for: the drawn page scrolls
    // instead. The view has the page's own range, so that both come to rest at the same place: a press
    // that begins between the two must not find its button moved.
    function scrolled() {
      const x = view.scrollLeft;
      const y = Math.round(view.scrollTop - above);
      if (x === 0 && y === 0) return;
      view.scrollTo(0, above);
      _web_scroll(x, y);
      frameLoop.wake();
    }
    function range(newAbove, below) {
      scrolled();  // what the browser did before it told us
      above = newAbove;
      view.firstElementChild.style.height = `calc(100% + ${above + below}px)`;
      root.style.top = `${above}px`;
      view.scrollTo(0, above);
    }
    function start() {
      view.addEventListener('scroll', scrolled);
      root.addEventListener('input', typed);
      root.addEventListener('compositionstart', composing);
      root.addEventListener('compositionend', composing);
      root.addEventListener('focusin', focusMoved);
      root.addEventListener('focusout', (event) => {
        // The window itself losing focus leaves the element as it was.
        if (!event.relatedTarget && document.hasFocus()) queueMicrotask(focusMoved);
      });
    }

    return {
      start,
      range,
      begin: function () {
        updating = true;
      },
      upsert,
      place: function (id, x, y, width, height) {
        const style = entries.get(id).element.style;
        style.left = x + 'px';
        style.top = y + 'px';
        style.width = width + 'px';
        style.height = height + 'px';
      },
      remove,
      order,
      end,
      click,
      enter,
      controlAt: function (target) {
        const entry = entryOf(target);
        return entry !== undefined && isControl(entry);
      },
      measures: function (font, line, fieldPadding, areaPadding) {
        const style = root.style;
        style.setProperty('--font', font + 'px');
        style.setProperty('--line', line + 'px');
        style.setProperty('--field-padding', fieldPadding + 'px');
        style.setProperty('--area-padding', areaPadding + 'px');
      },
    };
  },

  mirror_start__deps: ['$mirror'],
  mirror_start: function () {
    mirror.start();
  },
  mirror_begin__deps: ['$mirror'],
  mirror_begin: function () {
    mirror.begin();
  },
  mirror_upsert__deps: ['$mirror'],
  mirror_upsert: function (id, parent, role, flags, level, chosen, name, value, description, options, field, autocomplete, inputMode, keys, controls) {
    mirror.upsert(id >>> 0, parent >>> 0, role, flags, level, chosen, UTF8ToString(name), UTF8ToString(value),
      UTF8ToString(description), UTF8ToString(options), UTF8ToString(field), UTF8ToString(autocomplete), UTF8ToString(inputMode),
      UTF8ToString(keys), controls >>> 0);
  },
  mirror_place__deps: ['$mirror'],
  mirror_place: function (id, x, y, width, height) {
    mirror.place(id >>> 0, x, y, width, height);
  },
  mirror_remove__deps: ['$mirror'],
  mirror_remove: function (id) {
    mirror.remove(id >>> 0);
  },
  mirror_order__deps: ['$mirror'],
  mirror_order: function (pairs, count) {
    mirror.order(pairs, count);
  },
  mirror_title: function (title) {
    document.title = UTF8ToString(title);
  },
  mirror_measures__deps: ['$mirror'],
  mirror_measures: function (font, line, fieldPadding, areaPadding) {
    mirror.measures(font, line, fieldPadding, areaPadding);
  },
  mirror_range__deps: ['$mirror'],
  mirror_range: function (above, below) {
    mirror.range(above, below);
  },
  mirror_end__deps: ['$mirror'],
  mirror_end: function (focus, dialog) {
    mirror.end(focus >>> 0, dialog >>> 0);
  },
});
