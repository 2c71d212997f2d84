import type { Node } from "@tiptap/pm/model";
import type { ClaimedBy } from "@/lib/claimants/claimant";
import type { Claim } from "@/lib/claims/claim";
import type { Outcome } from "@/lib/claims/outcome";
import type { DocumentNode } from "@/lib/document/document";
import { articleSchema, rationaleSchema } from "@/lib/document/schema";
import type { Source } from "@/lib/sources/source";
import { NO_DETAILS } from "@/lib/sources/source-details";

type Inline = string | DocumentNode | DocumentNode[];

function inline(children: Inline[]): DocumentNode[] {
  return children.flatMap((child) =>
    typeof child === "string" ? (child === "" ? [] : [{ type: "text", text: child }]) : child,
  );
}

function marked(type: string, attrs?: Record<string, unknown>) {
  return (...children: Inline[]): DocumentNode[] =>
    inline(children).map((node) => ({
      ...node,
      marks: [...(node.marks ?? []), attrs ? { type, attrs } : { type }],
    }));
}

export const strong = marked("bold");
export const em = marked("italic");
export const link = (href: string, ...children: Inline[]) => marked("link", { href })(...children);
export const br: DocumentNode = { type: "hardBreak" };
export const p = (...children: Inline[]): DocumentNode => ({ type: "paragraph", content: inline(children) });
export const h = (level: number, ...children: Inline[]): DocumentNode => ({
  type: "heading",
  attrs: { level },
  content: inline(children),
});
export const quote = (...blocks: DocumentNode[]): DocumentNode => ({ type: "blockquote", content: blocks });
export const item = (...blocks: DocumentNode[]): DocumentNode => ({ type: "listItem", content: blocks });
export const ul = (...items: DocumentNode[]): DocumentNode => ({ type: "bulletList", content: items });
export const ol = (...items: DocumentNode[]): DocumentNode => ({
  type: "orderedList",
  attrs: { start: 1 },
  content: items,
});
export const hr: DocumentNode = { type: "horizontalRule" };

/** A table with one paragraph per cell; the first row is the header. */
export const table = (...rows: string[][]): DocumentNode => ({
  type: "table",
  content: rows.map((row, index) => ({
    type: "tableRow",
    content: row.map((text) => ({ type: index === 0 ? "tableHeader" : "tableCell", content: [p(text)] })),
  })),
});
/** An image with its caption. */
export const figure = (src: string, alt: string, ...caption: Inline[]): DocumentNode => ({
  type: "figure",
  content: [
    { type: "image", attrs: { src, alt } },
    { type: "figcaption", content: inline(caption) },
  ],
});

/** An article's document as an expression: `doc(p("Taxes ", strong("rose")))`. */
export function doc(...blocks: DocumentNode[]): Node {
  const node = articleSchema.nodeFromJSON({ type: "doc", content: blocks });
  node.check();
  return node;
}

/** The JSON of a rationale with one paragraph per string. */
export function rationale(...paragraphs: string[]): DocumentNode {
  return rationaleSchema
    .nodeFromJSON({ type: "doc", content: paragraphs.map((text) => p(text)) })
    .toJSON() as DocumentNode;
}

/** A source with only a title by default. */
export function buildSource(overrides: Partial<Source> = {}): Source {
  return {
    id: "source-1",
    url: null,
    doi: null,
    title: "A source",
    authors: [],
    publisher: null,
    details: NO_DETAILS,
    publishedOn: null,
    language: null,
    kind: "web_page",
    primary: false,
    confidential: false,
    publicDescription: null,
    archiveUrl: null,
    keptAt: null,
    linkState: "unchecked",
    ...overrides,
  };
}

/** A person by name, with no role. */
export function buildClaimedBy(name: string, overrides: Partial<ClaimedBy> = {}): ClaimedBy {
  return { id: `claimant-${name}`, kind: "person", name, role: null, sameAs: [], ...overrides };
}

/** The outcome of a claim in a manuscript: it stands by default. */
export function buildOutcome(overrides: Partial<Outcome> = {}): Outcome {
  return {
    id: "outcome-1",
    kind: "stands",
    wording: null,
    question: null,
    note: null,
    decided: null,
    givenBy: { id: "person-1", name: "Ada Writer" },
    givenAt: "2026-01-01T10:00:00.000Z",
    answers: [],
    ...overrides,
  };
}

let built = 0;

/** A claim on characters 0 to 5, approved and rated by default. */
export function buildClaim(overrides: Partial<Claim> & { rating?: string } = {}): Claim {
  built += 1;
  const { rating = "false", ...rest } = overrides;
  const id = rest.id ?? `claim-${built}`;
  const person = { id: "person-1", name: "Ada Writer" };
  return {
    id,
    articleId: "article-1",
    number: built,
    statement: "Taxes rose.",
    purpose: "published_text",
    outcome: null,
    claimant: null,
    carriedBy: null,
    claimedOn: null,
    kind: "event",
    tags: [],
    state: "approved",
    excluded: false,
    excludedReason: null,
    revision: 1,
    contentRevision: 1,
    voting: { required: 1, voted: 0 },
    reopened: null,
    anchor: {
      versionId: "version-1",
      start: 0,
      end: 5,
      exact: "Taxes",
      prefix: "",
      suffix: "",
      outcome: "created",
      score: null,
      before: null,
    },
    verdict: {
      id: `verdict-${id}`,
      ratingKey: rating,
      rationaleDoc: rationale("The records say otherwise."),
      rationaleText: "The records say otherwise.",
      givenBy: person,
      givenAt: "2026-01-02T03:04:05.000Z",
    },
    evidence: [],
    assignee: null,
    createdBy: person,
    lastEditedBy: person,
    createdAt: "2026-01-02T03:04:05.000Z",
    updatedAt: "2026-01-02T03:04:05.000Z",
    ...rest,
  };
}
