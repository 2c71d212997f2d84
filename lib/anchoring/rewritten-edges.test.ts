import { describe, expect, test } from "vitest";
import { reanchorAll } from "./reanchor";

/** What became of the words in brackets: "changed: the words now", "orphaned" or "orphaned, perhaps: a candidate". */
function became(marked: string, now: string): string {
  const start = marked.indexOf("[");
  const old = marked.replace(/[[\]]/g, "");
  const [found] = reanchorAll(old, now, [{ start, end: marked.indexOf("]") - 1 }]);
  if (!found) return "nothing";
  if (found.kind !== "orphaned") return `${found.kind}: ${now.slice(found.range.start, found.range.end)}`;
  const [candidate] = found.candidates;
  return candidate ? `orphaned, perhaps: ${now.slice(candidate.start, candidate.end)}` : "orphaned";
}

type Row = [name: string, marked: string, now: string, outcome: string];

const repeated = (count: number, word: string) => Array.from({ length: count }, () => word).join(" ");
/** Enough unchanged words that a span with them is found, whatever happens at its edges. */
const KEPT =
  "that everybody in the harbour town has known for years and years how the old wooden breakwater was built by fishermen";

describe("the words at an edge and those beside it were rewritten, and each has its former share", () => {
  test.each<Row>([
    [
      "at the beginning, by fewer words",
      "In May the town council [decided quickly to build the new bridge]. End.",
      "Last year a few of the people wanted to build the new bridge. End.",
      "changed: wanted to build the new bridge",
    ],
    [
      "at the beginning, by more words",
      "In May the council of the town [decided quickly to build the new bridge]. End.",
      "Last year most of the people of the place wanted very much to build the new bridge. End.",
      "changed: wanted very much to build the new bridge",
    ],
    [
      "at the end, with more words of the claim",
      "So [they build the new bridge in the spring] of next year. End.",
      "So they build the new bridge before long, if they do it at all. End.",
      "changed: they build the new bridge before long, if they do it",
    ],
    [
      "at the end, with more words beside it",
      "So [they build the new bridge quickly] and with money of others. End.",
      "So they build the new bridge slowly, since nobody wants to pay. End.",
      "changed: they build the new bridge slowly,",
    ],
    [
      "at the beginning, by more sentences than it had",
      "It rained. Then [a ferry leaked. It sank near the harbour]. End.",
      "It rained. Why? Boats are old. Holes grow. It sank near the harbour. End.",
      "changed: Holes grow. It sank near the harbour",
    ],
    [
      "at the beginning, by half a sentence more",
      "The dam [is old. It leaks every spring. Clerks answer every call at noon]!",
      "The dam bytram They enrol online? old. spring. every call at noon!",
      "changed: old. spring. every call at noon",
    ],
    [
      "at the end, with a closing quotation mark and another line",
      "The mayor said “[no” to it? The ferry leaves] at noon today? It rained.",
      "The mayor said “no” to it? The ferry dam The mayor said “no” to it\nat noon today? It rained.",
      "changed: no” to it? The ferry dam The mayor said “no” to it",
    ],
    [
      "at the end, where a sentence that it also ends with is now elsewhere",
      "The bridge carries the tram. The town pays [for the dam. The dam is old. Why. The bridge carries the tram!]",
      "The bridge\nthe tram. The town pays for the dam. The bridge carries the tram. ",
      "changed: for the dam. The bridge carries the tram.",
    ],
    [
      "at the beginning, before a sign that it begins with",
      "Nobody on the island was asked. The bridge carries the tram[! It rose to] 5.",
      "Nobody on the island was asked. The the it! bridge carries It rose to 5.",
      "changed: ! bridge carries It rose to",
    ],
    [
      "at the beginning, a split word with another one between",
      "They [enrol online. The bridge carries the tram].",
      "so on line. The bridge carries the guild tram! ",
      "changed: on line. The bridge carries the guild tram",
    ],
    [
      "at both edges, in Chinese",
      "城里付大[坝的钱？昨天下]雨。",
      "城坝里付大坝票价便宜？的钱？昨大坝很旧。天的雨。",
      "changed: 坝票价便宜？的钱？昨大坝很旧",
    ],
  ])("%s", (_, marked, now, outcome) => {
    expect(became(marked, now)).toBe(outcome);
  });
});

