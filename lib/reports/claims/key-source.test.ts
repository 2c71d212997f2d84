import { expect, test } from "vitest";
import { reportEvidence, reportSource } from "@/lib/testing/reports/small-report";
import { keySource } from "./key-source";

const sources = [
  reportSource({ number: 1 }),
  reportSource({ number: 2, primary: true }),
  reportSource({ number: 3 }),
  reportSource({ number: 4, primary: true }),
];
const context = (source: number) => reportEvidence({ source, stance: "context" });
const refutes = (source: number) => reportEvidence({ source, stance: "refutes" });

test.each([
  ["one that refutes comes before a primary source for context", [context(2), refutes(1)], 1],
  ["a primary source that refutes comes before another one", [refutes(1), refutes(2)], 2],
  ["of two for context, the primary source", [context(1), context(2)], 2],
  ["the first of two primary sources", [refutes(4), refutes(2)], 4],
  ["without a primary source, one that refutes comes before context", [context(1), refutes(3)], 3],
  ["context alone", [context(3), context(1)], 3],
  ["a source that the report does not have is passed over", [refutes(9), context(1)], 1],
  ["no evidence", [], null],
])("%s", (_, evidence, number) => {
  expect(keySource({ sources }, { evidence })?.source.number ?? null).toBe(number);
});
