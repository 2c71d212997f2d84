import type { PhrasingContent, RootContent } from "mdast";
import { isSigned } from "@/lib/claims/claim";
import { claimStateLabels } from "@/lib/claims/labels";
import { formatDate, formatInstant } from "@/lib/format-date";
import { words as outputWords } from "@/lib/words/words";
import type { PagedDocument } from "../renderers/paged/paged-document";
import { bulletList, heading } from "../renderers/paged/paged-nodes";
import { levelled } from "../renderers/pdf/drawable";
import { blockNodes, paragraph, text } from "../renderers/text/block-nodes";
import { linked } from "../renderers/text/claim-note";
import { reportWords } from "../report-words";
import type { Dossier, DossierClaim, DossierEvidence, DossierThread, Opinion } from "./dossier";

const t = outputWords("dossier");
const claimList = new Intl.ListFormat("en", { type: "conjunction" });

/** A dossier as a document: the open questions, the text, then claim by claim. It says on each page that it is confidential. */
export function dossierDocument(dossier: Dossier): PagedDocument {
  const { article, blocks, madeAt, madeBy, claims, threads } = dossier;
  const words = reportWords("en");
  const origin = words.describeOrigin({ article } as never).join(", ");
  const questions = openQuestions(dossier);
  const passages = threads.filter(({ passage }) => passage !== null);
  const general = threads.filter(({ passage }) => passage === null);
  return {
    title: t("title", { title: article.title }),
    notices: [t("confidential")],
    mark: t("mark"),
    footer: t("footer", { date: formatDate(madeAt) }),
    authors: [madeBy],
    madeAt,
    language: "en",
    lead: [
      ...(origin === "" ? [] : [paragraph([text(origin)])]),
      ...(article.sourceUrl ? [paragraph([linked(article.sourceUrl, article.sourceUrl)])] : []),
      paragraph([
        text(t("made", { name: madeBy, time: formatInstant(madeAt), version: article.versionNumber })),
      ]),
    ],
    chart: [],
    body: [
      heading(2, t("questions")),
      ...(questions.length > 0
        ? [bulletList(questions.map((question) => [paragraph([text(question)])]))]
        : [paragraph([text(t("questions.none"))])]),
      heading(2, t("text")),
      ...blockNodes(levelled(blocks), words),
      ...threadSection(t("comments.passages"), passages, 2),
      ...threadSection(t("comments.article"), general, 2),
      ...(claims.length > 0 ? [heading(2, t("claims")), ...claims.map(claimSection)] : []),
    ],
  };
}

/** What is still open, in reading order. */
export function openQuestions({ claims, threads }: Pick<Dossier, "claims" | "threads">): string[] {
  const open = (some: readonly DossierThread[]) => some.filter(({ resolved }) => resolved === null).length;
  const others = open(threads);
  return [
    ...claims.flatMap((claim) => {
      const { number, excluded } = claim;
      const count = open(claim.threads);
      return [
        ...(claim.verdicts.length === 0 && !excluded ? [t("question.verdict", { number })] : []),
        ...(isSigned(claim) || excluded
          ? []
          : [t("question.state", { number, state: claimStateLabels[claim.state] })]),
        ...(claim.needsChecking ? [t("question.position", { number })] : []),
        ...(count > 0 ? [t("question.comments", { number, count })] : []),
      ];
    }),
    ...sourceQuestions(claims),
    ...(others > 0 ? [t("question.otherComments", { count: others })] : []),
  ];
}

/** What is open about sources: each once, with the claims that use it. */
function sourceQuestions(claims: readonly DossierClaim[]): string[] {
  const uses = new Map<string, { source: DossierEvidence; numbers: Set<number> }>();
  for (const { number, evidence } of claims)
    for (const source of evidence) {
      const known = uses.get(source.sourceId) ?? { source, numbers: new Set() };
      uses.set(source.sourceId, { ...known, numbers: known.numbers.add(number) });
    }
  return [...uses.values()].flatMap(({ source: { title: source, copy, gone }, numbers }) => {
    const values = { source, count: numbers.size, numbers: claimList.format([...numbers].map(String)) };
    return [
      ...(copy === null ? [t("question.copy", values)] : []),
      ...(gone ? [t("question.gone", values)] : []),
    ];
  });
}

