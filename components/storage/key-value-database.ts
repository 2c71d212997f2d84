import { createStore, del, entries, set, type UseStore } from "idb-keyval";

/** Values by key that survive reloads and crashes. */
export interface KeyValueDatabase<T> {
  /** Every key with its value, in no order. */
  entries(): Promise<[string, T][]>;
  set(key: string, value: T): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * A database in IndexedDB, whose calls reject if the browser refuses them. It is opened on first use: the server has none.
 * @param table name of its only object store
 */
export function indexedDatabase<T>(name: string, table: string): KeyValueDatabase<T> {
  let opened: UseStore | null = null;
  const open = () => {
    opened ??= createStore(name, table);
    return opened;
  };
  // Async, so that a browser that throws on access rejects as well.
  return {
    entries: async () => entries<string, T>(open()),
    set: async (key, value) => set(key, value, open()),
    delete: async (key) => del(key, open()),
  };
}

/**
 * A database that never rejects: what the other one refuses is stored in memory, until the page is closed.
 * @param onLoss called with the cause when a value is stored in memory only
 */
export function withMemory<T>(
  database: KeyValueDatabase<T>,
  onLoss: (cause: unknown) => void,
): KeyValueDatabase<T> {
  const memory = new Map<string, T>();
  /** Keys whose deletion was refused. */
  const deleted = new Set<string>();
  return {
    async entries() {
      const stored = new Map<string, T>();
      try {
        for (const [key, value] of await database.entries()) if (!deleted.has(key)) stored.set(key, value);
      } catch (cause) {
        console.warn("the database of this browser could not be read", cause);
      }
      for (const [key, value] of memory) stored.set(key, value);
      return [...stored];
    },
    async set(key, value) {
      try {
        await database.set(key, value);
        memory.delete(key);
        deleted.delete(key);
      } catch (cause) {
        memory.set(key, value);
        onLoss(cause);
      }
    },
    async delete(key) {
      memory.delete(key);
      try {
        await database.delete(key);
      } catch (cause) {
        console.warn("the database of this browser could not be changed", cause);
        deleted.add(key);
      }
    },
  };
}
