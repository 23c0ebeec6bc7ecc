import type Dexie from 'dexie';

// Frozen. Indexes only; imports nothing from the app. A change is a new file with the next number.
// entries: the primary key is the place in a device's chain, so `add` refuses a second entry for one place.
export function defineVersion1(database: Dexie): void {
  database.version(1).stores({
    entries: '[device+seq], id, book, [book+subject], lamport',
    meta: 'key',
    drafts: 'id, author',
    snapshots: 'id',
    checkpoints: 'name',
    library: '[kind+id+version]',
  });
}
