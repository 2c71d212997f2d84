import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { collectNames, DATE_LANGUAGES } from "@/lib/sources/dates/collect-names";

/**
 * Writes lib/sources/dates/month-tables.ts: the names of months and weekdays in all languages that `readDate` recognises, from Node's data of
 * Unicode. A test fails when that data changes, as it can with a new version of Node. Then run it again: `node --import tsx
 * scripts/make-month-tables.ts`.
 */
function main(): void {
  const { months, weekdays, phrases } = collectNames(DATE_LANGUAGES);
  const rows = Array.from({ length: 12 }, (_, index) =>
    [...months].flatMap(([name, meant]) => (meant.has(index + 1) ? [name] : [])).join(" "),
  );
  writeFileSync(
    resolve("lib/sources/dates/month-tables.ts"),
    `${HEADER}export const MONTHS: readonly string[] = [\n${rows.map((row) => `  ${JSON.stringify(row)},\n`).join("")}];

/** The names of the weekdays in all languages, folded. */
export const WEEKDAYS =\n  ${JSON.stringify([...weekdays].join("|"))};

/** Names of months that are several words, folded. */
export const PHRASES: readonly string[] = [${phrases.map((phrase) => JSON.stringify(phrase)).join(", ")}];
`,
  );
}

const HEADER = `// Written by scripts/make-month-tables.ts from Node's data of Unicode. Do not edit.

/** The names of each month in all languages, folded (see fold-name.ts); words of one name are joined by "_". */
`;

main();
