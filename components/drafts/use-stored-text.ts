import { useCallback, useEffect, useState } from "react";
import { browserStorage } from "@/components/storage/browser-storage";
import { draftIn } from "./drop-old-drafts";

const PREFIX = "obelus:text:";

/**
 * The text of a field, stored in this browser with each keystroke, so that a reload, a crash or a lost connection loses none of it.
 * Setting it to "" removes it.
 * @param name identifies the field, the person and the subject
 */
export function useStoredText(name: string): [string, (text: string) => void] {
  const [stored, setStored] = useState({ name, text: "" });
  // Read in an effect: the server has no browser storage to render from.
  useEffect(() => setStored({ name, text: storedText(name) }), [name]);
  const set = useCallback(
    (text: string) => {
      if (text === "") browserStorage.remove(PREFIX + name);
      else void browserStorage.set(PREFIX + name, JSON.stringify({ text, at: new Date().toISOString() }));
      setStored({ name, text });
    },
    [name],
  );
  return [stored.name === name ? stored.text : "", set];
}

/** Earlier versions stored the plain text. */
function storedText(name: string): string {
  const stored = browserStorage.get(PREFIX + name);
  const text = stored === null ? "" : draftIn(stored).text;
  return typeof text === "string" ? text : "";
}
