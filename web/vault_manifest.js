// The manifest of the vault: which records there are, in a size that does not grow with them, so that
// one commit changes it in the time of its own records. Opening the vault subtracts what was read
// from what was written; what remains is what is missing, rolled back or added, by its id.
// It is not encryption: it is stored sealed. The marks are 128 random bits each, new at every writing
// and known only inside the sealed records, so that no choice of deletions or old values cancels out.
// Method: an invertible Bloom lookup table (Goodrich and Mitzenmacher 2011), four rows of twelve.
//
// An item is 14 words of 32 bits: id 0-3, place 4-7, mark 8-11, generation 12, check 13.
// A cell is 15: how many items, then the exclusive or of the items.
// An item is in one cell of each row, chosen by its mark: a row on its own is the digest of all.
const vaultManifest = {
  $VaultManifest__deps: ['$VaultKeys'],
  $VaultManifest: {
    kRows: 4,
    kColumns: 12,
    kItem: 14,
    kCell: 15,

    empty: () => new Uint32Array(VaultManifest.kRows * VaultManifest.kColumns * VaultManifest.kCell),

    // id, place, mark: 16 bytes each.
    item: function (id, place, mark, generation) {
      const item = new Uint32Array(VaultManifest.kItem);
      const bytes = new Uint8Array(item.buffer);
      bytes.set(id, 0);
      bytes.set(place, 16);
      bytes.set(mark, 32);
      item[12] = generation;
      item[13] = VaultManifest.check(item);
      return item;
    },
    id: (item) => VaultKeys.hex(new Uint8Array(item.buffer, item.byteOffset, 16)),
    place: (item) => VaultKeys.hex(new Uint8Array(item.buffer, item.byteOffset + 16, 16)),
    mark: (item) => VaultKeys.hex(new Uint8Array(item.buffer, item.byteOffset + 32, 16)),

    // Tells a cell of one item from a sum of several; no secret depends on it.
    check: function (item) {
      let sum = 0x811c9dc5;
      for (let i = 0; i < 13; i++) {
        sum = Math.imul(sum ^ item[i], 0x9e3779b1);
        sum ^= sum >>> 15;
      }
      return sum >>> 0;
    },

    // change: 1 to add the item, -1 to take it away.
    apply: function (cells, item, change) {
      for (let row = 0; row < VaultManifest.kRows; row++) {
        const column = item[8 + row] % VaultManifest.kColumns;
        const at = (row * VaultManifest.kColumns + column) * VaultManifest.kCell;
        cells[at] += change;
        for (let i = 0; i < VaultManifest.kItem; i++) cells[at + 1 + i] ^= item[i];
      }
    },

    // What remains in `cells` after subtraction, item by item. Uses `cells` up.
    // `whole` is false where too much remains to be told apart (from about thirty items on).
    decode: function (cells) {
      const written = [];
      const found = [];
      for (let progress = true; progress;) {
        progress = false;
        for (let at = 0; at < cells.length; at += VaultManifest.kCell) {
          const count = cells[at] | 0;
          if (count !== 1 && count !== -1) continue;
          const item = cells.slice(at + 1, at + VaultManifest.kCell);
          if (item[13] !== VaultManifest.check(item)) continue;
          (count === 1 ? written : found).push(item);
          VaultManifest.apply(cells, item, -count);
          progress = true;
        }
      }
      return { written, found, whole: cells.every((word) => word === 0) };
    },

    // found: the items of every record that opened. unreadable: the places of those that did not.
    // Gives `damage`, the words for the reply (src/ports/vault.h), and `items` by id: what
    // the manifest holds, so that a later commit of the same id puts the damage right.
    compare: function (cells, found, unreadable) {
      const rest = cells.slice();
      const items = new Map();
      for (const item of found) {
        VaultManifest.apply(rest, item, -1);
        const id = VaultManifest.id(item);
        const other = items.get(id);
        if (!other || other[12] < item[12]) items.set(id, item);
      }
      const remains = VaultManifest.decode(rest);
      const words = [];
      const extra = new Map(remains.found.map((item) => [VaultManifest.id(item), item]));
      let unnamed = unreadable.size;
      for (const item of remains.written) {
        const id = VaultManifest.id(item);
        const changed = unreadable.has(VaultManifest.place(item));
        if (changed) unnamed--;
        words.push((changed ? 'changed:' : extra.has(id) ? 'older:' : 'missing:') + id);
        extra.delete(id);
        items.set(id, item);
      }
      for (const item of extra.values()) {
        const id = VaultManifest.id(item);
        words.push('added:' + id);
        const kept = items.get(id);
        if (VaultManifest.mark(kept) === VaultManifest.mark(item)) kept.unlisted = true;
      }
      if (!remains.whole || unnamed > 0) words.push('manifest');
      return { damage: words.sort(), items };
    },
  },
};

if (typeof addToLibrary === 'undefined') mergeInto(LibraryManager.library, vaultManifest);
else addToLibrary(vaultManifest);
