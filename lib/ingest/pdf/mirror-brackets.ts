import type { Line } from "./line";

/**
 * Turns the brackets of right-to-left lines the way they face. Some programs write which bracket is seen, others which one was typed; in the right
 * reading, fewer brackets are closed before they are opened.
 */
export function mirrorBrackets(lines: readonly Line[]): Line[] {
  const turned = lines.filter((line) => line.mirrored !== null);
  if (turned.length === 0) return [...lines];
  const wrongAsSeen = turned.reduce((sum, line) => sum + unopened(line.text), 0);
  const wrongMirrored = turned.reduce((sum, line) => sum + unopened(line.mirrored ?? ""), 0);
  return lines.map((line) =>
    line.mirrored === null
      ? line
      : { ...line, text: wrongMirrored <= wrongAsSeen ? line.mirrored : line.text },
  );
}

const OPEN: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">", "«": "»", "‹": "›" };
const CLOSE = new Set(Object.values(OPEN));

/** How many brackets of a line are closed before they are opened, or never closed. */
function unopened(text: string): number {
  let wrong = 0;
  const open: string[] = [];
  for (const character of text) {
    const closing = OPEN[character];
    if (closing) open.push(closing);
    else if (CLOSE.has(character)) {
      if (open.at(-1) === character) open.pop();
      else wrong += 1;
    }
  }
  return wrong + open.length;
}
