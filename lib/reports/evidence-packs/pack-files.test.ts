import { expect, test } from "vitest";
import type { Organisation } from "@/lib/organisation";
import { renderPagedMarkdown } from "../renderers/paged/paged-markdown";
import type { EvidencePack, PackClaim } from "./evidence-pack";
import { evidencePackCsv } from "./evidence-pack-csv";
import { evidencePackDocument } from "./evidence-pack-document";

const none = { total: 0, primary: 0, archived: 0, confidential: 0 };
const claim = (overrides: Partial<PackClaim>): PackClaim => ({
  number: 1,
  address: "https://desk.example/articles/rents/claims/1",
  statement: "Rents doubled.",
  claimant: "Ida Brandt",
  ratingKey: "false",
  rating: "False",
  sources: none,
  ...overrides,
});
const organisation: Organisation = {
  name: "The Desk",
  legalName: null,
  url: "https://desk.example",
  logo: null,
  address: null,
  email: null,
  contactUrl: null,
  languages: ["en"],
  funding: "Readers pay for it.",
  policies: { ethicsUrl: "https://desk.example/ethics", correctionsUrl: null, methodUrl: null },
  licence: null,
  sameAs: [],
};
const empty: EvidencePack = {
  schemaVersion: 1,
  from: "2026-01-01",
  to: "2026-12-31",
  madeAt: "2026-12-31T12:00:00.000Z",
  organisation: null,
  checks: [],
  ratings: [],
  claimants: [],
  corrections: [],
  unpublished: [],
  policies: { methods: [], scales: [], correctionsPage: "https://desk.example/corrections" },
  complaints: null,
};
const full: EvidencePack = {
  ...empty,
  organisation,
  checks: [
    {
      title: "Rents",
      address: "https://desk.example/articles/rents",
      publisher: "The Daily",
      firstPublishedAt: "2026-02-03T04:05:06.000Z",
      publishedAt: "2026-03-04T05:06:07.000Z",
      claims: [
        claim({
          statement: "Rents\ndoubled.",
          sources: { total: 3, primary: 1, archived: 2, confidential: 0 },
        }),
        claim({ number: 2, ratingKey: "true", rating: "True", claimant: null, statement: "Wages fell." }),
      ],
      sources: { total: 3, primary: 1, archived: 2, confidential: 1 },
    },
    {
      title: "Taxes",
      address: "https://desk.example/articles/taxes",
      publisher: null,
      firstPublishedAt: "2026-05-06T07:08:09.000Z",
      publishedAt: "2026-05-06T07:08:09.000Z",
      claims: [
        claim({ statement: "Taxes rose.", sources: { total: 2, primary: 2, archived: 1, confidential: 1 } }),
      ],
      sources: { total: 2, primary: 2, archived: 1, confidential: 1 },
    },
  ],
  ratings: [
    { ratingKey: "false", label: "False", hue: "#a00000", count: 2 },
    { ratingKey: "true", label: "True", hue: "#00a000", count: 1 },
  ],
  claimants: [
    {
      name: "Ida Brandt",
      kind: "person",
      count: 2,
      ratings: [
        { label: "False", count: 1 },
        { label: "True", count: 1 },
      ],
    },
  ],
  corrections: [
    {
      title: "Rents",
      address: "https://desk.example/articles/rents",
      claim: 1,
      kind: "correction",
      note: "The wrong year.",
      madeAt: "2026-03-04T05:06:07.000Z",
      changes: [
        { field: "verdict", from: "True", to: "False" },
        { field: "claimedOn", from: null, to: "2024-05-17" },
      ],
    },
    {
      title: "Taxes",
      address: "https://desk.example/articles/taxes",
      claim: null,
      kind: "update",
      note: "A new title.",
      madeAt: "2026-06-07T00:00:00.000Z",
      changes: [],
    },
  ],
  unpublished: [{ title: "Gone", reason: "Wrong article.", at: "2026-05-05T00:00:00.000Z" }],
  policies: {
    methods: [{ paragraphs: ["Claims are chosen by two.", "Two sign off."] }],
    scales: [
      {
        name: "Truth",
        ratings: [
          { key: "true", label: "True", definition: "It is so." },
          { key: "false", label: "False", definition: "It is not." },
        ],
      },
    ],
    correctionsPage: "https://desk.example/corrections",
  },
  complaints: { received: 5, answered: 4, ledToCorrection: 1 },
};