describe("parts of a word", () => {
  test.each<Row>([
    [
      "after another new word",
      "They enrol [throughout the year in town]. End.",
      "They enrol wholly through out the year in the town. End.",
      "changed: through out the year in the town",
    ],
    [
      "at the end, before another word that is new",
      "The bridge [carries the tram]. Why? It rained?",
      "new bridge carries the tr am. rose? It rained?",
      "changed: carries the tr am",
    ],
    [
      "at the end, twice",
      "They enrol [now bytelephone]. End.",
      "They enrol now by telephone telephone. End.",
      "orphaned, perhaps: now by telephone",
    ],
  ])("%s", (_, marked, now, outcome) => {
    expect(became(marked, now)).toBe(outcome);
  });
});

describe("a claim without an unchanged word", () => {
  test.each<Row>([
    [
      "its sentence has other words",
      "We know so [nobody on the island ever came to us] again. End.",
      "We know that everyone from the island had left us again. End.",
      "orphaned, perhaps: everyone from the island had left us",
    ],
    [
      "its two sentences and their neighbours have other words",
      "They enrol online. The dam is [old\nThe] mayor said “no” to it.",
      "They enrol online. The? town pays for the dam! The dam dam old\ntram said “no” to it.",
      "changed: The",
    ],
    [
      "its last word begins the text, and the rest is in the sentence after it",
      "[It rose to 5]. He said the dam leaks, and nobody asked why!",
      "5. He It rose pays new the Clerks answer every call at noon. dam leaks, and nobody asked why!",
      "orphaned, perhaps: 5",
    ],
    [
      "its words are between those of the sentences beside it",
      "Tickets are cheap. Clerks answer every call [at noon. Tickets are] cheap. The dam is old. Rents rose by 12 percent in May.",
      "Tickets are cheap. Clerks every call carries cheap. rose at noon. The bridge The dam is old. Rents rose by 12 percent in May.",
      "orphaned, perhaps: at noon. The bridge",
    ],
    [
      "a sentence was inserted into it, and one after it",
      "It [rose to 5]. Why.",
      "It The mayor said “no” to it! rose to 5. Clerks answer every call at noon! ",
      "orphaned",
    ],
    [
      "its only word is now the second of its line",
      "They enrol online\n[Buses] stop here.",
      "They enrol it\nstop Buses tram.",
      "orphaned",
    ],
  ])("%s", (_, marked, now, outcome) => {
    expect(became(marked, now)).toBe(outcome);
  });
});

describe("how many words at an edge can be replaced", () => {
  test.each<Row>([
    [
      "100 at the beginning",
      `So [${repeated(100, "a")} ${KEPT}]. End.`,
      `So b b ${KEPT}. End.`,
      `b b ${KEPT}`,
    ],
    ["101 at the beginning", `So [${repeated(101, "a")} ${KEPT}]. End.`, `So b b ${KEPT}. End.`, KEPT],
    ["100 at the end", `So [${KEPT} ${repeated(100, "a")}]. End.`, `So ${KEPT} b b. End.`, `${KEPT} b b`],
    ["101 at the end", `So [${KEPT} ${repeated(101, "a")}]. End.`, `So ${KEPT} b b. End.`, KEPT],
    [
      "one, beside 34 that were replaced by ten",
      `It is so now that we see ${repeated(10, "a")} b ${repeated(23, "c")} [d ${KEPT}]. End.`,
      `It is so now that we see ${repeated(10, "b")} f ${KEPT}. End.`,
      `f ${KEPT}`,
    ],
  ])("%s", (_, marked, now, words) => {
    expect(became(marked, now)).toBe(`changed: ${words}`);
  });
});
