"use client";

import { useKeysOf } from "./shortcuts-context";

/** The keys of a command as this person has them; nothing if it has none. */
export function CommandKey({ id, keys }: { id: string; keys: string }) {
  const shown = useKeysOf(id, keys);
  return shown && <kbd>{shown}</kbd>;
}
