/**
 * Forces the engine under IndexedDB to start a new log file; called at every start before the first clinical write.
 *
 * After a power cut LevelDB accepts a log whose tail is torn, goes on writing behind the torn record, and at the
 * start after that finds "corruption", upon which Chromium deletes the whole database: in 10 of 10 power cuts at one
 * write a second, strict durability or not (security.md 0.3; google/leveldb#1287, open). 4 MB of strict writes fill
 * the engine's buffer (2 MB was the least that worked), so it flushes to a table file and rotates the log; with it 0 of
 * 10 were lost. To be judged again when leveldb#1336 or the SQLite engine arrives. Costs 50 to 260 ms.
 *
 * All databases of one origin share one LevelDB, so a scratch database serves. Everything is inside the function, so
 * that the regression test can run this very code in a page of its own.
 */
export async function rotateEngineLog(): Promise<void> {
  const name = 'downtime-box-rotation';
  const megabytes = 4;
  // Below 64 KB: Chromium keeps larger values in files of their own, where they would not fill the log.
  const pieceBytes = 32 * 1024;

  const settle = (request: IDBRequest): Promise<void> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve());
      request.addEventListener('error', () => reject(request.error ?? new Error('request failed')));
    });

  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('filler', { autoIncrement: true }));
  await settle(opening);
  const database = opening.result;
  const transaction = database.transaction('filler', 'readwrite', { durability: 'strict' });
  const committed = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('rotation aborted')));
  });
  // Random, or newer engines would press it together; the same each time, for no engine looks beyond one value.
  const piece = crypto.getRandomValues(new Uint8Array(pieceBytes));
  for (let written = 0; written < megabytes * 1024 * 1024; written += pieceBytes)
    transaction.objectStore('filler').add(piece);
  await committed;
  database.close();
  await settle(indexedDB.deleteDatabase(name));
}
