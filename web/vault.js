// The vault: records sealed under one key, one strict transaction a user action, "saved" only on
// `oncomplete`. It knows no casework: a record is an id and bytes. The keys are vault_keys.js, the
// database vault_store.js, its second copy vault_copy.js, what detects loss and rollback vault_manifest.js, the
// C++ side vault.cpp.
// An Emscripten --js-library. Source of the rules: the design, section 8.
//
// Stores: meta    "header"   → { format, vaultId, passphrase, recovery }      vault_keys.js
//                 generation → { generation, iv, ct }: the manifest then       vault_manifest.js, sealed
//         records  place     → { place, rev, iv, ct }    place: 32 random hexadecimal digits
//                  sealed: mark (16 bytes), id (16 bytes), the record's bytes. rev: the generation.
// Ids are sealed too: an id may be the hash of what is in the record.
//
// No destructuring declarations in these files: Emscripten 3.1.6's -Os drops `const [a, b] = c` as unused.
// [X] Chromium 156   [ ] Firefox   [ ] Safari
const vaultLibrary = {
  $Vault__deps: ['$VaultFault', '$VaultKeys', '$VaultManifest', '$VaultStore', '$VaultCopy'],
  $Vault: {
    // The order of ports::VaultState.
    kAbsent: 0, kLocked: 1, kOpen: 2,

    key: null, // not extractable; present exactly while the vault is open
    vaultId: '',
    generation: 0, // of the last commit
    stored: 0, // the generation in the database, 0 for none: another writer would change it
    cells: null, // the manifest
    items: null, // id → the manifest's item
    queue: null, // every call waits for the one before
    locking: false, // calls from now on are refused; those before are carried out
    asked: false, // for storage that the browser does not empty

    // ---- replies -----------------------------------------------------------------------------------
    // Runs `work` behind what is under way and answers once.
    // work: → { fault, state, text, afterwards }, of which only the fault must be there.
    run: function (request, work) {
      const tooLate = Vault.locking;
      Vault.queue = (Vault.queue || Promise.resolve())
        .then(() => (tooLate ? { fault: VaultFault.kAborted } : work()))
        .catch(() => ({ fault: VaultFault.kAborted })) // what was thrown is not shown: it could quote input
        .then((reply) => {
          const size = Vault.toHeap([new TextEncoder().encode(reply.text || '')]);
          _common_ground_vault_answer(request, reply.fault, reply.state || 0, size);
          if (globalThis.commonGroundWake) globalThis.commonGroundWake();
          if (reply.afterwards) setTimeout(reply.afterwards);
        });
    },

    // Copies the chunks one behind another to the C++ side's buffer.
    toHeap: function (chunks) {
      let size = 0;
      for (const chunk of chunks) size += chunk.length;
      let at = _common_ground_vault_reserve(size) >>> 0;
      for (const chunk of chunks) {
        HEAPU8.set(chunk, at);
        at += chunk.length;
      }
      return size;
    },

    // What is on this device. → { fault, state, header, manifest }
    look: async function () {
      const fault = await VaultStore.connect();
      if (fault) return { fault, state: Vault.kAbsent };
      const meta = VaultStore.db.transaction('meta').objectStore('meta');
      const values = await Promise.all([VaultStore.answerOf(meta.get('header')), VaultStore.newest(VaultStore.db)]);
      const header = values[0] || (await VaultCopy.header());
      if (header === undefined) {
        return { fault: VaultStore.canary() ? VaultFault.kEmptiedByBrowser : VaultFault.kNone, state: Vault.kAbsent };
      }
      const reading = VaultKeys.readHeader(header);
      if (reading === 'newer') return { fault: VaultFault.kNewerVault, state: Vault.kAbsent };
      if (reading === 'damaged') return { fault: VaultFault.kDamaged, state: Vault.kLocked, text: 'header' };
      return { fault: VaultFault.kNone, state: Vault.key ? Vault.kOpen : Vault.kLocked, header, manifest: values[1] };
    },

    // ---- sealing -----------------------------------------------------------------------------------
    seal: async function (plain, ...place) {
      const iv = VaultKeys.random(12);
      const additionalData = VaultKeys.place(Vault.vaultId, ...place);
      const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, Vault.key, plain);
      return { iv, ct: new Uint8Array(ct) };
    },
    // The bytes, or null: changed, or not in its place.
    unseal: async function (value, ...place) {
      try {
        const additionalData = VaultKeys.place(Vault.vaultId, ...place);
        const algorithm = { name: 'AES-GCM', iv: value.iv, additionalData };
        return new Uint8Array(await crypto.subtle.decrypt(algorithm, Vault.key, value.ct));
      } catch (changed) {
        return null;
      }
    },
    sealManifest: async function (cells, generation) {
      const sealed = await Vault.seal(cells, 'meta', 'manifest', generation);
      return { generation, iv: sealed.iv, ct: sealed.ct };
    },

    // ---- the calls ---------------------------------------------------------------------------------
    create: async function () {
      const passphrase = VaultKeys.typed('passphrase');
      if (passphrase === '') return { fault: VaultFault.kPassphraseEmpty };
      if (Array.from(passphrase).length < VaultKeys.kMinimumPassphraseLength) return { fault: VaultFault.kPassphraseTooShort };
      if (passphrase !== VaultKeys.typed('passphrase-again')) return { fault: VaultFault.kPassphrasesDiffer };
      const here = await Vault.look();
      if (here.fault && here.fault !== VaultFault.kEmptiedByBrowser) return here;
      if (here.state !== Vault.kAbsent) return { fault: VaultFault.kAborted };
      if (!(await VaultStore.acquire())) return { fault: VaultFault.kOpenElsewhere };
      let fault = VaultFault.kAborted;
      try {
        const made = await VaultKeys.newHeader(passphrase);
        const before = await VaultStore.newest(VaultStore.db); // of a store whose header is gone: nothing opens it any more
        const generation = before ? before.generation + 1 : 1;
        Object.assign(Vault, { key: made.key, vaultId: made.header.vaultId, generation, stored: generation,
          cells: VaultManifest.empty(), items: new Map() });
        const manifest = await Vault.sealManifest(Vault.cells, generation);
        fault = await VaultStore.write(manifest, (meta, records) => {
          meta.add(made.header, 'header');
          records.clear();
        });
        if (fault) return { fault };
        await VaultCopy.reconcile().catch(() => null);
        VaultStore.setCanary(Vault.vaultId, Vault.generation);
        VaultKeys.clear('passphrase', 'passphrase-again');
        return { fault, text: made.recoveryKey };
      } finally {
        if (fault) {
          Vault.key = null;
          VaultStore.giveUp();
        }
      }
    },

    unlock: async function (request, withRecoveryKey) {
      if (Vault.key) return { fault: VaultFault.kAborted };
      const field = withRecoveryKey ? 'recovery-key' : 'passphrase';
      const typed = VaultKeys.typed(field);
      if (!withRecoveryKey && typed === '') return { fault: VaultFault.kPassphraseEmpty };
      const here = await Vault.look();
      if (here.fault || here.state !== Vault.kLocked) return { fault: here.fault || VaultFault.kAborted, text: here.text };
      const recovery = withRecoveryKey && (await VaultKeys.readRecoveryKey(typed));
      if (recovery === null) return { fault: VaultFault.kRecoveryKeyMalformed };
      if (!(await VaultStore.acquire())) return { fault: VaultFault.kOpenElsewhere };
      try {
        const unmended = await VaultCopy.reconcile();
        if (unmended) return { fault: unmended };
        // Read again: while this page waited, the tab that closed may have written.
        const inside = await Vault.look();
        const header = inside.header;
        if (!header) return { fault: inside.fault || VaultFault.kAborted };
        const first = VaultStore.readPage(VaultStore.db, null); // meanwhile: deriving the key takes longer
        first.catch(() => null);
        const started = performance.now();
        const wrapping = withRecoveryKey
          ? await VaultKeys.fromRecoveryKey(recovery, header.recovery)
          : await VaultKeys.fromPassphrase(typed, header.passphrase);
        Vault.measure('derive', performance.now() - started);
        Vault.key = await VaultKeys.unwrap(wrapping, header, withRecoveryKey ? 'recovery' : 'passphrase');
        if (!Vault.key) return { fault: withRecoveryKey ? VaultFault.kWrongRecoveryKey : VaultFault.kWrongPassphrase };
        Vault.vaultId = header.vaultId;
        const text = await Vault.readAll(request, inside.manifest, first);
        VaultKeys.clear(field);
        return { fault: text ? VaultFault.kDamaged : VaultFault.kNone, text };
      } catch (unreadable) {
        Vault.key = null;
        return { fault: VaultFault.kAborted };
      } finally {
        if (!Vault.key) VaultStore.giveUp();
      }
    },

    // Hands every readable record to the C++ side. → what is damaged, "" for nothing.
    readAll: async function (request, manifest, first) {
      let reading = 0;
      let opening = 0;
      const found = [];
      const newest = new Map();
      const unreadable = new Set();
      for (let next = first, last = null; ;) {
        let started = performance.now();
        const page = await next;
        reading += performance.now() - started;
        if (!page.length) break;
        last = page[page.length - 1].place;
        next = page.length < VaultStore.kPage ? Promise.resolve([]) : VaultStore.readPage(VaultStore.db, last);
        started = performance.now();
        const opened = await Promise.all(page.map((value) => Vault.unseal(value, 'records', value.place, value.rev)));
        const chunks = [];
        opened.forEach((plain, i) => {
          const rev = page[i].rev;
          if (!plain || plain.length < 32) return unreadable.add(page[i].place);
          const placeBytes = VaultKeys.unhex(page[i].place);
          const item = VaultManifest.item(plain.subarray(16, 32), placeBytes, plain.subarray(0, 16), rev);
          found.push(item);
          const id = VaultManifest.id(item);
          if (newest.get(id) > rev) return; // an erased record brought back beside its successor
          newest.set(id, rev);
          chunks.push(new Uint8Array(Uint32Array.of(plain.length - 16).buffer), plain.subarray(16));
        });
        _common_ground_vault_records(request, Vault.toHeap(chunks));
        opening += performance.now() - started;
      }
      Vault.measure('read', reading);
      Vault.measure('decrypt', opening);
      return Vault.adopt(manifest, found, unreadable);
    },

    // Takes the manifest over, beside what was found. → what is damaged.
    adopt: async function (manifest, found, unreadable) {
      const sealed = manifest && (await Vault.unseal(manifest, 'meta', 'manifest', manifest.generation));
      const canary = VaultStore.canary();
      const remembered = canary && canary.vaultId === Vault.vaultId ? canary.generation : 0;
      Vault.stored = manifest ? manifest.generation : 0;
      let damage;
      if (sealed && sealed.length === VaultManifest.empty().byteLength) {
        Vault.cells = new Uint32Array(sealed.buffer);
        Vault.generation = manifest.generation;
        const compared = VaultManifest.compare(Vault.cells, found, unreadable);
        Vault.items = compared.items;
        damage = compared.damage;
      } else {
        // The list itself is lost: begin a new one from what opens, past every generation ever seen.
        Vault.cells = VaultManifest.empty();
        Vault.items = new Map(found.map((item) => [VaultManifest.id(item), item]));
        for (const item of Vault.items.values()) VaultManifest.apply(Vault.cells, item, 1);
        Vault.generation = found.reduce((most, item) => Math.max(most, item[12]), Math.max(1, remembered));
        damage = ['manifest'];
      }
      if (remembered > Vault.generation) damage.push('generation');
      Vault.generation = Math.max(Vault.generation, remembered);
      return damage.join(' ');
    },

    // After the connection was lost: is it still the same store, and where this page left it?
    reconnect: async function () {
      if (VaultStore.db) return VaultFault.kNone;
      const fault = (await VaultStore.connect()) || (await VaultCopy.reconcile());
      if (fault) return fault;
      const newest = await VaultStore.newest(VaultStore.db);
      if ((newest ? newest.generation : 0) === Vault.stored) return VaultFault.kNone;
      VaultStore.disconnect();
      return newest ? VaultFault.kOpenElsewhere : VaultFault.kEmptiedByBrowser;
    },

    // packed (vault.cpp): puts, each a 32-bit size and as many bytes: 16 for the mark, the id, the
    // record; a size of 0; then the erased ids, 16 bytes each.
    commit: async function (packed) {
      if (!Vault.key) return { fault: VaultFault.kAborted };
      const fault = await Vault.reconnect();
      if (fault) return { fault };
      const generation = Vault.generation + 1;
      const cells = Vault.cells.slice();
      const changed = new Map(); // id → the new item, or null where erased
      const gone = [];
      const replace = (id, item) => {
        const old = Vault.items.get(id);
        if (old && !old.unlisted) VaultManifest.apply(cells, old, -1);
        if (item) VaultManifest.apply(cells, item, 1);
        else if (old) gone.push(VaultManifest.place(old));
        changed.set(id, item);
      };
      const sealing = [];
      const sizes = new DataView(packed.buffer);
      let at = 0;
      for (let size; (size = sizes.getUint32(at, true)) > 0; at += size) {
        at += 4;
        const plain = packed.subarray(at, at + size);
        plain.set(VaultKeys.random(16));
        const id = plain.subarray(16, 32);
        const old = Vault.items.get(VaultKeys.hex(id));
        const where = old ? new Uint8Array(old.buffer, 16, 16) : VaultKeys.random(16);
        const item = VaultManifest.item(id, where, plain.subarray(0, 16), generation);
        replace(VaultManifest.id(item), item);
        const place = VaultManifest.place(item);
        sealing.push(Vault.seal(plain, 'records', place, generation).then(({ iv, ct }) => ({ place, rev: generation, iv, ct })));
      }
      for (at += 4; at < packed.length; at += 16) replace(VaultKeys.hex(packed.subarray(at, at + 16)), null);
      const values = await Promise.all([Vault.sealManifest(cells, generation), ...sealing]);
      const manifest = values.shift();

      const written = await VaultStore.write(manifest, (meta, records) => {
        for (const value of values) records.put(value);
        for (const place of gone) records.delete(place);
      });
      if (written) return { fault: written };
      changed.forEach((item, id) => (item ? Vault.items.set(id, item) : Vault.items.delete(id)));
      Object.assign(Vault, { cells, generation, stored: generation });
      return { fault: VaultFault.kNone, afterwards: Vault.afterCommit };
    },

    // Nobody waits for this.
    afterCommit: function () {
      VaultStore.setCanary(Vault.vaultId, Vault.generation);
      Vault.askToKeep();
    },

    // Asks the browser, once a page, not to empty this store when the disk fills up.
    askToKeep: function () {
      if (Vault.asked || !navigator.storage || !navigator.storage.persist) return;
      Vault.asked = true;
      navigator.storage.persist().catch(() => false);
    },

    // For tests/bench/vault_bench.mjs.
    measure: function (name, duration) {
      try {
        performance.measure('vault ' + name, { start: 0, duration });
      } catch (unsupported) {
        // An older browser: nothing depends on it.
      }
    },
  },

  common_ground_vault_probe__deps: ['$Vault'],
  common_ground_vault_probe: function (request) {
    Vault.run(request, Vault.look);
  },
  common_ground_vault_create__deps: ['$Vault'],
  common_ground_vault_create: function (request) {
    Vault.run(request, Vault.create);
  },
  common_ground_vault_unlock__deps: ['$Vault'],
  common_ground_vault_unlock: function (request, withRecoveryKey) {
    Vault.run(request, () => Vault.unlock(request, withRecoveryKey !== 0));
  },
  common_ground_vault_commit__deps: ['$Vault'],
  common_ground_vault_commit: function (request, bytes, size) {
    const packed = HEAPU8.slice(bytes >>> 0, (bytes >>> 0) + size);
    Vault.run(request, () => Vault.commit(packed));
  },
  common_ground_vault_lock__deps: ['$Vault'],
  common_ground_vault_lock: function () {
    (Vault.queue || Promise.resolve()).then(() => {
      Vault.key = Vault.items = Vault.cells = null;
      VaultStore.disconnect();
      if (globalThis.commonGround) commonGround.leaving = true;
      location.reload();
    });
    Vault.locking = true;
  },
};

if (typeof addToLibrary === 'undefined') mergeInto(LibraryManager.library, vaultLibrary);
else addToLibrary(vaultLibrary);
