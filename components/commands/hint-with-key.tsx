"use client";

import type { ReactNode } from "react";
import { rich } from "@/components/words/rich";
import type { Translator } from "@/lib/words/translator";
import { useKeysOf } from "./shortcuts-context";

/**
 * A message about a command that shows this person's key for it. The message chooses by `hasKey`, "yes" or "no", and shows `{key}`.
 * @param keys the command's default keys
 */
export function HintWithKey<Key extends string>({
  t,
  message,
  command,
  keys,
}: {
  t: Translator<Key>;
  message: Key;
  command: string;
  keys: string;
}): ReactNode {
  const shown = useKeysOf(command, keys);
  return rich(t, message, { hasKey: shown ? "yes" : "no", key: <kbd>{shown}</kbd> });
}
