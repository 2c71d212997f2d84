import { err, ok, type Result } from "./result";

/** Why a text was not read as JSON. */
export type JsonRefusal =
  | { kind: "too-many-values"; max: number }
  | {
      kind: "malformed";
      /** The error behind it, for the log. */
      cause: unknown;
    };

/**
 * The most values that an input from outside can have by default: numbers, texts, lists, objects and their names. The largest claim, of 50
 * sources with a rationale of 2,000 passages, has about 10,000.
 */
export const MAX_VALUES = 50_000;

/**
 * Parses JSON from outside, if it has few enough values. A million empty objects are three megabytes, but to parse, copy and check them takes
 * seconds; to count the commas and brackets before takes a few milliseconds, however long the text is.
 */
export function parseBoundedJson(text: string, max: number = MAX_VALUES): Result<unknown, JsonRefusal> {
  if (hasMoreValues(text, max)) return err({ kind: "too-many-values", max });
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (cause) {
    return err({ kind: "malformed", cause });
  }
}

/**
 * Whether a JSON text has more values than `max`, by the characters outside its strings that begin or separate values. Reads no further than
 * it must. For a text that is not JSON, the answer means nothing.
 */
export function hasMoreValues(text: string, max: number): boolean {
  if (text.length <= max) return false;
  let values = 1;
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case QUOTE:
        index = endOfString(text, index);
        break;
      case COMMA:
      case COLON:
      case BRACKET:
      case BRACE:
        values += 1;
        if (values > max) return true;
    }
  }
  return false;
}

const [QUOTE, COMMA, COLON, BRACKET, BRACE, BACKSLASH] = [...'",:[{\\'].map((each) => each.charCodeAt(0));

/** The index of a string's closing quotation mark; the text's length if there is none. @param start index of the opening one */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}
