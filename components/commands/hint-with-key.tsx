"use client";

import type { ReactNode } from "react";
import { rich } from "@/components/words/rich";
import type { Translator } from "@/lib/words/translator";
import { useHintedKeys } from "./shortcuts-context";
import { useKeyboardInUse } from "./use-keyboard-in-use";

/**
 * A message about a command that shows this person's key for it. The message chooses by `hasKey` and shows `{key}`: "yes", "no", or "touch"
 * for a touch screen, where the same is done in another way.
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
  const shown = useHintedKeys(command, keys);
  const isTouch = !useKeyboardInUse();
  return rich(t, message, { hasKey: isTouch ? "touch" : shown ? "yes" : "no", key: <kbd>{shown}</kbd> });
}
