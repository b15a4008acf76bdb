// The one place on the device where anything lies: IndexedDB, a single table of sealed pieces by name.
const NAME = "field";
const TABLE = "kept";

function opened() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(TABLE);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

// Done only when the transaction is: what was told to be kept is on the disk.
async function within(mode, work) {
  const base = await opened();
  try {
    return await new Promise((done, failed) => {
      const change = base.transaction(TABLE, mode, { durability: "strict" });
      const asked = work(change.objectStore(TABLE));
      change.oncomplete = () => done(asked.result);
      change.onerror = change.onabort = () => failed(change.error);
    });
  } finally {
    base.close();
  }
}

export const get = (name) => within("readonly", (table) => table.get(name));
export const put = (name, thing) => within("readwrite", (table) => table.put(thing, name));
export const remove = (name) => within("readwrite", (table) => table.delete(name));
export const names = () => within("readonly", (table) => table.getAllKeys());

export function destroy() {
  return new Promise((done, failed) => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = asked.onblocked = () => done();
    asked.onerror = () => failed(asked.error);
  });
}
