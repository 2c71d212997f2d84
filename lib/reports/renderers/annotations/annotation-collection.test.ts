import { describe, expect, test } from "vitest";
import { blockText } from "@/lib/reports/block-text";
import type { Report } from "@/lib/reports/report";
import { mixedReport } from "@/lib/testing/reports/mixed-report";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import {
  reportClaim,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { type AnnotationDocument, w3cFaults, w3cSamples } from "@/lib/testing/w3c-annotations";
import { annotationCollection } from "./annotation-collection";

const ADDRESS = "https://desk.example/articles/taxes";

const KINDS: Record<string, AnnotationDocument> = {
  AnnotationCollection: "collection",
  AnnotationPage: "page",
};
const kindOf = ({ type }: { type?: unknown }) => KINDS[String(type)] ?? "annotation";

describe("the W3C's own samples", () => {
  // Kinds of targets from a draft of the model, and pages that name their collection by its address.
  const DISAGREEING = ["anno11", "anno12", "anno13", "example42", "example43"];
  test("the correct ones have no faults, but for five that the W3C's own schemas refuse", () => {
    const faulty = Object.entries(w3cSamples.correct).filter(
      ([, sample]) => w3cFaults(kindOf(sample), sample).length > 0,
    );
    expect(faulty.map(([name]) => name)).toEqual(DISAGREEING);
  });
  test("the incorrect ones have some", () => {
    const passed = Object.entries(w3cSamples.incorrect).filter(
      ([, sample]) => w3cFaults(kindOf(sample), sample).length === 0,
    );
    expect(passed.map(([name]) => name)).toEqual([]);
  });
});

describe.each<[string, Report]>([
  ["the sample article", sampleReport()],
  ["an Arabic article", mixedReport("ar")],
  ["an article without claims", smallReport()],
])("%s", (_, report) => {
  const collection = annotationCollection(report, ADDRESS);

  test("meets the requirements of the W3C", () => {
    expect(w3cFaults("collection", collection)).toEqual([]);
    expect(w3cFaults("page", { "@context": collection["@context"], ...collection.first })).toEqual([]);
    for (const item of collection.first.items)
      expect(w3cFaults("annotation", { "@context": collection["@context"], ...item })).toEqual([]);
  });

  test("each position names the quotation", () => {
    const text = [...blockText(report.article.blocks)];
    for (const [index, { target }] of collection.first.items.entries()) {
      const position = target.selector.find((each) => each.type === "TextPositionSelector");
      expect(text.slice(position?.start, position?.end).join("")).toBe(report.claims[index]?.quote);
    }
  });
});

test("positions count code points", () => {
  const report = smallReport({
    article: { blocks: [{ type: "paragraph", runs: [run("𝟤 😀 rose")] }] },
    claims: [reportClaim({ quote: "rose", start: 6, end: 10 })],
  });
  const [item] = annotationCollection(report, ADDRESS).first.items;
  expect(item?.target.selector[1]).toEqual({ type: "TextPositionSelector", start: 4, end: 8 });
});

test("a claim has its verdict, statement, reasons, topics and the addresses of its sources", () => {
  const report = smallReport({
    claims: [
      reportClaim({
        number: 7,
        tags: ["tax"],
        evidence: [reportEvidence(), reportEvidence({ stance: "refutes" })],
      }),
    ],
    sources: [reportSource({ url: "https://budget.example/" })],
  });
  const [item] = annotationCollection(report, ADDRESS).first.items;
  expect(item?.id).toBe(`${ADDRESS}/claims/7`);
  expect(item?.body.map((body) => [body.purpose, "value" in body ? body.value : body.source])).toEqual([
    ["classifying", "False"],
    ["describing", "Taxes rose."],
    ["assessing", "They fell."],
    ["tagging", "tax"],
    ["linking", "https://budget.example/"],
  ]);
});
