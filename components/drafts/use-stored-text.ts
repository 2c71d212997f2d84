import { useCallback, useEffect, useState } from "react";

const PREFIX = "obelus:text:";

/**
 * The text of a field, stored in this browser with each keystroke, so that a reload, a crash or a lost connection loses none of it.
 * Setting it to "" removes it.
 * @param name identifies the field, the person and the subject
 */
export function useStoredText(name: string): [string, (text: string) => void] {
  const [stored, setStored] = useState({ name, text: "" });
  // Read in an effect: the server has no browser storage to render from.
  useEffect(() => setStored({ name, text: localStorage.getItem(PREFIX + name) ?? "" }), [name]);
  const set = useCallback(
    (text: string) => {
      if (text === "") localStorage.removeItem(PREFIX + name);
      else localStorage.setItem(PREFIX + name, text);
      setStored({ name, text });
    },
    [name],
  );
  return [stored.name === name ? stored.text : "", set];
}
