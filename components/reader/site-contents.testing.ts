import type { PublicClaim } from "@/lib/archive/public-claim";
import type { ContactForm, DocumentContent } from "@/lib/document-bundle/document-content";
import { defaultScale } from "@/lib/ratings/default-scale";
import type { Report } from "@/lib/reports/report";

/** Every kind of page that is not about one publication: of the archive, the search and the newsroom. Names are those of the Report, or Greek. */
export function siteContents(report: Report): DocumentContent[] {
  const [rating] = defaultScale.ratings;
  const [claim] = report.claims;
  const [source] = report.sources;
  if (!rating || !claim || !source) throw new Error("the report has no claim or no source");
  const paged = { nextCursor: "x", isFirst: false };
  const publishedAt = "2026-11-29T10:00:00.000Z";
  const { slug, title } = report.article;
  const claims: PublicClaim[] = [
    {
      articleId: "a",
      number: 1,
      rank: 0,
      article: { slug, title },
      language: "el",
      statement: "Φέτος",
      rating,
      claimant: claim.claimant,
      publishedAt,
    },
  ];
  const items = [
    {
      slug,
      title,
      publisher: "Εφημερίδα",
      articlePublishedOn: "2024-05-17",
      publishedAt,
      claimCount: 2,
      counts: report.summary.counts,
      ratings: report.scale.ratings,
    },
  ];
  const entry = (label: string) => ({ key: "k", label, count: 1200, rating: null });
  const input = { q: "Φέτος", rating: "", claimant: "", language: "", period: "", after: "" };
  const choices = {
    ratings: [{ key: rating.key, label: rating.label }],
    claimants: [{ slug: "n", name: "Νίκος" }],
    languages: ["el"],
    years: ["2026"],
  };
  const found = { claims: claims.map((each) => ({ ...each, words: ["φετος"] })), articles: items };
  const values = { kind: "", text: "", quote: "", url: "", name: "", email: "" };
  const form: ContactForm = { values, errors: {}, notice: null, stamp: "s" };
  const wrong: ContactForm = {
    ...form,
    errors: {
      kind: "kind",
      text: "textLong",
      quote: "quoteLong",
      url: "url",
      name: "nameLong",
      email: "email",
    },
    notice: { kind: "limited", minutes: 5 },
  };
  const contact = { kind: "contact" as const, texts: [], wanted: null };
  const subject = { slug, title, language: "el", claim: { number: 1, statement: "Φέτος" } };
  return [
    {
      kind: "archive",
      articles: 2,
      claims: 1200,
      months: [entry("k")].map((each) => ({ ...each, key: "2026-11" })),
      groups: (["topics", "claimants", "publishers", "ratings"] as const).map((group) => ({
        group,
        entries: [entry("Θέμα")],
        total: 30,
      })),
    },
    {
      kind: "archive-month",
      month: "2026-11",
      earlier: "2026-10",
      later: "2026-12",
      items,
      total: 1,
      ...paged,
    },
    { kind: "archive-group", group: "claimants", entries: [entry("Νίκος")], total: 1, ...paged },
    { kind: "archive-group", group: "topics", entries: [], total: 0, ...paged },
    { kind: "archive-publisher", entry: entry("Εφημερίδα"), items, ...paged },
    { kind: "archive-claims", group: "topics", entry: entry("Θέμα"), claims, ...paged },
    { kind: "archive-claims", group: "ratings", entry: { ...entry(rating.label), rating }, claims, ...paged },
    {
      kind: "claimant",
      claims,
      total: 1,
      path: "/claimants/n",
      names: ["Νίκος", "Νικόλαος"],
      ratings: [{ rating, count: 1 }],
      ...paged,
    },
    {
      kind: "source",
      id: "s",
      uses: claims.map((each) => ({
        ...each,
        stances: ["supports", "refutes", "context"],
        source: { ...source, kind: "web_page" },
      })),
      total: 3,
      ...paged,
    },
    { kind: "search", input: { ...input, q: "" }, choices, found: null, ...paged },
    {
      kind: "search",
      input: { ...input, rating: rating.key },
      choices,
      found: { ...found, total: 1, articleTotal: 3, corrected: "Φετος" },
      ...paged,
    },
    {
      kind: "search",
      input,
      choices,
      found: { claims: [], total: 0, articles: [], articleTotal: 0, corrected: null },
      ...paged,
    },
    { kind: "site-page", page: "about", texts: [], wanted: null, ratings: [], requiredApprovals: 1 },
    {
      kind: "site-page",
      page: "methodology",
      texts: [],
      wanted: null,
      ratings: defaultScale.ratings,
      requiredApprovals: 2,
    },
    { ...contact, subject: null, form },
    { ...contact, subject, form: wrong },
    { ...contact, subject: { ...subject, claim: null }, form: { ...form, notice: { kind: "early" } } },
    { ...contact, subject: null, form: { ...form, notice: { kind: "expired" } } },
    { ...contact, subject: null, form: { ...form, notice: { kind: "failed" } } },
    { kind: "contact-sent" },
    { kind: "verify" },
  ];
}
