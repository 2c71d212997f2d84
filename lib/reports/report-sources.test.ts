import { describe, expect, test } from "vitest";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { doc, p } from "@/lib/testing/builders";
import {
  claimOn,
  budgetEvidence as evidence,
  reportOf,
  budget as source,
} from "@/lib/testing/reports/report-of";

describe("the sources of a report", () => {
  const document = doc(p("One two three."));

  test("a confidential source is described, not named", () => {
    const built = reportOf(document, [
      claimOn(document, "One", { evidence: [{ ...evidence, source: { ...source, confidential: true } }] }),
    ]);
    expect(JSON.stringify([built.claims, built.sources])).not.toMatch(/Budget|Treasury|example|words/);
    expect(built.sources[0]).toMatchObject({ title: null, kind: "report" });
  });

  test.each([
    ["a page that answers", source, false],
    ["a page that is gone", { ...source, linkState: "gone" as const }, true],
  ])("a source lists everything that readers see of it: %s", (_, listed, gone) => {
    const authors = ["Ida"];
    const claim = claimOn(document, "One", { evidence: [{ ...evidence, source: { ...listed, authors } }] });
    expect(reportOf(document, [claim]).sources).toEqual([
      {
        number: 1,
        id: "s1",
        title: "Budget",
        authors,
        publisher: "Treasury",
        publishedOn: "2024",
        url: "https://example.org/",
        archiveUrl: "https://archive.example.org/budget",
        keptAt: "2026-01-02T08:00:00.000Z",
        gone,
        kind: "report",
        primary: true,
        confidential: false,
      },
    ]);
  });

  test("a paper has what a full citation needs, without empty fields", () => {
    const paper = {
      ...source,
      doi: "10.1000/182",
      publisher: "Example Press",
      details: { ...NO_DETAILS, containerTitle: "Trade Studies", volume: "12", editors: ["Doe, Jane"] },
    };
    const claim = claimOn(document, "One", { evidence: [{ ...evidence, source: paper }] });
    expect(reportOf(document, [claim]).sources).toMatchObject([
      {
        publisher: "Trade Studies",
        citation: {
          doi: "10.1000/182",
          volume: "12",
          editors: ["Doe, Jane"],
          publishingHouse: "Example Press",
        },
      },
    ]);
  });

  test("a confidential source keeps its description, kind and weight", () => {
    const hidden = {
      ...source,
      authors: ["Ida"],
      confidential: true,
      linkState: "gone" as const,
      publicDescription: "An official",
    };
    const built = reportOf(document, [
      claimOn(document, "One", {
        evidence: [{ ...evidence, accessedOn: "2025-12-31", note: "They agree.", source: hidden }],
      }),
    ]);
    expect(built.sources).toEqual([
      {
        number: 1,
        id: null,
        title: "An official",
        authors: [],
        publisher: null,
        publishedOn: null,
        url: null,
        archiveUrl: null,
        keptAt: null,
        gone: false,
        kind: "report",
        primary: true,
        confidential: true,
      },
    ]);
    expect(built.claims[0]?.evidence[0]).toMatchObject({
      id: null,
      note: "They agree.",
      excerpt: null,
      accessedOn: null,
      archiveUrl: null,
    });
  });
});
