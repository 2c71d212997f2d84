import { expect, test } from "vitest";
import { reanchorAll } from "./reanchor";

/** What became of the words in brackets: "exact: the words now". */
function became(marked: string, now: string): string {
  const start = marked.indexOf("[");
  const [found] = reanchorAll(marked.replace(/[[\]]/g, ""), now, [{ start, end: marked.indexOf("]") - 1 }]);
  return found && found.kind !== "orphaned"
    ? `${found.kind}: ${now.slice(found.range.start, found.range.end)}`
    : "orphaned";
}

/** Different words that begin with a letter. */
const words = (count: number, letter: string) =>
  Array.from(
    { length: count },
    (_, index) => `${letter}${"abcdefghij"[index % 10]}${"xyzw"[Math.floor(index / 10)]}`,
  ).join(" ");

test.each<[name: string, marked: string, now: string, outcome: string]>([
  [
    "it has the words that were after it",
    "The list is in [Annex 2] of the treaty on boats.",
    "The list is in Annex 2 of the law and Annex 3 of the treaty on boats.",
    "changed: Annex 3",
  ],
  [
    "it has the words that were before it",
    "The treaty on boats has [Annex 2] for the list.",
    "The treaty on boats has Annex 3 and the law has Annex 2 for it all.",
    "changed: Annex 3",
  ],
  [
    "it is at the end of the text, as before",
    "See [Annex 2]",
    "See Annex 2 on fees and Annex 3",
    "changed: Annex 3",
  ],
  [
    "most of its words are the same",
    "In all, [the annex two] lists boats.",
    "In all, the annex two has rules, the annex six lists boats.",
    "changed: the annex six",
  ],
  [
    "not if most of its words are others",
    "In all, [the annex two] lists boats.",
    "In all, the annex two has rules, a letter two lists boats.",
    "exact: the annex two",
  ],
  [
    "not if it has no figure",
    "See [Annex 2] on boats. End of it.",
    "See Annex 2 on fees and Annex x on boats. End of it.",
    "exact: Annex 2",
  ],
  [
    "of thirty words",
    `So [${words(30, "a")}] it ends well.`,
    `So ${words(30, "a")} it is, but ${words(29, "a")} zz it ends well.`,
    `changed: ${words(29, "a")} zz`,
  ],
  [
    "not of more words",
    `So [${words(31, "a")}] it ends well.`,
    `So ${words(31, "a")} it is, but ${words(30, "a")} zz it ends well.`,
    `exact: ${words(31, "a")}`,
  ],
  [
    "before a long addition",
    "So it is in [Annex 2] that we see it.",
    `So it is in Annex 2 now, Annex 3 that we see it ${words(40, "n")} ${words(40, "m")}.`,
    "changed: Annex 3",
  ],
])("a passage like that of the claim: %s", (_, marked, now, outcome) => {
  expect(became(marked, now)).toBe(outcome);
});
