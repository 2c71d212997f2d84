import { IntlMessageFormat } from "intl-messageformat";
import { type CatalogueFile, isTest, type SourceFile } from "./source-file";

/** Between two letters: elsewhere it is the escape character of ICU MessageFormat. */
const STRAIGHT_APOSTROPHE = /\p{L}'\p{L}/u;

/** Messages that cannot be read as ICU MessageFormat or are set with straight apostrophes, and messages that no code uses. */
export function checkMessages(catalogues: readonly CatalogueFile[], files: readonly SourceFile[]): string[] {
  const code = files
    .filter(({ path }) => !isTest(path))
    .map(({ text }) => text)
    .join("\n");
  // `t(\`state.${state}\`)` uses every key that begins and ends like it.
  const patterns = [...code.matchAll(/`([\w.-]*)\$\{[^}`]*\}([\w.-]*)`/g)]
    .map(([, before = "", after = ""]) => ({ before, after }))
    .filter(({ before, after }) => before.length + after.length > 1);
  const isUsed = (key: string) =>
    code.includes(`"${key}"`) ||
    patterns.some(({ before, after }) => key.startsWith(before) && key.endsWith(after));
  return catalogues.flatMap(({ path, messages }) =>
    Object.entries(messages).flatMap(([key, message]) => {
      const problem = problemOf(message);
      if (problem) return [`${path}: "${key}" is not a message: ${problem}.`];
      if (STRAIGHT_APOSTROPHE.test(message)) return [`${path}: "${key}" has a straight apostrophe. Write ’.`];
      return isUsed(key) ? [] : [`${path}: no code uses "${key}".`];
    }),
  );
}

function problemOf(message: string): string | null {
  try {
    new IntlMessageFormat(message, "en");
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
