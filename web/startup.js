// The first script of the page, and the only one a browser gets that cannot run the rest: it looks for what
// is needed, then fetches program and fonts side by side, and says in plain words when something is missing
// or goes wrong. It shows nothing of a case and sends nothing anywhere.
//   [X] no WebAssembly, no WebGL2   [X] a file that does not come   [X] any uncaught error
const page = document.documentElement;
const failure = document.getElementById('failure');

// The theme chosen here, before anything is drawn (preferences.js, src/app/display_choice.cpp).
try {
  const theme = /\btheme=(light|dark)\b/.exec(localStorage.getItem('common-ground.display'));
  if (theme) page.dataset.theme = theme[1];
} catch { /* a browser that keeps nothing */ }

// Numbers for the tests, and whether the program has stopped for good.
globalThis.commonGround = { frames: 0, stopped: false };

function explain(title, paragraphs, reload) {
  if (commonGround.stopped) return;
  commonGround.stopped = true;
  document.getElementById('opening').hidden = true;
  document.getElementById('application').hidden = true;
  document.getElementById('failure-title').textContent = title;
  document.getElementById('failure-text').replaceChildren(...paragraphs.map((words) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = words;
    return paragraph;
  }));
  document.getElementById('failure-reload').hidden = !reload;
  document.title = `${title} – Common Ground`;
  failure.hidden = false;
  document.getElementById('failure-title').focus();
}

function crash() {
  explain('Sorry, something went wrong', [
    'Common Ground has stopped, so that nothing wrong is written.',
    'What it told you was saved is safe on this device. What you were typing when this happened may be lost.',
    'Reload the page to go on.',
  ], true);
}

function incomplete() {
  explain('Common Ground could not be opened', [
    'A part of it could not be fetched. Check your connection to the network and reload the page.',
    'If it happens again, tell the people who run this site: a file of the application is missing from the folder.',
    'What was saved on this device is still there.',
  ], true);
}

function unsupported(what) {
  explain('This browser cannot run Common Ground', [
    `Common Ground needs ${what}, which this browser does not have or has switched off.`,
    'Use an up-to-date Microsoft Edge, Google Chrome, Mozilla Firefox or Apple Safari. On a work computer your IT service can help: tell them these words.',
    'Nothing that was saved on this device has been changed.',
  ], false);
}

document.getElementById('failure-reload').addEventListener('click', () => location.reload());
addEventListener('error', (event) => {
  // Harmless, and reported by every browser when a layout takes two passes.
  if (String(event.message).startsWith('ResizeObserver loop')) return;
  // A browser extension's own fault.
  if (event.filename && !event.filename.startsWith(location.origin)) return;
  crash();
});
addEventListener('unhandledrejection', crash);

async function fetched(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function compiled() {
  const response = await fetched('app.wasm');
  // A server that does not know the type sends the same bytes under another name.
  const type = response.headers.get('content-type') || '';
  return type.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

async function open() {
  const font = (name) => fetched(`fonts/${name}`).then((response) => response.arrayBuffer());
  const fonts = { regular: font('interface-regular.ttf'), bold: font('interface-bold.ttf') };
  const program = compiled();
  let started;
  try {
    [{ default: started }] = await Promise.all([import('./app.js'), program, fonts.regular, fonts.bold]);
  } catch {
    incomplete();
    return;
  }
  await started({
    fonts,
    instantiateWasm(imports, done) {
      program.then((module) => WebAssembly.instantiate(module, imports)
        .then((instance) => done(instance, module)), crash);
      return {};
    },
    onAbort: crash,
  });
}

function webgl2() {
  // The very context the program draws with: opening a second one for the test would cost as much again.
  const wanted = { alpha: false, depth: false, stencil: false, antialias: false, powerPreference: 'low-power' };
  const canvas = document.getElementById('canvas');
  canvas.width = Math.round(innerWidth * devicePixelRatio);  // what canvas.js will find, most often
  canvas.height = Math.round(innerHeight * devicePixelRatio);
  return canvas.getContext('webgl2', wanted);
}

page.dataset.script = 'yes';
if (typeof WebAssembly !== 'object') {
  unsupported('WebAssembly');
} else if (!webgl2()) {
  unsupported('WebGL 2');
} else {
  open();
}
