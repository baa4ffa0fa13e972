// The keys of the vault: the header and what it may say, passphrase and recovery key to wrapping keys.
// It is not the store (vault.js) and keeps nothing: no key, no passphrase outlives a call.
// An Emscripten --js-library; needs WebCrypto, and kdf_worker.js beside the page for Argon2id.
// Source of the rules: the design, section 8. Formats: the comments at header() and recoveryKeyText().
const vaultKeys = {
  $VaultKeys: {
    kFormat: 1,
    kMinimumPassphraseLength: 12,
    kRecoveryBytes: 20,
    kAlphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ', // Crockford's base32: no I, L, O, U
    trustedScripts: null,
    encoder: null,

    random: (size) => crypto.getRandomValues(new Uint8Array(size)),
    hex: function (bytes) {
      let text = '';
      for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16);
      return text;
    },
    unhex: function (text) {
      const bytes = new Uint8Array(text.length / 2);
      for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(text.substring(2 * i, 2 * i + 2), 16);
      return bytes;
    },

    // Additional data: the place of a sealed value, so that it opens nowhere else.
    place: function (...parts) {
      if (!VaultKeys.encoder) VaultKeys.encoder = new TextEncoder();
      return VaultKeys.encoder.encode(parts.join('|') + '|' + VaultKeys.kFormat);
    },

    // ---- the passphrase and the recovery key, from the page's own fields -------------------------
    field: (name) => document.querySelector('input[data-field="' + name + '"]'),
    typed: function (name) {
      const input = VaultKeys.field(name);
      return input ? input.value.normalize('NFC') : '';
    },
    clear: function (...names) {
      for (const name of names) {
        const input = VaultKeys.field(name);
        if (input) input.value = '';
      }
    },

    // ---- the header ------------------------------------------------------------------------------
    // { format, vaultId, passphrase: { kdf, params, salt, iv, key }, recovery: { salt, iv, key } }
    // `key` is the vault key sealed with AES-256-GCM under a wrapping key; everything else in its
    // part is additional data, so that nobody can weaken a parameter unnoticed.
    // argon2id: params [memory in KiB, passes, lanes]; pbkdf2-sha256: params [iterations].
    newPassphrasePart: function () {
      const root = document.documentElement;
      const fips = root.dataset.vaultKdf === 'pbkdf2-sha256'; // where only FIPS 140 methods may run
      return {
        kdf: fips ? 'pbkdf2-sha256' : 'argon2id',
        params: fips ? [600000] : [65536, 3, 1],
        salt: VaultKeys.random(16),
      };
    },

    // 'ok', 'newer' (a later program wrote it) or 'damaged' (nothing that any version wrote).
    readHeader: function (header) {
      const bytes = (value, size) => value instanceof Uint8Array && value.length === size;
      const sealed = (part) => part && bytes(part.salt, 16) && bytes(part.iv, 12) && bytes(part.key, 48);
      if (!header || !Number.isInteger(header.format)) return 'damaged';
      if (header.format > VaultKeys.kFormat) return 'newer';
      const part = header.passphrase;
      if (!/^[0-9a-f]{32}$/.test(header.vaultId) || !sealed(part) || !sealed(header.recovery)) return 'damaged';
      // Upper bounds: a header must not be able to freeze the machine that reads it.
      const upTo = { argon2id: [1048576, 16, 16], 'pbkdf2-sha256': [20000000] }[part.kdf];
      if (!upTo || !Array.isArray(part.params) || part.params.length !== upTo.length) return 'damaged';
      const sane = part.params.every((value, i) => Number.isInteger(value) && value > 0 && value <= upTo[i]);
      return sane ? 'ok' : 'damaged';
    },

    partPlace: function (vaultId, name, part) {
      const kdf = part.kdf ? [part.kdf, part.params.join(',')] : [];
      return VaultKeys.place(vaultId, name, ...kdf, VaultKeys.hex(part.salt));
    },

    // ---- wrapping keys ---------------------------------------------------------------------------
    importWrappingKey: (raw) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['wrapKey', 'unwrapKey']),

    fromPassphrase: async function (passphrase, part) {
      const bytes = new TextEncoder().encode(passphrase);
      let raw;
      if (part.kdf === 'argon2id') {
        raw = await VaultKeys.argon2id(bytes, part);
      } else {
        const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
        bytes.fill(0);
        raw = new Uint8Array(await crypto.subtle.deriveBits(
          { name: 'PBKDF2', hash: 'SHA-256', salt: part.salt, iterations: part.params[0] }, base, 256));
      }
      const key = await VaultKeys.importWrappingKey(raw);
      raw.fill(0);
      return key;
    },

    // In a worker of its own, ended after one answer: its memory held the passphrase.
    argon2id: function (bytes, part) {
      return new Promise((resolve, reject) => {
        const worker = new Worker(VaultKeys.scriptUrl('kdf_worker.js'));
        const end = (settle, value) => {
          worker.terminate();
          settle(value);
        };
        worker.onmessage = (event) =>
          event.data instanceof Uint8Array ? end(resolve, event.data) : end(reject, new Error('kdf'));
        worker.onerror = (event) => {
          event.preventDefault();
          end(reject, new Error('kdf'));
        };
        const message = { password: bytes, salt: part.salt, memorySize: part.params[0], iterations: part.params[1],
          parallelism: part.params[2] };
        worker.postMessage(message, [bytes.buffer]);
      });
    },

    // Under "require-trusted-types-for 'script'" a worker's address must be a TrustedScriptURL.
    scriptUrl: function (name) {
      const address = new URL(name, document.baseURI).href;
      if (!globalThis.trustedTypes) return address;
      if (!VaultKeys.trustedScripts) {
        VaultKeys.trustedScripts = trustedTypes.createPolicy('common-ground-vault', {
          createScriptURL: (url) => {
            if (url !== new URL('kdf_worker.js', document.baseURI).href) throw new TypeError('not ours');
            return url;
          },
        });
      }
      return VaultKeys.trustedScripts.createScriptURL(address);
    },

    fromRecoveryKey: async function (bytes, part) {
      const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
      const info = new TextEncoder().encode('common-ground vault recovery key');
      const raw = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: part.salt, info }, base, 256);
      return VaultKeys.importWrappingKey(raw);
    },

    // Seals `vaultKey` (extractable) into `part`.
    wrap: async function (vaultKey, wrappingKey, vaultId, name, part) {
      part.iv = VaultKeys.random(12);
      const additionalData = VaultKeys.partPlace(vaultId, name, part);
      const algorithm = { name: 'AES-GCM', iv: part.iv, additionalData };
      part.key = new Uint8Array(await crypto.subtle.wrapKey('raw', vaultKey, wrappingKey, algorithm));
    },

    // The vault key, not extractable; null when the wrapping key is the wrong one.
    unwrap: function (wrappingKey, header, name) {
      const part = header[name];
      const additionalData = VaultKeys.partPlace(header.vaultId, name, part);
      return crypto.subtle
        .unwrapKey('raw', part.key, wrappingKey, { name: 'AES-GCM', iv: part.iv, additionalData }, 'AES-GCM',
          false, ['encrypt', 'decrypt'])
        .catch(() => null);
    },

    // A new header for `passphrase`, with the vault key and the recovery key that go with it.
    newHeader: async function (passphrase) {
      const vaultId = VaultKeys.hex(VaultKeys.random(16));
      const header = { format: VaultKeys.kFormat, vaultId, passphrase: VaultKeys.newPassphrasePart(),
        recovery: { salt: VaultKeys.random(16) } };
      const recoveryBytes = VaultKeys.random(VaultKeys.kRecoveryBytes);
      const keys = await Promise.all([
        VaultKeys.fromPassphrase(passphrase, header.passphrase),
        VaultKeys.fromRecoveryKey(recoveryBytes, header.recovery),
        crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']),
      ]);
      const extractable = keys[2];
      await VaultKeys.wrap(extractable, keys[0], vaultId, 'passphrase', header.passphrase);
      await VaultKeys.wrap(extractable, keys[1], vaultId, 'recovery', header.recovery);
      const key = await VaultKeys.unwrap(keys[0], header, 'passphrase');
      return { header, key, recoveryKey: await VaultKeys.recoveryKeyText(recoveryBytes) };
    },

    // ---- the recovery key on paper ---------------------------------------------------------------
    // 160 random bits and the first 20 bits of their SHA-256, in nine groups of four digits.
    recoveryKeyText: async function (bytes) {
      const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const all = Array.from(bytes).concat(Array.from(sum.subarray(0, 3)));
      let text = '';
      for (let bit = 0; bit < VaultKeys.kRecoveryBytes * 8 + 20; bit += 5) {
        const pair = (all[bit >> 3] << 8) | (all[(bit >> 3) + 1] || 0);
        text += VaultKeys.kAlphabet[(pair >> (11 - (bit & 7))) & 31];
      }
      return text.match(/..../g).join('-');
    },

    // The bytes, or null where a digit is missing, too many or mistyped.
    readRecoveryKey: async function (typed) {
      const text = typed.toUpperCase().replace(/[\s\-\u2010-\u2015]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
      const bytes = new Uint8Array(VaultKeys.kRecoveryBytes);
      if (text.length !== 36) return null;
      for (let i = 0; i < 32; i++) {
        const value = VaultKeys.kAlphabet.indexOf(text[i]);
        if (value < 0) return null;
        for (let bit = 0; bit < 5; bit++) {
          const at = i * 5 + bit;
          if ((value >> (4 - bit)) & 1) bytes[at >> 3] |= 128 >> (at & 7);
        }
      }
      return (await VaultKeys.recoveryKeyText(bytes)).replace(/-/g, '') === text ? bytes : null;
    },
  },
};

// Emscripten before 3.1.45 has only the first of the two names.
if (typeof addToLibrary === 'undefined') mergeInto(LibraryManager.library, vaultKeys);
else addToLibrary(vaultKeys);