const csvLines = (pack: EvidencePack) => evidencePackCsv(pack).replace("\uFEFF", "").trimEnd().split("\r\n");
const documentLines = (pack: EvidencePack) =>
  renderPagedMarkdown(evidencePackDocument(pack))
    .split("\n")
    .filter((line) => line !== "");

test.each<[string, EvidencePack, string[]]>([
  [
    "everything",
    full,
    [
      "row,title,address,publisher,firstPublishedAt,publishedAt,claim,statement,claimant,claimantKind,ratingKey,rating,definition,claims,share,sources,primarySources,archivedSources,confidentialSources,correction,field,from,to,note,at",
      "check,Rents,https://desk.example/articles/rents,The Daily,2026-02-03T04:05:06.000Z,2026-03-04T05:06:07.000Z,,,,,,,,2,,3,1,2,1,,,,,,",
      'claim,Rents,https://desk.example/articles/rents/claims/1,,,,1,"Rents\ndoubled.",Ida Brandt,,false,False,,,,3,1,2,0,,,,,,',
      "claim,Rents,https://desk.example/articles/rents/claims/1,,,,2,Wages fell.,,,true,True,,,,0,0,0,0,,,,,,",
      "check,Taxes,https://desk.example/articles/taxes,,2026-05-06T07:08:09.000Z,2026-05-06T07:08:09.000Z,,,,,,,,1,,2,2,1,1,,,,,,",
      "claim,Taxes,https://desk.example/articles/rents/claims/1,,,,1,Taxes rose.,Ida Brandt,,false,False,,,,2,2,1,1,,,,,,",
      "rating,,,,,,,,,,false,False,,2,0.6667,,,,,,,,,,",
      "rating,,,,,,,,,,true,True,,1,0.3333,,,,,,,,,,",
      "claimant,,,,,,,,Ida Brandt,person,,,,2,0.6667,,,,,,,,,,",
      "claimant,,,,,,,,Ida Brandt,person,,False,,1,,,,,,,,,,,",
      "claimant,,,,,,,,Ida Brandt,person,,True,,1,,,,,,,,,,,",
      "correction,Rents,https://desk.example/articles/rents,,,,1,,,,,,,,,,,,,correction,verdict,True,False,The wrong year.,2026-03-04T05:06:07.000Z",
      "correction,Rents,https://desk.example/articles/rents,,,,1,,,,,,,,,,,,,correction,claimedOn,no date,17 May 2024,The wrong year.,2026-03-04T05:06:07.000Z",
      "unpublished,Gone,,,,,,,,,,,,,,,,,,,,,,Wrong article.,2026-05-05T00:00:00.000Z",
      "definition,Truth,,,,,,,,,true,True,It is so.,,,,,,,,,,,,",
      "definition,Truth,,,,,,,,,false,False,It is not.,,,,,,,,,,,,",
      'policy,,,,,,,,,,,,,,,,,,,,method,,,"Claims are chosen by two.\nTwo sign off.",',
      "policy,,https://desk.example/corrections,,,,,,,,,,,,,,,,,,corrections,,,,",
      "policy,The Desk,https://desk.example,,,,,,,,,,,,,,,,,,organisation,,,,",
      "policy,,,,,,,,,,,,,,,,,,,,funding,,,Readers pay for it.,",
      "policy,,https://desk.example/ethics,,,,,,,,,,,,,,,,,,ethics,,,,",
    ],
  ],
  [
    "nothing",
    empty,
    [
      "row,title,address,publisher,firstPublishedAt,publishedAt,claim,statement,claimant,claimantKind,ratingKey,rating,definition,claims,share,sources,primarySources,archivedSources,confidentialSources,correction,field,from,to,note,at",
      "policy,,https://desk.example/corrections,,,,,,,,,,,,,,,,,,corrections,,,,",
    ],
  ],
])("the CSV of a pack with %s", (_, pack, expected) => {
  expect(csvLines(pack)).toEqual(expected);
});

