// ports/sealer.h in the browser: bytes sealed with a passphrase, and opened. The passphrase is read from the page's
// own fields; the key is made as the vault's is (vault_keys.js) and kept by nobody.
// An Emscripten --js-library; needs WebCrypto, and kdf_worker.js beside the page.
// The form of the file: src/documents/sealed_file.h.
addToLibrary({
  $Sealer__deps: ['$VaultKeys', '$wasmBytes'],
  $Sealer: {
    // The order of ports::SealFault.
    kNone: 0, kInsecureOrigin: 1, kPassphraseEmpty: 2, kPassphraseTooShort: 3, kPassphrasesDiffer: 4,
    kWrongOrChanged: 5, kAborted: 6,

    copy: (start, size) => HEAPU8.slice(start, start + size),

    // → { fault, bytes }
    seal: async function (key, plain) {
      const typed = VaultKeys.newPassphrase();
      if (typed.wrong) return { fault: Sealer[typed.wrong] };
      const made = await VaultKeys.fromPassphrase(typed.passphrase, key.part, ['encrypt']);
      const bytes = await crypto.subtle.encrypt(key.algorithm, made, plain);
      VaultKeys.clear('passphrase', 'passphrase-again');
      return { fault: Sealer.kNone, bytes: new Uint8Array(bytes) };
    },

    open: async function (key, sealed) {
      const typed = VaultKeys.typed('passphrase');
      if (typed === '') return { fault: Sealer.kPassphraseEmpty };
      const made = await VaultKeys.fromPassphrase(typed, key.part, ['decrypt']);
      const bytes = await crypto.subtle.decrypt(key.algorithm, made, sealed).catch(() => null);
      if (!bytes) return { fault: Sealer.kWrongOrChanged };
      VaultKeys.clear('passphrase');
      return { fault: Sealer.kNone, bytes: new Uint8Array(bytes) };
    },

    // Answers once, later, whatever happens.
    run: function (work, request, key, bytes) {
      const can = globalThis.isSecureContext && globalThis.crypto && crypto.subtle;
      Promise.resolve()
        .then(() => (can ? work(key, bytes) : { fault: Sealer.kInsecureOrigin }))
        .catch(() => ({ fault: Sealer.kAborted })) // what was thrown is not shown: it could quote input
        .then((answer) => {
          wasmBytes(answer.bytes || new Uint8Array(0), (start, size) =>
            _web_sealer_answered(request, answer.fault, start, size));
        });
    },

    // salt: 16 bytes; iv: 12.
    key: function (memory, passes, lanes, salt, iv, bound, boundSize) {
      return {
        part: { kdf: 'argon2id', params: [memory, passes, lanes], salt: Sealer.copy(salt, 16) },
        algorithm: { name: 'AES-GCM', iv: Sealer.copy(iv, 12), additionalData: Sealer.copy(bound, boundSize) },
      };
    },
  },

  sealer_seal__deps: ['$Sealer'],
  sealer_seal: function (request, memory, passes, lanes, salt, iv, bound, boundSize, bytes, size) {
    const key = Sealer.key(memory, passes, lanes, salt, iv, bound, boundSize);
    Sealer.run(Sealer.seal, request, key, Sealer.copy(bytes, size));
  },
  sealer_open__deps: ['$Sealer'],
  sealer_open: function (request, memory, passes, lanes, salt, iv, bound, boundSize, bytes, size) {
    const key = Sealer.key(memory, passes, lanes, salt, iv, bound, boundSize);
    Sealer.run(Sealer.open, request, key, Sealer.copy(bytes, size));
  },
});
