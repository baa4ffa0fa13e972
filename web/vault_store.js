// The vault's database: opening it, one strict transaction, one writer, and the canary that tells an
// emptied store from a first visit. It sees only sealed values; what they mean is vault.js.
// Emscripten's own IndexedDB functions are not used: they acknowledge before the commit.
// An Emscripten --js-library. Source of the rules: the design, section 8.
const vaultStore = {
  // The order of ports::VaultFault.
  $VaultFault: {
    kNone: 0, kInsecureOrigin: 1, kNoIndexedDb: 2, kStorageDenied: 3, kNewerVault: 4, kEmptiedByBrowser: 5,
    kOpenElsewhere: 6, kPassphraseEmpty: 7, kPassphraseTooShort: 8, kPassphrasesDiffer: 9, kWrongPassphrase: 10,
    kRecoveryKeyMalformed: 11, kWrongRecoveryKey: 12, kFull: 13, kDamaged: 14, kAborted: 15,
  },

  $VaultStore__deps: ['$VaultFault', '$VaultCopy'],
  $VaultStore: {
    kName: 'common-ground-vault', // the database, the Web Lock and the canary
    kVersion: 1,
    kPage: 2000,
    kGenerations: 64, // old manifests kept: between this and twice as many

    db: null,
    release: null, // gives the Web Lock back

    // Opens it if it is not open. → a fault.
    connect: async function () {
      if (VaultStore.db) return VaultFault.kNone;
      if (!globalThis.isSecureContext || !globalThis.crypto || !crypto.subtle) return VaultFault.kInsecureOrigin;
      let factory = null;
      try {
        factory = globalThis.indexedDB;
      } catch (denied) {
        return VaultFault.kStorageDenied;
      }
      if (!factory) return VaultFault.kNoIndexedDb;
      const lost = () => (VaultStore.db = null);
      const opened = await VaultStore.open(factory, VaultStore.kName, lost);
      VaultStore.db = opened.db || null;
      if (opened.db) await VaultCopy.connect();
      return opened.fault;
    },

    // lost: called once another tab wants to upgrade or delete it, or the browser took it away; whoever needs it
    // opens it again and finds out what is there. → { fault, db }
    open: function (factory, name, lost) {
      return new Promise((resolve) => {
        let request;
        try {
          request = factory.open(name, VaultStore.kVersion);
        } catch (denied) {
          return resolve({ fault: VaultFault.kStorageDenied });
        }
        request.onupgradeneeded = () => {
          request.result.createObjectStore('meta');
          request.result.createObjectStore('records', { keyPath: 'place' });
        };
        request.onerror = (event) => {
          event.preventDefault();
          const error = request.error ? request.error.name : '';
          resolve({ fault: error === 'VersionError' ? VaultFault.kNewerVault
            : error === 'QuotaExceededError' ? VaultFault.kFull : VaultFault.kStorageDenied });
        };
        request.onsuccess = () => {
          const db = request.result;
          db.onversionchange = db.onclose = () => {
            db.close();
            lost();
          };
          resolve({ fault: VaultFault.kNone, db });
        };
      });
    },

    disconnect: function () {
      if (VaultStore.db) VaultStore.db.close();
      VaultStore.db = null;
      VaultCopy.disconnect();
    },

    answerOf: (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('read'));
      }),

    readPage: function (db, after) {
      const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
      return VaultStore.answerOf(db.transaction('records').objectStore('records').getAll(range, VaultStore.kPage));
    },
    eachPage: async function (db, take) {
      for (let page = null, last = null; !page || page.length === VaultStore.kPage; ) {
        page = await VaultStore.readPage(db, last);
        if (page.length) last = page[page.length - 1].place;
        take(page);
      }
    },

    // The newest manifest, or undefined. Generations are the keys of meta that are numbers.
    newest: async function (db) {
      const meta = db.transaction('meta').objectStore('meta');
      const cursor = await VaultStore.answerOf(meta.openCursor(IDBKeyRange.bound(1, Infinity), 'prev'));
      return cursor ? cursor.value : undefined;
    },

    // One transaction of whatever `change` issues; nothing is awaited inside. → a fault
    transact: function (db, durability, change) {
      return new Promise((resolve) => {
        let transaction;
        try {
          transaction = db.transaction(['meta', 'records'], 'readwrite', { durability });
          transaction.oncomplete = () => resolve(VaultFault.kNone);
          transaction.onabort = () => {
            const full = transaction.error && transaction.error.name === 'QuotaExceededError';
            resolve(full ? VaultFault.kFull : VaultFault.kAborted);
          };
          change(transaction.objectStore('meta'), transaction.objectStore('records'));
          if (transaction.commit) transaction.commit();
        } catch (closed) {
          resolve(VaultFault.kAborted);
          if (transaction) transaction.abort(); // what was issued before must not be kept
        }
      });
    },

    // A commit: the manifest of a new generation and whatever `change` issues, to the copy (vault_copy.js) and,
    // strictly, to the database. → a fault. That two writers cannot both go on from one generation needs no
    // reading: the key is added, not put, so the second fails and its transaction with it.
    write: async function (manifest, change) {
      let late = false;
      const commit = (meta, records) => {
        meta.add(manifest, manifest.generation).onerror = (event) => {
          late = event.target.error && event.target.error.name === 'ConstraintError';
        };
        // Old generations are kept a while: they are what a late writer meets.
        const old = manifest.generation - VaultStore.kGenerations;
        if (old > 0 && manifest.generation % VaultStore.kGenerations === 0) meta.delete(IDBKeyRange.bound(1, old));
        change(meta, records);
      };
      await VaultCopy.write(commit);
      late = false;
      const fault = await VaultStore.transact(VaultStore.db, 'strict', commit);
      if (fault) await VaultCopy.drop();
      return fault === VaultFault.kAborted && late ? VaultFault.kOpenElsewhere : fault;
    },

    // ---- the canary: tells an emptied store from a first visit, and an old copy from a new one -----
    canary: function () {
      try {
        return JSON.parse(localStorage.getItem(VaultStore.kName));
      } catch (unreadable) {
        return null;
      }
    },
    setCanary: function (vaultId, generation) {
      try {
        localStorage.setItem(VaultStore.kName, JSON.stringify({ vaultId, generation }));
      } catch (denied) {
        // Without it the vault works; only an emptied store is then taken for a first visit.
      }
    },

    // ---- one writer --------------------------------------------------------------------------------
    // Waits a second for a tab that is just closing. → whether this page is now the one writer.
    acquire: function () {
      if (!navigator.locks || VaultStore.release) return Promise.resolve(true);
      return new Promise((resolve) => {
        const patience = new AbortController();
        const timer = setTimeout(() => patience.abort(), 1000);
        navigator.locks
          .request(VaultStore.kName, { signal: patience.signal }, () => {
            clearTimeout(timer);
            resolve(true);
            return new Promise((release) => {
              VaultStore.release = release;
            });
          })
          .catch(() => resolve(false));
      });
    },
    giveUp: function () {
      if (VaultStore.release) VaultStore.release();
      VaultStore.release = null;
    },
  },
};

if (typeof addToLibrary === 'undefined') mergeInto(LibraryManager.library, vaultStore);
else addToLibrary(vaultStore);
