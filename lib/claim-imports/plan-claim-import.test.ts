import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "@/lib/document/canonical-text";
import { rationaleSchema } from "@/lib/document/schema";
import { defaultScale } from "@/lib/ratings/default-scale";
import { blockText } from "@/lib/reports/block-text";
import { renderAnnotations } from "@/lib/reports/renderers/annotations/annotation-collection";
import { renderClaimReview } from "@/lib/reports/renderers/claim-review";
import { renderJson } from "@/lib/reports/renderers/json/json";
import { renderCsv } from "@/lib/reports/renderers/tables/csv";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { type ImportGround, type PlannedClaim, planClaimImport } from "./plan-claim-import";

const report = sampleReport();
const ADDRESS = "https://desk.example/articles/putin";
const text = blockText(report.article.blocks);

const ground = (overrides: Partial<ImportGround> = {}): ImportGround => ({
  text,
  language: "en",
  ratings: defaultScale.ratings,
  claims: [],
  imported: [],
  ...overrides,
});

/** The plan of a file that can be read. */
function plan(content: string, overrides: Partial<ImportGround> = {}) {
  const planned = planClaimImport(content, ground(overrides));
  if (!planned.ok) throw new Error(planned.error.message);
  return planned.value;
}

const passageOf = ({ place }: PlannedClaim) =>
  place.kind === "placed" ? { start: place.passage.start, end: place.passage.end } : place.kind;
const reasonsOf = ({ rationale }: PlannedClaim) =>
  rationale ? canonicalText(rationaleSchema.nodeFromJSON(rationale)).text : "";
const addressesOf = ({ content }: PlannedClaim) =>
  (content.evidence ?? []).map(({ source }) => ("url" in source ? source.url : null));
const claimantOf = ({ content }: PlannedClaim) =>
  typeof content.claimant === "object" ? (content.claimant?.name ?? null) : content.claimant;

const addresses = (claim: (typeof report.claims)[number]) =>
  claim.evidence.map(({ source }) => report.sources[source - 1]?.url ?? null);
const labelOf = (key: string) => report.scale.ratings.find((rating) => rating.key === key)?.label;

const files = {
  json: renderJson(report, "https://desk.example"),
  csv: renderCsv(report, ADDRESS),
  annotations: renderAnnotations(report, ADDRESS),
};

describe("our own exports give the same claims", () => {
  test.each(Object.entries(files))("%s", (_, content) => {
    const { rows, ratings } = plan(content);
    expect(
      rows.map((row) => ({
        passage: passageOf(row),
        statement: row.content.statement,
        rating: row.rating,
        reasons: reasonsOf(row),
        tags: row.content.tags,
        addresses: new Set(addressesOf(row)),
        problems: row.problems,
      })),
    ).toEqual(
      report.claims.map((claim) => ({
        passage: { start: claim.start, end: claim.end },
        statement: claim.statement,
        rating: labelOf(claim.ratingKey),
        reasons: claim.rationaleText,
        tags: claim.tags,
        addresses: new Set(addresses(claim)),
        problems: [],
      })),
    );
    expect(ratings.every(({ ratingKey }) => ratingKey !== null)).toBe(true);
  });

  test.each(["json", "csv"] as const)("%s: with claimants, days, kinds, excerpts and notes", (format) => {
    expect(
      plan(files[format]).rows.map((row) => [
        claimantOf(row) ?? null,
        row.content.carriedBy,
        row.content.claimedOn,
        row.content.kind,
        row.content.evidence?.map(({ stance, excerpt, note, archiveUrl }) => [
          stance,
          excerpt,
          note,
          archiveUrl,
        ]),
      ]),
    ).toEqual(
      report.claims.map((claim) => [
        claim.claimant?.name ?? null,
        claim.carriedBy,
        claim.claimedOn,
        claim.kind,
        claim.evidence.map(({ stance, excerpt, note, archiveUrl }) => [stance, excerpt, note, archiveUrl]),
      ]),
    );
  });

  test("ClaimReviews: statement, rating and reasons; the passages are offered or not found", () => {
    const exported = report.claims.flatMap((claim) => {
      const review = renderClaimReview(report, claim, `${ADDRESS}/claims/${claim.number}`);
      return review ? [{ claim, review }] : [];
    });
    const { format, rows } = plan(JSON.stringify(exported.map(({ review }) => review)));
    expect(format).toBe("claim-review");
    expect(rows.map((row) => [row.content.statement, row.rating, reasonsOf(row)])).toEqual(
      exported.map(({ claim }) => [claim.statement, labelOf(claim.ratingKey), claim.rationaleText]),
    );
    const feed = {
      "@type": "DataFeed",
      dataFeedElement: [{ "@type": "DataFeedItem", item: exported.map(({ review }) => review) }],
    };
    expect(plan(JSON.stringify(feed)).rows).toHaveLength(rows.length);
    expect(plan(JSON.stringify(exported[0]?.review)).rows).toHaveLength(1);
  });

  test.each(Object.entries(files))(
    "%s, after words before and inside the text have changed",
    (_, content) => {
      const [first] = report.claims;
      if (!first) throw new Error("no claims");
      const gone = report.claims.filter(({ quote }) => quote.includes("billion"));
      const edited = `A new beginning.\n${text.replaceAll("billion", "thousand million")}`;
      const { rows } = plan(content, { text: edited });
      for (const [index, row] of rows.entries()) {
        const claim = report.claims[index] as (typeof report.claims)[number];
        if (gone.includes(claim)) expect(row.place.kind).not.toBe("placed");
        else if (row.place.kind === "placed") expect(row.place.passage.exact).toBe(claim.quote);
      }
      const found = rows.filter(({ place }) => place.kind === "placed").length;
      expect(found).toBeGreaterThanOrEqual(report.claims.length - gone.length - 2);
      // Nothing is lost: what has no passage is still a row.
      expect(rows).toHaveLength(report.claims.length);
    },
  );
});