/** The section of a claim. Its first paragraph is its title, as in the notes of reports. */
function claimSection(claim: DossierClaim): RootContent {
  const number = String(claim.number);
  return {
    type: "footnoteDefinition",
    identifier: number,
    label: number,
    children: [
      paragraph([
        { type: "strong", children: [text(`${t("claim", { number: claim.number })}.`)] },
        text(` ${claim.statement}`),
      ]),
      { type: "blockquote", children: claim.quote.split("\n").map((line) => paragraph([text(line)])) },
      paragraph([text(t("claim.state", { state: claimStateLabels[claim.state], name: claim.markedBy }))]),
      ...(claim.excluded
        ? [
            paragraph([
              text(
                claim.excluded.reason
                  ? t("claim.excluded", { reason: claim.excluded.reason })
                  : t("claim.excluded.noReason"),
              ),
            ]),
          ]
        : []),
      ...opinions(t("verdicts"), "verdict", claim.verdicts),
      ...(claim.votes === null
        ? [paragraph([text(t("votes.hidden"))])]
        : opinions(t("votes"), "vote", claim.votes)),
      ...(claim.evidence.length > 0
        ? [label(t("sources")), bulletList(claim.evidence.map((each) => [paragraph(sourceOf(each))]))]
        : []),
      ...(claim.threads.length > 0 ? [label(t("comments")), ...claim.threads.map(threadList)] : []),
    ],
  };
}

function opinions(title: string, key: "verdict" | "vote", some: readonly Opinion[]) {
  if (some.length === 0) return [];
  return [
    label(title),
    bulletList(
      some.map(({ rating, by, at, reasons }) => [
        paragraph([
          { type: "strong", children: [text(t(key, { rating, name: by, time: formatInstant(at) }))] },
        ]),
        ...reasons
          .split("\n")
          .filter(Boolean)
          .map((line) => paragraph([text(line)])),
      ]),
    ),
  ];
}

function sourceOf({ stance, title, url, excerpt, note, copy, gone }: DossierEvidence): PhrasingContent[] {
  const rest = [
    excerpt === null ? "" : `“${excerpt}”`,
    note ?? "",
    copy === "unneeded" ? "" : copy === null ? t("copy.none") : t("copy", { date: formatDate(copy) }),
    gone ? t("copy.gone") : "",
  ].filter(Boolean);
  return [
    { type: "strong", children: [text(`${stance}: `)] },
    linked(title, url),
    text(`. ${rest.join(" ")}`.trimEnd()),
  ];
}

function threadSection(title: string, threads: readonly DossierThread[], depth: 2): RootContent[] {
  if (threads.length === 0) return [];
  return [
    heading(depth, title),
    ...threads.flatMap((thread): RootContent[] => [
      ...(thread.passage === null
        ? []
        : [
            {
              type: "blockquote" as const,
              children: thread.passage.split("\n").map((line) => paragraph([text(line)])),
            },
          ]),
      threadList(thread),
    ]),
  ];
}

function threadList({ comments, resolved }: DossierThread) {
  return bulletList([
    ...comments.map(({ by, at, text: body }) => {
      const values = { name: by, time: formatInstant(at) };
      return [
        paragraph([
          text(body === null ? t("comment.deleted", values) : t("comment", { ...values, text: body })),
        ]),
      ];
    }),
    [
      paragraph([
        text(
          resolved
            ? t("thread.resolved", { name: resolved.by, time: formatInstant(resolved.at) })
            : t("thread.open"),
        ),
      ]),
    ],
  ]);
}

const label = (title: string) => paragraph([{ type: "strong", children: [text(title)] }]);
