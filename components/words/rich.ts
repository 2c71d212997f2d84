import { createElement, Fragment, type ReactNode } from "react";
import type { RichValues, Translator } from "@/lib/words/translator";

/**
 * A message with elements in it. A tag of the message is passed as a function, an argument as an element:
 * `rich(t, "signedInAs", { name: <strong>{name}</strong>, link: (text) => <a href="/desk">{text}</a> })`
 */
export function rich<Key extends string>(
  t: Translator<Key>,
  key: Key,
  values: RichValues<ReactNode>,
): ReactNode {
  // Passed one by one, the pieces need no keys. React asks for keys in an array, even after Children.toArray.
  return createElement(Fragment, null, ...t.parts<ReactNode>(key, values));
}
