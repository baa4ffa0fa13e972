// A second copy of the vault's database, in a storage bucket of its own, and how the two are kept the same.
// Chromium keeps IndexedDB in LevelDB, which goes on writing behind an entry of its log that a killed browser
// left unfinished; the start after that finds the log broken and empties the database, with everything that was
// saved (github.com/google/leveldb/issues/1287; vault_test.mjs does it on purpose). A bucket has a log of its
// own, and each commit goes to the copy first, then to the database, and only then counts as saved: so no kill
// leaves both unfinished, and whichever was emptied is filled again from the other.
// Firefox and Safari keep IndexedDB in SQLite and have neither the fault nor buckets: there is no copy there.
// Like vault_store.js, this sees only sealed values. An Emscripten --js-library.
const vaultCopy = {
  $VaultCopy__deps: ['$VaultStore', '$VaultFault'],
  $VaultCopy: {
    kName: 'common-ground-copy', // the bucket and the database in it

    db: null,
    inStep: false, // it holds what the database holds, and commits go to both

    // Opens it if it is not open. Without it the vault works.
    connect: async function () {
      if (VaultCopy.db || !navigator.storageBuckets) return;
      try {
        const bucket = await navigator.storageBuckets.open(VaultCopy.kName);
        const opened = await VaultStore.open(bucket.indexedDB, VaultCopy.kName, VaultCopy.lost);
        VaultCopy.db = opened.db || null;
      } catch (denied) {
        VaultCopy.db = null;
      }
    },
    disconnect: function () {
      if (VaultCopy.db) VaultCopy.db.close();
      VaultCopy.lost();
    },
    lost: function () {
      VaultCopy.db = null;
      VaultCopy.inStep = false;
    },

    // What one of the two holds. → { header, manifest }, undefined where there is none
    standing: async function (db) {
      const meta = db.transaction('meta').objectStore('meta');
      const both = await Promise.all([VaultStore.answerOf(meta.get('header')), VaultStore.newest(db)]);
      return { header: both[0], manifest: both[1] };
    },
    header: async function () {
      const standing = VaultCopy.db && (await VaultCopy.standing(VaultCopy.db).catch(() => null));
      return standing ? standing.header : undefined;
    },

    // Makes the two the same. Only for the one writer. → a fault of the database itself
    reconcile: async function () {
      VaultCopy.inStep = false;
      if (!VaultCopy.db) return VaultFault.kNone;
      const main = await VaultCopy.standing(VaultStore.db);
      const copy = await VaultCopy.standing(VaultCopy.db).catch(() => null);
      if (!copy || (!main.header && !copy.header)) return VaultFault.kNone;
      if (VaultCopy.isNewer(copy, main)) {
        const fault = await VaultCopy.bring(VaultCopy.db, copy, VaultStore.db, 'strict');
        if (fault) return fault;
        VaultCopy.inStep = true;
      } else if (VaultCopy.isSame(copy, main)) {
        VaultCopy.inStep = true;
      } else {
        VaultCopy.inStep = !(await VaultCopy.bring(VaultStore.db, main, VaultCopy.db, 'relaxed'));
      }
      return VaultFault.kNone;
    },
    isNewer: function (copy, main) {
      if (!copy.header || !copy.manifest) return false;
      if (!main.header) return true;
      return main.header.vaultId === copy.header.vaultId &&
        copy.manifest.generation > (main.manifest ? main.manifest.generation : 0);
    },
    // The manifest is sealed anew at each commit: the same bytes are the same commit.
    isSame: function (copy, main) {
      return !!copy.header && copy.header.vaultId === main.header.vaultId && !!copy.manifest && !!main.manifest &&
        copy.manifest.generation === main.manifest.generation && VaultCopy.isSealedAlike(copy.manifest, main.manifest);
    },
    isSealedAlike: (a, b) => indexedDB.cmp(a.iv, b.iv) === 0,

    // Makes `to` hold what `from` holds, in one transaction. → a fault
    bring: async function (from, standing, to, durability) {
      const stale = new Map(); // place → what lies there in `to`, until seen in `from`
      await VaultStore.eachPage(to, (page) => page.forEach(({ place, rev, iv }) => stale.set(place, { rev, iv })));
      const wanted = [];
      await VaultStore.eachPage(from, (page) => page.forEach((value) => {
        const there = stale.get(value.place);
        stale.delete(value.place);
        if (!there || there.rev !== value.rev || !VaultCopy.isSealedAlike(there, value)) wanted.push(value);
      }));
      return VaultStore.transact(to, durability, (meta, records) => {
        meta.clear();
        meta.put(standing.header, 'header');
        if (standing.manifest) meta.put(standing.manifest, standing.manifest.generation);
        for (const place of stale.keys()) records.delete(place);
        for (const value of wanted) records.put(value);
      });
    },

    // Where the copy has no room, or cannot be written, the vault goes on without; the next opening mends it.
    write: async function (change) {
      if (!VaultCopy.inStep) return;
      if (await VaultStore.transact(VaultCopy.db, 'relaxed', change)) await VaultCopy.drop();
    },
    // Also once the database refused what the copy has taken: that was not saved, and must not come back.
    drop: async function () {
      const db = VaultCopy.db;
      VaultCopy.inStep = false;
      if (db) await VaultStore.transact(db, 'relaxed', (meta, records) => (meta.clear(), records.clear()));
    },
  },
};

if (typeof addToLibrary === 'undefined') mergeInto(LibraryManager.library, vaultCopy);
else addToLibrary(vaultCopy);