test.each<[string, EvidencePack, string[]]>([
  [
    "everything",
    full,
    [
      "# Evidence pack, 1 January 2026 to 31 December 2026",
      "2 checks were first published in this period, with 3 claims.",
      "5 sources: 3 primary, 3 with an archived or saved copy, 2 confidential.",
      "Made on 31 December 2026 at 12:00 UTC. Checks and corrections as readers could see them at that time, without what was redacted.",
      "- False: 2",
      "- True: 1",
      "## Organisation and funding",
      "- Name: [The Desk](https://desk.example)",
      "- Funding: Readers pay for it.",
      "- Ethics policy: <https://desk.example/ethics>",
      "## How claims are selected, rated and signed off",
      "Claims are chosen by two.",
      "Two sign off.",
      "### Corrections",
      "Every correction has a public note that says what was changed, and all are on one page: <https://desk.example/corrections>",
      "### Rating scale: Truth",
      "| Rating | Definition |",
      "| - | - |",
      "| True | It is so. |",
      "| False | It is not. |",
      "## Claims by rating",
      "| Rating | Claims | Share |",
      "| - | - | - |",
      "| False | 2 | 66.7% |",
      "| True | 1 | 33.3% |",
      "## Claims by claimant",
      "1 claimant made 2 of 3 claims. The other claims name no claimant.",
      "| Claimant | Claims | Share | Ratings |",
      "| - | - | - | - |",
      "| Ida Brandt | 2 | 66.7% | False 1, True 1 |",
      "## Corrections made in this period",
      "**Correction, 4 March 2026: “Rents”, claim 1**",
      "The wrong year. <https://desk.example/articles/rents>",
      "- Verdict: True → False",
      "- When it was claimed: no date → 17 May 2024",
      "**Update, 7 June 2026: “Taxes”**",
      "A new title. <https://desk.example/articles/taxes>",
      "## Unpublished in this period",
      "- “Gone”, 5 May 2026: Wrong article.",
      "## Complaints",
      "5 complaints were received and 4 answered. 1 led to a correction.",
      "## Every check",
      "### Rents",
      "First published 3 February 2026. Current publication 4 March 2026. <https://desk.example/articles/rents>",
      "3 sources: 1 primary, 2 with an archived or saved copy, 1 confidential.",
      "| Claim | Claimant | Rating | Sources | Primary | Archived or saved |",
      "| - | - | - | - | - | - |",
      "| 1. Rents doubled. | Ida Brandt | False | 3 | 1 | 2 |",
      "| 2. Wages fell. | | True | 0 | 0 | 0 |",
      "### Taxes",
      "First published 6 May 2026. <https://desk.example/articles/taxes>",
      "2 sources: 2 primary, 1 with an archived or saved copy, 1 confidential.",
      "| Claim | Claimant | Rating | Sources | Primary | Archived or saved |",
      "| - | - | - | - | - | - |",
      "| 1. Taxes rose. | Ida Brandt | False | 2 | 2 | 1 |",
    ],
  ],
  [
    "nothing",
    empty,
    [
      "# Evidence pack, 1 January 2026 to 31 December 2026",
      "0 checks were first published in this period, with 0 claims.",
      "No sources.",
      "Made on 31 December 2026 at 12:00 UTC. Checks and corrections as readers could see them at that time, without what was redacted.",
      "## Organisation and funding",
      "No organisation is set.",
      "## How claims are selected, rated and signed off",
      "No check of this period describes the method.",
      "### Corrections",
      "Every correction has a public note that says what was changed, and all are on one page: <https://desk.example/corrections>",
      "## Claims by rating",
      "No checks were first published in this period.",
      "## Corrections made in this period",
      "No corrections were made in this period.",
      "## Every check",
      "No checks were first published in this period.",
    ],
  ],
])("the document of a pack with %s", (_, pack, expected) => {
  expect(documentLines(pack)).toEqual(expected);
});

test("the footer, authors and chart of the document", () => {
  const { footer, authors, chart } = evidencePackDocument(full);
  expect(footer).toBe("The Desk. Evidence pack, 1 January 2026 to 31 December 2026");
  expect(authors).toEqual(["The Desk"]);
  expect(chart).toEqual([
    { label: "False", count: 2, hue: "#a00000" },
    { label: "True", count: 1, hue: "#00a000" },
  ]);
  expect(evidencePackDocument(empty)).toMatchObject({
    footer: "Evidence pack, 1 January 2026 to 31 December 2026",
    authors: [],
  });
});

test.each([
  [100, 100, []],
  [101, 100, ["The CSV and JSON files have 1 more claimant."]],
])("of %i claimants, the document shows %i", (count, shown, more) => {
  const claimants = Array.from({ length: count }, (_, index) => ({
    name: `Claimant ${index}`,
    kind: "person" as const,
    count: 1,
    ratings: [],
  }));
  const lines = documentLines({ ...full, claimants });
  expect(lines.filter((line) => line.startsWith("| Claimant ")).length).toBe(shown + 1);
  expect(lines.filter((line) => line.startsWith("The CSV"))).toEqual(more);
});
