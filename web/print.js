// print.h in the browser: a document as elements of the page, there only while it is printed (style.css).
//   [X] documents block by block   [X] any other page: the words of its elements   [X] gone afterwards
addToLibrary({
  $printing__deps: ['$createPrinting'],
  $printing__postset: 'printing = createPrinting();',
  $printing: {},
  $createPrinting: function () {
    const element = (name, text, className) => {
      const it = document.createElement(name);
      if (text !== undefined) it.textContent = text;
      if (className) it.className = className;
      return it;
    };
    const row = (name, cells) => {
      const it = element('tr');
      for (const cell of cells) it.append(element(name, cell));
      return it;
    };
    const table = (block, rows) => {
      const it = element('table');
      if (block.caption) it.append(element('caption', block.caption));
      it.append(...rows);
      return it;
    };
    const kBlocks = {
      heading: (block) => element('h' + block.level, block.text),
      paragraph: (block) => element('p', block.text, block.emphasis),
      key_values: (block) => table(block, block.rows.map((one) => {
        const it = element('tr');
        it.append(element('th', one.key), element('td', one.value));
        it.firstChild.scope = 'row';
        return it;
      })),
      table: (block) => table(block, [row('th', block.columns)].concat(block.rows.map((cells) => row('td', cells)))),
      checklist: (block) => {
        const it = element('ul', undefined, 'checklist');
        it.append(...block.items.map((item) => element('li', (item.checked ? '☑ ' : '☐ ') + item.text)));
        return it;
      },
      list: (block) => {
        const it = element(block.ordered ? 'ol' : 'ul');
        it.append(...block.items.map((item) => element('li', item)));
        return it;
      },
    };
    // What is pressed, but for what also names its item, its row or its column.
    const isOnlyPressed = (node) => node.matches('button') &&
      !node.matches('li > [role=link]:first-child, [role=rowheader] > [role=link], [role=columnheader] > button');
    // The page's words in the order in which a screen reader tells them; what is only pressed is left out.
    function pageBlocks() {
      const blocks = [];
      for (const node of document.querySelectorAll('#nodes [data-node]')) {
        const isField = node.matches('input, textarea, select');
        if (node.closest('header, nav') || isOnlyPressed(node) || (!isField && node.querySelector('[data-node]'))) continue;
        const text = isField ? [node.getAttribute('aria-label'), node.value].filter(Boolean).join(': ') : node.textContent;
        if (!text || (isField && /^(checkbox|radio|password)$/.test(node.type) && !node.checked)) continue;
        const level = /^H([1-4])$/.exec(node.tagName);
        blocks.push(level ? { type: 'heading', level: Number(level[1]), text } : { type: 'paragraph', text });
      }
      return blocks;
    }
    function show(text) {
      hide();
      const shown = text ? JSON.parse(text) : { blocks: pageBlocks() };
      const paper = element('div');
      paper.id = 'paper';
      paper.append(...shown.blocks.map((block) => kBlocks[block.type](block)));
      const foot = [shown.reference, shown.author, shown.fingerprint && 'Case file check code ' + shown.fingerprint];
      if (shown.reference) paper.append(element('p', foot.filter(Boolean).join(' · '), 'hint'));
      document.body.append(paper);
    }
    function hide() {
      const paper = document.getElementById('paper');
      if (paper) paper.remove();
    }
    return { show, hide };
  },

  print_follow__deps: ['$printing'],
  print_follow: function () {
    addEventListener('beforeprint', () => _web_print());
    addEventListener('afterprint', () => printing.hide());
  },
  print_take__deps: ['$printing'],
  print_take: function (document, size) {
    printing.show(UTF8ToString(document, size));
  },
});
