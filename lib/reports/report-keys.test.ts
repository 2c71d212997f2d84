import { describe, expect, test } from "vitest";
import { CLAIM_KINDS } from "@/lib/claims/claim";
import { SOURCE_KINDS, STANCES } from "@/lib/sources/source";
import { reportEvidence, reportSource } from "@/lib/testing/reports/small-report";
import "@/lib/words/languages";
import { languages } from "@/lib/words/words";
import { PUBLICATION_OUTPUTS } from "./export-formats";
import { CORRECTION_FIELDS, CORRECTION_KINDS, METHOD_KEYS } from "./report";
import { reportWords } from "./report-words";

describe.each(languages())("every key of a Report has words in %s:", (language) => {
  const words = reportWords(language);
  test.each<[string, readonly string[], (key: never) => string | readonly string[]]>([
    ["kinds of claims", CLAIM_KINDS, (kind) => words.claimKind({ kind })],
    ["kinds of sources", SOURCE_KINDS, (kind) => words.describeSourceKind(reportSource({ kind }))],
    ["stances", STANCES, (stance) => words.stanceLabel(reportEvidence({ stance }))],
    ["kinds of corrections", CORRECTION_KINDS, words.correctionKind],
    ["hints on them", CORRECTION_KINDS, words.correctionHint],
    ["fields of corrections", CORRECTION_FIELDS, words.correctionField],
    ["fields without a value", CORRECTION_FIELDS, (field) => words.correctionValue(field, null)],
    ["methods", METHOD_KEYS, (key) => words.methodParagraphs({ method: { key } })],
    ["outputs", PUBLICATION_OUTPUTS, words.outputName],
  ])("%s", (_, keys, wordsOf) => {
    const said = keys.map((key) => [wordsOf(key as never)].flat().join("\n"));
    for (const each of said) expect(each).toMatch(/\p{L}{2}|\p{Script=Han}/u);
    // A label that two keys share would not tell them apart.
    if (_ !== "fields without a value") expect(new Set(said).size).toBe(keys.length);
  });
});
