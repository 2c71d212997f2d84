/** A piece of an RTF file. */
export type RtfToken =
  | { kind: "open" | "close" }
  /** A control word such as \b0: its name and its number. */
  | { kind: "word"; word: string; value: number | null }
  /** A control symbol such as \~. */
  | { kind: "symbol"; symbol: string }
  /** Bytes of text, one character each. */
  | { kind: "bytes"; bytes: string };

/** Splits an RTF file into its pieces. @param source one character for each byte */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const pattern =
    /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|\\/y;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const [, word, number, hex, symbol, brace, text] = match;
    if (word !== undefined) {
      const value = number === undefined ? null : Number.parseInt(number, 10);
      // Binary data follows.
      if (word === "bin") pattern.lastIndex += Math.max(value ?? 0, 0);
      else yield { kind: "word", word, value };
    } else if (hex !== undefined)
      yield { kind: "bytes", bytes: String.fromCharCode(Number.parseInt(hex, 16)) };
    else if (symbol !== undefined) yield { kind: "symbol", symbol };
    else if (brace !== undefined) yield { kind: brace === "{" ? "open" : "close" };
    else if (text !== undefined) yield { kind: "bytes", bytes: text };
  }
}
