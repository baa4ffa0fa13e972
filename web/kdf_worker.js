// Argon2id (RFC 9106) for the vault's passphrase, in a worker that answers once and is then ended.
// Bundled with hash-wasm into one file, loaded when a vault is made or opened with a passphrase.
// In: { password, salt: bytes, memorySize: KiB, iterations, parallelism }. Out: 32 bytes, or null.
import { argon2id } from 'hash-wasm';

self.onmessage = async ({ data }) => {
  try {
    const hash = await argon2id({ ...data, hashLength: 32, outputType: 'binary' });
    data.password.fill(0);
    self.postMessage(hash);
  } catch {
    self.postMessage(null); // what was thrown is not shown: it could quote input
  }
};