describe("what the article has already", () => {
  const existing = report.claims.map(({ id, number, statement, start, end }) => ({
    id,
    number,
    statement,
    start,
    end,
  }));
  test.each(Object.entries(files))("%s: the same statement about the same words", (_, content) => {
    const others = existing.map((claim) => ({ ...claim, id: `other-${claim.id}` }));
    expect(plan(content, { claims: others }).rows.map(({ known }) => known)).toEqual(
      report.claims.map(({ number }) => ({ kind: "claim", number })),
    );
  });

  test("by id, although the statement was changed since", () => {
    const changed = existing.map((claim) => ({ ...claim, statement: "Changed." }));
    expect(plan(files.json, { claims: changed }).rows.every(({ known }) => known?.kind === "claim")).toBe(
      true,
    );
    expect(plan(files.annotations, { claims: changed }).rows.every(({ known }) => known === null)).toBe(true);
  });

  test("by an earlier import, although it was moved and changed since; not if that was deleted", () => {
    const [{ importKey } = { importKey: "" }] = plan(files.csv).rows;
    const moved = [{ id: "a", number: 9, statement: "Changed.", start: 0, end: 1 }];
    const known = (claims: typeof moved) =>
      plan(files.csv, { claims, imported: [{ importKey, claimId: "a" }] }).rows[0]?.known;
    expect(known(moved)).toEqual({ kind: "claim", number: 9 });
    expect(known([])).toBe(null);
  });

  test("a row that the file has twice", () => {
    const { rows } = plan("quote,statement\ntrade,Trade rose.\ntrade,Trade rose.\ntrade,Trade fell.");
    expect(rows.map(({ known }) => known)).toEqual([null, { kind: "row", row: 0 }, null]);
  });
});

describe("ratings", () => {
  test.each([
    ["by its label", "Needs context", "needs-context"],
    ["by its key", "needs-context", "needs-context"],
    ["whatever case and punctuation", "  FALSE! ", "false"],
    ["of another scale", "Pants on Fire", null],
  ])("%s", (_, name, ratingKey) => {
    expect(plan(`statement,rating\nTrade rose.,${name}`).ratings).toEqual([{ name: name.trim(), ratingKey }]);
  });
});

describe("damaged files", () => {
  const broken = (content: string) => {
    const planned = planClaimImport(content, ground({ text: "Trade rose." }));
    return planned.ok ? planned.value.rows.length : planned.error.message;
  };
  test.each([
    ["nothing", " ", /^No claims were found/],
    ["a text", "Trade rose, then it fell.", /^No claims were found/],
    ["a cut file", files.json.slice(0, 5_000), /^The file is damaged/],
    ["a list of nothing", "[]", /^No claims were found/],
    ["too many claims", `statement\n${"a\n".repeat(1_001)}`, /1,001 claims; the limit is 1,000/],
    [
      "too many values",
      JSON.stringify({ claims: [], schemaVersion: Array(600_000).fill(0) }),
      /too many values/,
    ],
    ["a deep list", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, /^No claims were found|too many|damaged/],
  ])("%s", (_, content, message) => {
    expect(broken(content)).toMatch(message);
  });

  test("what can't be stored is listed with its row", () => {
    const [row] = plan(`quote,statement\ntrade,${"a".repeat(2_001)}`).rows;
    expect(row?.problems).toEqual([expect.stringContaining("limit is 2,000")]);
  });

  test("never throw, wherever they are damaged", () => {
    const values = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(files)),
        fc.nat(),
        fc.nat(),
        values,
        (content, from, length, value) => {
          const at = from % content.length;
          const damaged = content.slice(0, at) + JSON.stringify(value) + content.slice(at + (length % 40));
          broken(damaged);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("never throw, whatever their values are", () => {
    const json = JSON.parse(files.json) as { claims: Record<string, unknown>[]; schemaVersion: number };
    const annotation = (JSON.parse(files.annotations) as { first: { items: Record<string, unknown>[] } })
      .first.items[0];
    const values = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(json.claims[0] ?? {})), values),
        fc.dictionary(fc.constantFrom("body", "target", "id", "bodyValue", "type"), values),
        (claim, other) => {
          broken(JSON.stringify({ ...json, claims: [{ ...json.claims[0], ...claim }] }));
          broken(JSON.stringify([{ ...annotation, ...other }]));
          broken(JSON.stringify({ rows: [{ ...other, uri: "https://example.org/" }], total: 1 }));
          broken(
            JSON.stringify({
              "@type": "ClaimReview",
              ...claim,
              claimReviewed: claim.statement,
              itemReviewed: other,
              reviewRating: claim,
            }),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});
