// address.h in the browser.
//   [X] Back and Forward   [X] an address typed or kept   [X] entries of an earlier page load
addToLibrary({
  $address: {
    load: 0,        // tells this page load's entries from others'
    serial: -1,     // of the page that the current entry stands for
    moved: true,    // the current entry is to stand for the next page: at the start, and after Back or Forward
  },

  address_follow__deps: ['$address', '$wasmText'],
  address_follow: function () {
    const route = () => location.hash.replace(/^#\/?/, '');
    address.load = crypto.getRandomValues(new Uint32Array(1))[0];
    history.scrollRestoration = 'manual';
    addEventListener('popstate', (event) => {
      address.moved = true;
      const ours = event.state && event.state.load === address.load;
      wasmText(route(), (text) => _web_address(ours ? event.state.serial : -1, text));
    });
    if (route()) wasmText(route(), (text) => _web_address(-1, text));
  },

  address_show__deps: ['$address'],
  address_show: function (serial, route) {
    const state = { load: address.load, serial };
    const fragment = '#' + UTF8ToString(route);
    // The same page under another route (a filter) is no new place. But when it stayed although the browser went to
    // another entry (something was being saved), it gets one of its own again, and that other one is still there.
    const same = serial === address.serial;
    if (same === address.moved) history.pushState(state, '', fragment);
    else history.replaceState(state, '', fragment);
    address.moved = false;
    address.serial = serial;
  },
});
