import { expect, test } from "vitest";
import {
  paragraph,
  reportClaim,
  reportCorrection,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { type OutputRenderer, renderOutputs } from "./render-outputs";
import type { Report } from "./report";

/** A renderer that fails on a Report with a word in it, in one format. */
const failsOn =
  (word: string): OutputRenderer =>
  async (report, format) => {
    if (format === "pdf" && JSON.stringify(report).includes(word)) throw new Error(`can't set ${word}`);
    return format === "pages" ? null : Buffer.from(format);
  };

const claims = Array.from({ length: 7 }, (_, index) =>
  reportClaim({
    id: `claim-${index + 1}`,
    number: index + 1,
    statement: index === 4 ? "Taxes rose (bad-claim)." : "Taxes rose.",
    evidence: [reportEvidence({ source: (index % 3) + 1 })],
  }),
);
const report: Report = smallReport({
  article: {
    title: "Taxes bad-title",
    blocks: [
      ...Array.from({ length: 9 }, (_, index) => paragraph(`Paragraph ${index + 1} is about taxes.`)),
      {
        type: "quote",
        blocks: [
          {
            type: "paragraph",
            runs: [
              run("It had bad-words", { claims: [1], starts: [1] }),
              run(` and ${"more and ".repeat(20)}more of them.`),
            ],
          },
        ],
      },
      paragraph("The end."),
    ],
  },
  claims,
  sources: [1, 2, 3].map((number) =>
    reportSource({ number, title: number === 2 ? "The bad-source" : "Customs" }),
  ),
  corrections: [reportCorrection({ note: "bad-note" })],
});

test("each output is announced, then rendered; pages give no file", async () => {
  const said: unknown[] = [];
  const rendered = await renderOutputs(
    report,
    ["pages", "html", "pdf"],
    failsOn("nothing like this"),
    (each) => said.push(each),
  );
  expect(rendered).toEqual({
    ok: true,
    value: [
      { format: "html", bytes: Buffer.from("html") },
      { format: "pdf", bytes: Buffer.from("pdf") },
    ],
  });
  expect(said).toEqual([
    { format: "pages", position: 1, total: 3 },
    { format: "html", position: 2, total: 3 },
    { format: "pdf", position: 3, total: 3 },
  ]);
});

test.each<[string, string, unknown]>([
  ["a claim", "bad-claim", { kind: "claim", number: 5 }],
  [
    "a passage inside a quotation, under a mark",
    "bad-words",
    {
      kind: "passage",
      text: "It had bad-words and more and more and more and more and more and more and more…",
    },
  ],
  ["a source", "bad-source", { kind: "source", title: "The bad-source" }],
  ["the title, which is in every part", "bad-title", null],
  ["a correction, which is no part of its own", "bad-note", null],
])("what can't be rendered is found: %s", async (_, word, fault) => {
  expect(await renderOutputs(report, ["pages", "html", "pdf"], failsOn(word))).toMatchObject({
    ok: false,
    error: { format: "pdf", fault, cause: expect.stringContaining(`can't set ${word}`) },
  });
});

test("what fails only together is no single part", async () => {
  const render: OutputRenderer = async ({ claims: those }) => {
    if (those.length > 3) throw new Error("too many");
    return Buffer.from("");
  };
  expect(await renderOutputs(report, ["pdf"], render)).toMatchObject({
    ok: false,
    error: { fault: null },
  });
});

test("looking for it renders about as many parts as halving takes", async () => {
  let renderings = 0;
  const many = {
    ...report,
    claims: Array.from({ length: 1000 }, (_, index) => ({ ...reportClaim(), number: index + 1 })),
  };
  const render: OutputRenderer = async (part) => {
    renderings++;
    if (part.claims.some(({ number }) => number === 700)) throw new Error("no");
    return Buffer.from("");
  };
  expect(await renderOutputs(many, ["pdf"], render)).toMatchObject({
    error: { fault: { kind: "claim", number: 700 } },
  });
  expect(renderings).toBeLessThan(30);
});
