import { argon2id } from 'hash-wasm';

interface StretchRequest {
  readonly secret: string;
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

// Answers the raw bytes, or null where the parameters are impossible; never an error text that could quote the secret.
addEventListener('message', ({ data }: MessageEvent<StretchRequest>) => {
  void argon2id({
    password: data.secret,
    salt: data.salt,
    memorySize: data.memoryKiB,
    iterations: data.passes,
    parallelism: data.lanes,
    hashLength: 32,
    outputType: 'binary',
  }).then(
    (bytes) => postMessage(bytes),
    () => postMessage(null),
  );
});
