"use client";

import { useHintedKeys, useKeysOf } from "./shortcuts-context";

/** The keys of a command as this person has them, beside its control; nothing if it has none, or where no keyboard is in use. */
export function CommandKey({ id, keys }: { id: string; keys: string }) {
  const shown = useHintedKeys(id, keys);
  return shown && <kbd>{shown}</kbd>;
}

/** The same inside of a sentence about keys, which names them everywhere. */
export function NamedKey({ id, keys }: { id: string; keys: string }) {
  const shown = useKeysOf(id, keys);
  return shown && <kbd>{shown}</kbd>;
}
