import { getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { PAGED_FORMATS } from "@/lib/reports/renderers/paged/paged-formats";
import { readExport } from "@/lib/testing/reports/read-export";
import { paragraph, run } from "@/lib/testing/reports/small-report";
import { renderPagedMarkdown } from "../renderers/paged/paged-markdown";
import { renderPaged } from "../renderers/paged/render-paged";
import type { Dossier, DossierClaim } from "./dossier";
import { dossierDocument, openQuestions } from "./dossier-document";

const at = "2026-11-29T10:00:00.000Z";
const claim = (overrides: Partial<DossierClaim> = {}): DossierClaim => ({
  number: 1,
  statement: "Rents doubled.",
  quote: "rents doubled",
  state: "approved",
  excluded: null,
  needsChecking: false,
  markedBy: "Ada",
  verdicts: [{ rating: "False", by: "Ada", at, reasons: "They rose by a tenth.\nNot more." }],
  votes: [],
  evidence: [],
  threads: [],
  ...overrides,
});
const thread = { passage: null, resolved: null, comments: [{ by: "Noor", at, text: "Which year?" }] };
const open = claim({
  number: 2,
  state: "in_review",
  needsChecking: true,
  verdicts: [],
  votes: null,
  evidence: [
    {
      sourceId: "index",
      stance: "Supports",
      title: "Rent index",
      url: "https://example.org/rents",
      excerpt: "plus 10%",
      note: "A note.",
      copy: null,
      gone: true,
    },
  ],
  threads: [thread],
});
const dossier: Dossier = {
  article: {
    title: "Rents",
    byline: "Bo Li",
    publisher: null,
    publishedOn: "2026-11-01",
    sourceUrl: "https://example.org/article",
    versionNumber: 3,
  },
  blocks: [
    paragraph("In the city,"),
    { type: "paragraph", runs: [run("rents doubled", { claims: [1], starts: [1], ends: [1] })] },
  ],
  madeAt: at,
  madeBy: "Ada",
  claims: [claim({ votes: [{ rating: "Misleading", by: "Bea", at, reasons: "Too strong." }] }), open],
  threads: [
    { ...thread, passage: "In the city,", resolved: { by: "Ada", at } },
    { ...thread, comments: [{ by: "Noor", at, text: null }] },
  ],
};

test.each<[string, Partial<DossierClaim>, string[]]>([
  ["nothing", {}, []],
  ["a missing verdict", { verdicts: [] }, ["Claim 1 has no verdict."]],
  ["a claim in review", { state: "in_review" }, ["Claim 1 is not approved: In review."]],
  ["a position", { needsChecking: true }, ["The position of claim 1 in the text needs checking."]],
  ["an open thread", { threads: [thread] }, ["One comment thread on claim 1 is not resolved."]],
  ["an excluded claim", { state: "draft", verdicts: [], excluded: { reason: "Trivial" } }, []],
  [
    "a source without a copy",
    { evidence: open.evidence },
    ["No copy is saved of “Rent index” (claim 1).", "The page of “Rent index” is gone (claim 1)."],
  ],
])("open questions: %s", (_, overrides, expected) => {
  expect(openQuestions({ claims: [claim(overrides)], threads: [] })).toEqual(expected);
});

test("a source that several claims use is there once, with them", () => {
  const [evidence] = open.evidence;
  const claims = [3, 1, 5].map((number) =>
    claim({
      number,
      evidence: evidence
        ? [
            { ...evidence, gone: false },
            { ...evidence, gone: false },
          ]
        : [],
    }),
  );
  expect(openQuestions({ claims, threads: [] })).toEqual([
    "No copy is saved of “Rent index” (claims 3, 1, and 5).",
  ]);
});

const FACTS = [
  "Confidential, internal",
  "Internal review dossier: Rents",
  "Claim 2 has no verdict.",
  "One comment thread on the text or the article is not resolved.",
  "They rose by a tenth.",
  "Misleading, by Bea",
  "Too strong.",
  "The votes on this claim are hidden",
  "Rent index",
  "https://example.org/rents",
  "plus 10%",
  "No copy is saved.",
  "Which year?",
  "Resolved by Ada",
  "deleted",
];

test.each(PAGED_FORMATS)("everything is in the dossier as %s", async (format) => {
  const squeezed = (some: string) => (format === "pdf" ? some.replace(/[\s\-‐]/g, "") : some);
  const text = squeezed(await readExport(format, await renderPaged(dossierDocument(dossier), format, "a4")));
  expect(FACTS.filter((fact) => !text.includes(squeezed(fact)))).toEqual([]);
});

test("each page says that it is confidential", async () => {
  const many = {
    ...dossier,
    claims: Array.from({ length: 20 }, (_, index) => claim({ number: index + 1 })),
  };
  const bytes = await renderPaged(dossierDocument(many), "pdf", "letter");
  const document = await getDocumentProxy(new Uint8Array(bytes));
  expect(document.numPages).toBeGreaterThan(2);
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    expect(items.some((item) => "str" in item && item.str.includes("Confidential, internal"))).toBe(true);
  }
});

