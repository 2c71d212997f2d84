import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { formatCitations } from "@/lib/citations/format-citation";
import type { DocumentContent } from "@/lib/document-bundle/document-content";
import { headlineOf } from "@/lib/reports/claims/headline-of";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { renderDocument } from "./render-document";

const report = sampleReport();
const { slug, title } = report.article;
const [claim] = report.claims;
if (!claim) throw new Error("the sample has no claims");
const publishedAt = "2026-11-29T10:00:00.000Z";
const publications = [
  { number: 2, publishedAt },
  { number: 1, publishedAt },
];
const unpublication = { slug, title, reason: "It was a draft.", at: publishedAt };

/** The context of a claim that nothing is connected with. */
const alone = { history: [], sameClaimant: [], sameSources: [], currentPath: null };

const contents: DocumentContent[] = [
  {
    kind: "article",
    report,
    publications,
    citations: formatCitations(factCheckAsWork(report, "https://desk.example/articles/x")),
  },
  { kind: "publication", report, publications },
  { kind: "claim", report, number: claim.number, ...alone },
  { kind: "report", report },
  { kind: "unpublished", unpublication },
  { kind: "front", items: [], total: 0, nextCursor: null, isFirst: true },
  {
    kind: "corrections",
    items: [
      {
        id: "1",
        article: { slug, title },
        claim: { number: 1, statement: "Trade doubled." },
        kind: "correction",
        note: "We had the wrong year.",
        madeAt: publishedAt,
        publication: 2,
        changes: [{ field: "verdict", from: "True", to: "False" }],
      },
    ],
    unpublications: [unpublication],
    total: 1,
    nextCursor: null,
    isFirst: true,
  },
  { kind: "site-page", page: "about", texts: [], wanted: null, ratings: [], requiredApprovals: 1 },
  {
    kind: "site-page",
    page: "methodology",
    texts: [],
    wanted: null,
    ratings: report.scale.ratings,
    requiredApprovals: 2,
  },
  {
    kind: "contact",
    texts: [],
    wanted: null,
    subject: null,
    form: {
      values: { kind: "", text: "", quote: "", url: "", name: "", email: "" },
      errors: {},
      notice: null,
      stamp: "s",
    },
  },
  { kind: "contact-sent" },
  { kind: "verify" },
  { kind: "not-found" },
  { kind: "embed", content: { kind: "article", report } },
  { kind: "embed", content: { kind: "claim", report, number: claim.number } },
  { kind: "embed", content: { kind: "unpublished", unpublication } },
  { kind: "embed", content: { kind: "not-found" } },
];

const nameOf = (content: DocumentContent) =>
  content.kind === "embed" ? `embedded ${content.content.kind}` : content.kind;

const render = (content: DocumentContent) =>
  renderDocument(content, {
    site: { publicUrl: "https://desk.example", imageHosts: [], organisation: null },
    assets: {
      styles: "/assets/a.css",
      script: "/assets/a.js",
      starter: "/assets/s.js",
      preloadedFonts: ["/assets/a.woff2"],
    },
  });

test.each(contents.map((content) => [nameOf(content), content] as const))(
  "the %s document has nothing in it that its policy refuses",
  (_, content) => {
    const html = render(content);
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en">/);
    expect(html).toContain('<link rel="stylesheet" href="/assets/a.css"/>');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/ style=| on[a-z]+=|<style|javascript:/);
    for (const [, attributes] of html.matchAll(/<script([^>]*)>/g))
      expect(attributes).toMatch(/ src="\/assets\/s\.js"| type="application\/ld\+json"/);
  },
);

