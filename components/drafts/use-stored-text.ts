import { useCallback, useEffect, useState } from "react";

const PREFIX = "obelus:text:";

/**
 * What is being typed into a field, kept in this browser with each keystroke: a reload, a crash or a lost connection takes none of it.
 * Setting it to nothing forgets it.
 * @param name what it is, of whom and on what: each has words of its own
 */
export function useStoredText(name: string): [string, (text: string) => void] {
  const [kept, setKept] = useState({ name, text: "" });
  // Read once the page is there: what the server renders knows no browser storage.
  useEffect(() => setKept({ name, text: localStorage.getItem(PREFIX + name) ?? "" }), [name]);
  const set = useCallback(
    (text: string) => {
      if (text === "") localStorage.removeItem(PREFIX + name);
      else localStorage.setItem(PREFIX + name, text);
      setKept({ name, text });
    },
    [name],
  );
  return [kept.name === name ? kept.text : "", set];
}
