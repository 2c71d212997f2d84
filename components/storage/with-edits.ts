import type { KeyValueDatabase } from "./key-value-database";
import type { StorageArea } from "./storage-area";
import { isRecord } from "./stored-json";
import { applyChanges, changesBetween, isTextChanges, type TextChange } from "./text-changes";

/** A text that the database has, or is about to have. */
interface Base {
  text: string;
  /** Tells it from other texts of its key. */
  print: string;
  /** Resolves when the database has it. */
  written: Promise<void>;
}

/** What changed since a text, which is named by its print. */
interface Edits {
  of: string;
  changes: TextChange[];
}

/** What is stored beside the database for a key: what changed since each text that it may have, or that it is to be removed. */
type Beside = { edits: Edits[] } | { removed: true };

const PREFIX = "obelus:edits:";
/** UTF-16 units of edits from which a text is written to the database again. */
const MAX_EDITS = 50_000;

/**
 * A database of large texts that has each change at once, even if the page is left the moment after: a database takes longer than a page
 * that is left has. A text is written to it once. What changes afterwards goes to the browser's own storage, and a removal too.
 * @param open the browser's own storage, which may throw; null or undefined for none
 */
export function withEdits(
  database: KeyValueDatabase<string>,
  open: () => StorageArea | undefined | null,
): KeyValueDatabase<string> {
  /** What the database may have under a key, the oldest first. */
  const bases = new Map<string, Base[]>();
  const latest = new Map<string, string>();

  /** @returns whether it is stored */
  function putBeside(key: string, beside: Beside | null): boolean {
    try {
      const area = open();
      if (!area) return false;
      if (beside) area.setItem(PREFIX + key, JSON.stringify(beside));
      else area.removeItem(PREFIX + key);
      return true;
    } catch {
      // Full or blocked: the database alone has to do.
      return false;
    }
  }

  function besideOf(key: string): Beside | null {
    try {
      const value: unknown = JSON.parse(open()?.getItem(PREFIX + key) ?? "null");
      if (!isRecord(value)) return null;
      if (value.removed === true) return { removed: true };
      return Array.isArray(value.edits) ? { edits: value.edits.filter(isEdit) } : null;
    } catch {
      return null;
    }
  }

  /** Stores what changed since every text that the database may have. @returns whether the newest of them needs no replacement */
  function putEdits(key: string, text: string): boolean {
    const all = (bases.get(key) ?? []).map(({ text: before, print }) => ({
      of: print,
      changes: changesBetween(before, text),
    }));
    const small = all.filter(({ changes }) => sizeOf(changes) <= MAX_EDITS);
    // Until the database has the text, what was stored last is the newest there is.
    const beside = small.length < all.length ? besideOf(key) : null;
    const earlier =
      beside && "edits" in beside
        ? beside.edits.filter(({ of }) => !small.some((each) => each.of === of))
        : [];
    const edits = [...earlier, ...small];
    const isStored = putBeside(key, edits.some(({ changes }) => changes.length > 0) ? { edits } : null);
    return isStored && small.length > 0 && small.at(-1) === all.at(-1);
  }

  async function write(key: string, text: string): Promise<void> {
    const base: Base = { text, print: printOf(text), written: database.set(key, text) };
    bases.set(key, [...(bases.get(key) ?? []), base]);
    putEdits(key, text);
    try {
      await base.written;
    } catch (cause) {
      bases.set(
        key,
        (bases.get(key) ?? []).filter((each) => each !== base),
      );
      throw cause;
    }
    const known = bases.get(key) ?? [];
    // It may have been removed meanwhile.
    if (!known.includes(base)) return;
    bases.set(key, known.slice(known.indexOf(base)));
    putEdits(key, latest.get(key) ?? text);
  }

  return {
    async entries() {
      const found = await database.entries();
      return found.flatMap(([key, text]): [string, string][] => {
        // What was set or removed meanwhile is newer.
        if (bases.has(key)) return [[key, latest.get(key) ?? text]];
        const beside = besideOf(key);
        if (beside && "removed" in beside) {
          void database.delete(key).then(
            () => !bases.has(key) && putBeside(key, null),
            (cause: unknown) => console.warn("a stored text could not be removed", cause),
          );
          return [];
        }
        const print = printOf(text);
        const changes = beside?.edits.find(({ of }) => of === print)?.changes ?? [];
        const now = applyChanges(text, changes);
        bases.set(key, [{ text, print, written: Promise.resolve() }]);
        latest.set(key, now);
        return [[key, now]];
      });
    },
    async set(key, text) {
      latest.set(key, text);
      if (putEdits(key, text)) await bases.get(key)?.at(-1)?.written;
      else await write(key, text);
    },
    async delete(key) {
      const wasKnown = bases.delete(key);
      latest.delete(key);
      putBeside(key, { removed: true });
      let isRemoved = false;
      try {
        await database.delete(key);
        isRemoved = true;
      } finally {
        // A text that the database will not give up stays marked as removed.
        if (!bases.has(key) && (isRemoved || !wasKnown)) putBeside(key, null);
      }
    },
  };
}

function isEdit(value: unknown): value is Edits {
  return isRecord(value) && typeof value.of === "string" && isTextChanges(value.changes);
}

function sizeOf(changes: readonly TextChange[]): number {
  return changes.reduce((sum, [, , inserted]) => sum + inserted.length + 16, 0);
}

/** A text's length and its FNV-1a hash of 32 bits. */
function printOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `${text.length}:${(hash >>> 0).toString(36)}`;
}