test.each([
  ["article", `/articles/${slug}`, false],
  ["publication", `/articles/${slug}`, true],
  ["claim", `/articles/${slug}/claims/${claim.number}`, false],
  ["report", `/articles/${slug}`, true],
  ["unpublished", null, true],
  ["front", "/", false],
  ["corrections", "/corrections", false],
  ["not-found", null, true],
  ["embedded article", `/articles/${slug}`, true],
  ["embedded claim", `/articles/${slug}/claims/${claim.number}`, true],
  ["embedded unpublished", null, true],
] as const)("search engines learn what the %s document is", (name, canonical, isHidden) => {
  const html = render(contents.find((content) => nameOf(content) === name) as DocumentContent);
  expect(html.includes('<meta name="robots" content="noindex"/>')).toBe(isHidden);
  expect(html.match(/<link rel="canonical" href="([^"]*)"/)?.[1] ?? null).toBe(
    canonical && `https://desk.example${canonical}`,
  );
});

test("messengers learn which picture to show, and what it says", () => {
  const meta = (html: string, name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];
  for (const [content, path] of [
    [contents.find(({ kind }) => kind === "article"), `/articles/${slug}/card.png`],
    [contents.find(({ kind }) => kind === "claim"), `/articles/${slug}/claims/${claim.number}/card.png`],
  ] as const) {
    const html = render(content as DocumentContent);
    expect(meta(html, "og:image")).toMatch(new RegExp(`^https://desk.example${path}\\?v=[\\d.]+$`));
    expect(meta(html, "og:image:alt")).toBe(meta(html, "twitter:image:alt"));
    expect(meta(html, "og:image:alt")).toMatch(/^Fact-check by /);
    expect(meta(html, "og:image:width")).toBe("1200");
    expect(meta(html, "twitter:card")).toBe("summary_large_image");
    expect(meta(html, "og:description")).toBe(meta(html, "description"));
  }
});

test("every claim has its marks, a reference that names it, and an entry", () => {
  const { document } = parseHTML(render(contents[0] as DocumentContent));
  for (const { number } of report.claims) {
    const reference = document.querySelector(`a#mark-${number}`);
    expect(
      reference?.matches(".mark") || document.querySelector(`.mark[data-claim="${number}"]`),
    ).toBeTruthy();
    expect(reference?.textContent).toMatch(new RegExp(`Claim ${number}: [A-Z]`));
    expect(document.querySelectorAll(`article#claim-${number}`)).toHaveLength(1);
  }
});

test("the report has the answer and a row for each claim before the text", () => {
  const html = render({ kind: "report", report });
  const at = (part: string) => html.indexOf(part);
  const order = [at('id="finding-title"'), at('id="chart-title"'), at("<table"), at('id="article-title"')];
  expect(order).toEqual([...order].sort((one, other) => one - other));
  expect(order).not.toContain(-1);
  const rows = html.slice(at("<tbody"), at("</tbody>")).match(/<tr>.*?<\/tr>/g) ?? [];
  expect(rows).toHaveLength(report.claims.length);
  rows.forEach((row, index) => {
    const claim = report.claims[index] as (typeof report.claims)[number];
    const { number, ratingKey } = claim;
    const label = report.scale.ratings.find(({ key }) => key === ratingKey)?.label;
    for (const part of [
      `href="#claim-${number}"`,
      escaped(headlineOf(report, claim)),
      label,
      'rel="noopener noreferrer nofollow"',
    ])
      expect(row).toContain(part);
  });
});

describe("an altered wording", () => {
  const quote = "the Crowd’s Liberation Military";
  const altered = report.claims.find((each) => each.quote === quote && each.ratingKey === "altered");
  const original = "at Harbin, home of the People’s Liberation Army";
  const withOriginal = {
    ...report,
    claims: report.claims.map((each) =>
      each === altered
        ? { ...each, evidence: each.evidence.map((evidence) => ({ ...evidence, excerpt: original })) }
        : each,
    ),
  };
  const number = altered?.number ?? 0;

  test.each([
    ["article", { ...contents[0], report: withOriginal }],
    ["claim page", { kind: "claim", report: withOriginal, number, ...alone }],
    ["report", { kind: "report", report: withOriginal }],
  ])("is beside the original in the %s, in words that are seen and heard", (_, content) => {
    const html = render(content as DocumentContent);
    // Also in the part that claim cards copy.
    const entry = html.slice(html.indexOf(`id="claim-${number}"`)).replace(/^.*?data-card-content/s, "");
    expect(entry).toMatch(
      /<del><span class="visually-hidden">changed words: <\/span>People<\/del>’s Liberation/,
    );
    expect(entry).toMatch(/<ins><span class="visually-hidden">[^<]*<\/span>Crowd<\/ins>’s Liberation/);
    expect(html.match(/<ins>/g)).toHaveLength(2);
  });

  test("is not shown without an original", () => {
    expect(render({ kind: "report", report })).not.toContain("<ins>");
  });
});

