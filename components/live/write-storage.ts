import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { QueuedWrite } from "./queued-write";

/** Where queued writes survive reloads and crashes. Each call rejects if the storage is unavailable. */
export interface WriteStorage {
  /** The writes of every person, in no order. */
  list(): Promise<QueuedWrite[]>;
  set(write: QueuedWrite): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Writes in IndexedDB. The database is opened on first use: the server has none. */
export function indexedDbStorage(name: string): WriteStorage {
  let opened: UseStore | null = null;
  const store = () => {
    opened ??= createStore(name, "writes");
    return opened;
  };
  return {
    list: async () => (await entries<string, QueuedWrite>(store())).map(([, write]) => write),
    set: (write) => set(write.key, write, store()),
    delete: (key) => del(key, store()),
  };
}
