// window.vault: the C++ vault as promises, for the tests. Answers come in the order of the calls.
(() => {
  const faults = ['none', 'insecure-origin', 'no-indexeddb', 'storage-denied', 'newer-vault', 'emptied-by-browser',
    'open-elsewhere', 'passphrase-empty', 'passphrase-too-short', 'passphrases-differ', 'wrong-passphrase',
    'recovery-key-malformed', 'wrong-recovery-key', 'full', 'damaged', 'aborted'];
  const states = ['absent', 'locked', 'open'];
  const waiting = [];
  let records = [];
  globalThis.harness = {
    wakes: 0,
    record: (id, bytes) => records.push({ id, bytes }),
    reply: (fault, detail, state, recoveryKey) => {
      const answer = { fault: faults[fault], detail, state: states[state], recoveryKey, records };
      records = [];
      waiting.shift()(answer);
    },
  };
  globalThis.commonGroundWake = () => harness.wakes++;
  const call = (start) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      start();
    });
  const text = (name, ...values) =>
    Module.ccall('harness_' + name, null, values.map((value) => (typeof value === 'number' ? 'number' : 'string')), values);

  globalThis.Module = {
    onRuntimeInitialized: () => {
      globalThis.vault = {
        probe: () => call(() => Module._harness_probe()),
        create: () => call(() => Module._harness_create()),
        unlock: () => call(() => Module._harness_unlock(0)),
        unlockWithRecoveryKey: () => call(() => Module._harness_unlock(1)),
        // puts: [{ id, bytes }] or [{ id, size }]; a size makes a record of as many letters.
        commit: (puts, erased = []) =>
          call(() => {
            for (const { id, bytes, size } of puts) size ? text('put_many', id, size) : text('put', id, bytes);
            for (const id of erased) text('erase', id);
            Module._harness_commit();
          }),
        lock: () => Module._harness_lock(),
      };
    },
  };
})();