/** As React writes text. */
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#x27;");

test("text that looks like a script stays text", () => {
  const statement = "</script><script>alert(1)</script><!--";
  const claims = report.claims.map((each) => ({ ...each, statement }));
  const html = render({ kind: "claim", report: { ...report, claims }, number: claim.number, ...alone });
  expect(html).not.toContain("<script>alert");
  const data = html.match(/<script type="application\/ld\+json">(.*?)<\/script>/)?.[1] ?? "";
  expect(JSON.parse(data)).toMatchObject({ claimReviewed: statement });
});

test.each(
  contents.filter(({ kind }) => kind === "embed").map((content) => [nameOf(content), content] as const),
)(
  "the %s has a frame of its own: who says it, the way to its page, and no way that leaves the frame empty",
  (_, content) => {
    const { document } = parseHTML(render(content));
    expect(document.querySelector("header")?.textContent?.trim()).toBe("† Fact-check");
    expect([...document.querySelectorAll("footer")].at(-1)?.textContent).toBe("Read the complete fact-check");
    for (const link of document.querySelectorAll("a[href]"))
      expect([link.getAttribute("href")?.startsWith("#"), link.getAttribute("target")]).toEqual(
        link.getAttribute("target") === null ? [true, null] : [false, "_blank"],
      );
  },
);

test("an embedded claim has its verdict, and no other claim", () => {
  const { document } = parseHTML(render({ kind: "embed", content: { kind: "claim", report, number: 2 } }));
  expect([...document.querySelectorAll("article")].map(({ id }) => id)).toEqual(["claim-2"]);
  const second = report.claims.find(({ number }) => number === 2);
  const rating = report.scale.ratings.find(({ key }) => key === second?.ratingKey);
  expect(document.querySelector("[data-rating]")?.textContent).toContain(rating?.label);
});

describe("the finding", () => {
  const counted =
    "We checked 21 claims in this article. 9 do not hold up: Misleading (1) and Altered (8). The other 12 are rated Needs context (4), Mostly true (3), True (3), Unverifiable (1) and Not checkable (1).";
  // In a description they come before what an editor wrote.
  const verdicts =
    "21 claims checked: Misleading (1), Altered (8), Needs context (4), Mostly true (3), True (3), Unverifiable (1) and Not checkable (1). ";
  const written = "The report invents <b>half</b> of its quotes.";
  test.each<[string, string | null, string]>([
    ["made from the counts", null, counted],
    ["written by an editor", written, "The report invents &lt;b&gt;half&lt;/b&gt; of its quotes."],
  ])("is %s, on every page of the text, and describes the article", (_, finding, expected) => {
    const changed = { ...report, finding };
    const shown: DocumentContent[] = [
      ...contents.flatMap((content) =>
        "publications" in content || content.kind === "report" ? [{ ...content, report: changed }] : [],
      ),
      { kind: "embed", content: { kind: "article", report: changed } },
    ];
    expect(shown.map(nameOf)).toEqual(expect.arrayContaining(["article", "report", "embedded article"]));
    for (const content of shown) {
      const html = render(content);
      expect(html).toMatch(/<section[^>]*aria-labelledby="finding-title"/);
      expect(html).toContain(`>${expected}</p>`);
      if (content.kind === "article")
        for (const name of ['name="description"', 'property="og:description"'])
          expect(html).toContain(`<meta ${name} content="${finding === null ? "" : verdicts}${expected}"/>`);
    }
  });
});