const bare: Dossier = {
  ...dossier,
  article: { ...dossier.article, byline: null, publisher: "The Daily", publishedOn: null, sourceUrl: null },
  blocks: [paragraph("Nothing."), paragraph("More.")],
  claims: [
    claim({
      number: 4,
      state: "published",
      excluded: { reason: "Trivial." },
      votes: [],
      verdicts: [
        { rating: "True", by: "Bea", at, reasons: "" },
        { rating: "False", by: "Ada", at: "2026-11-28T10:00:00.000Z", reasons: "Old reasons." },
      ],
      evidence: [
        {
          sourceId: "memo",
          stance: "Refutes",
          title: "Memo",
          url: null,
          excerpt: null,
          note: null,
          copy: at,
          gone: false,
        },
        {
          sourceId: "memo",
          stance: "Context",
          title: "A talk",
          url: null,
          excerpt: null,
          note: null,
          copy: "unneeded",
          gone: false,
        },
      ],
      threads: [
        {
          ...thread,
          passage: "rents",
          resolved: null,
          comments: [...thread.comments, { by: "Ada", at, text: "2024.\nSo it is." }],
        },
      ],
    }),
  ],
  threads: [],
};

test.each<[string, Dossier, string[]]>([
  [
    "with open claims",
    dossier,
    [
      "**Not for publication. Confidential sources are only described; the desk names them.**",
      "# Internal review dossier: Rents",
      "By Bo Li, 1 November 2026",
      "<https://example.org/article>",
      "Made by Ada on 29 November 2026 at 10:00 UTC. Text version 3.",
      "## Open questions",
      "- Claim 2 has no verdict.",
      "- Claim 2 is not approved: In review.",
      "- The position of claim 2 in the text needs checking.",
      "- One comment thread on claim 2 is not resolved.",
      "- No copy is saved of “Rent index” (claim 2).",
      "- The page of “Rent index” is gone (claim 2).",
      "- One comment thread on the text or the article is not resolved.",
      "## The text",
      "In the city,",
      "rents doubled[^1]",
      "## Comments on passages",
      "> In the city,",
      "- Noor, 29 November 2026 at 10:00 UTC: Which year?",
      "- Resolved by Ada, 29 November 2026 at 10:00 UTC.",
      "## Comments on the article",
      "- Noor, 29 November 2026 at 10:00 UTC: deleted",
      "- Not resolved.",
      "## Claims",
      "[^1]: **Claim 1.** Rents doubled.",
      "    > rents doubled",
      "    Approved. Marked by Ada.",
      "    **Verdicts, newest first**",
      "    - **False, by Ada, 29 November 2026 at 10:00 UTC**",
      "      They rose by a tenth.",
      "      Not more.",
      "    **Votes**",
      "    - **Misleading, by Bea, 29 November 2026 at 10:00 UTC**",
      "      Too strong.",
      "[^2]: **Claim 2.** Rents doubled.",
      "    > rents doubled",
      "    In review. Marked by Ada.",
      "    The votes on this claim are hidden until voting is over.",
      "    **Sources**",
      "    - **Supports:&#x20;**[Rent index](https://example.org/rents). “plus 10%” A note. No copy is saved. The page is gone.",
      "    **Comments**",
      "    - Noor, 29 November 2026 at 10:00 UTC: Which year?",
      "    - Not resolved.",
    ],
  ],
  [
    "with an excluded claim and little else",
    bare,
    [
      "**Not for publication. Confidential sources are only described; the desk names them.**",
      "# Internal review dossier: Rents",
      "The Daily",
      "Made by Ada on 29 November 2026 at 10:00 UTC. Text version 3.",
      "## Open questions",
      "- One comment thread on claim 4 is not resolved.",
      "## The text",
      "Nothing.",
      "More.",
      "## Claims",
      "[^4]: **Claim 4.** Rents doubled.",
      "    > rents doubled",
      "    Published. Marked by Ada.",
      "    Excluded from publication: Trivial.",
      "    **Verdicts, newest first**",
      "    - **True, by Bea, 29 November 2026 at 10:00 UTC**",
      "    - **False, by Ada, 28 November 2026 at 10:00 UTC**",
      "      Old reasons.",
      "    **Sources**",
      "    - **Refutes:&#x20;**&#x4D;emo. A copy was saved on 29 November 2026.",
      "    - **Context:&#x20;**&#x41; talk.",
      "    **Comments**",
      "    - Noor, 29 November 2026 at 10:00 UTC: Which year?",
      "    - Ada, 29 November 2026 at 10:00 UTC: 2024.",
      "      So it is.",
      "    - Not resolved.",
    ],
  ],
])("the pages of a dossier %s", (_, pages, expected) => {
  const lines = renderPagedMarkdown(dossierDocument(pages)).split("\n");
  expect(lines.filter((line) => line !== "")).toEqual(expected);
});
