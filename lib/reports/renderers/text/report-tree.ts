import type { ListItem, PhrasingContent, Root, RootContent, Table, TableRow } from "mdast";
import { words as outputWords } from "@/lib/words/words";
import { findRating } from "../../claims/find-rating";
import { headlineOf } from "../../claims/headline-of";
import { keySource } from "../../claims/key-source";
import { findingOf } from "../../finding-of";
import { findingSignature } from "../../finding-signature";
import { organisationLines } from "../../organisation-lines";
import type { Report, ReportSource } from "../../report";
import type { ReportWords } from "../../report-words";
import { sourceHref } from "../../source-words";
import { isolated } from "../../text-language";
import { blockNodes, paragraph, text } from "./block-nodes";
import { claimNote, correctionPhrases, linked } from "./claim-note";
import { claimReference } from "./phrases";

/**
 * A Report as a Markdown tree (mdast): the answer first, then the article, in which each claim is followed by a reference to its note.
 * The notes are at the end, in reading order.
 * @param address public URL of the article's page
 * @param options.starts whether the article tells where claims begin
 */
export function reportTree(
  report: Report,
  address: string,
  words: ReportWords,
  { starts = false } = {},
): Root {
  const { article, claims, corrections, sources, scale, signers, redactions = [] } = report;
  const titles = words.sectionTitles;
  const reader = outputWords("reader", words.language);
  const finding = findingOf(report, words.language);
  const origin = words.describeOrigin(report).join(", ");
  const section = (title: string, nodes: RootContent[]): RootContent[] =>
    nodes.length > 0 ? [heading(2, title), ...nodes] : [];
  return {
    type: "root",
    children: [
      ...words
        .reportNotices(report)
        .map((notice) => paragraph([{ type: "strong", children: [text(notice)] }])),
      heading(1, article.title),
      paragraph([text(words.reportKicker(report))]),
      ...(origin === "" ? [] : [paragraph([text(origin)])]),
      ...addressLines(report, address, reader("article.original")),
      ...section(
        titles.corrections,
        list(
          words
            .correctionNotices(corrections)
            .map((notice) => [
              ...correctionPhrases(notice, words),
              ...(notice.claim === null ? [] : [text(" "), text(words.claimTitle(notice.claim)), text(".")]),
            ]),
        ),
      ),
      ...section(
        titles.finding,
        (finding === "" ? [] : [finding, findingSignature(report, words.language)])
          .filter(Boolean)
          .map((sentence) => paragraph([text(sentence)])),
      ),
      ...section(reader("table.title"), claims.length > 0 ? [claimTable(report, words)] : []),
      ...section(titles.article, blockNodes(article.blocks, words, { level: 3, starts })),
      ...section(
        titles.sources,
        list(
          sources.map((source) => sourcePhrases(source, words)),
          true,
        ),
      ),
      ...section(
        titles.method,
        words.methodParagraphs(report).map((each) => paragraph([text(each)])),
      ),
      ...section(
        titles.ratings,
        list(
          scale.ratings.map(({ label, definition }) => [
            { type: "strong", children: [text(`${label}.`)] },
            text(` ${definition}`),
          ]),
        ),
      ),
      ...section(titles.signers, [
        ...list(signers.map((signer) => [text(words.describeSigner(signer).join(""))])),
        paragraph([text(words.describePublication(report))]),
      ]),
      ...section(
        titles.organisation,
        list(
          organisationLines(report, words.language).map(({ label, value, url }) => [
            text(`${label} `),
            linked(isolated(value, words.language), url),
          ]),
        ),
      ),
      ...section(titles.redactions, list(redactions.map((each) => [text(words.describeRedaction(each))]))),
      ...claims.map((claim) => claimNote(report, claim, words)),
    ],
  };
}

/** Where it can be read, and the original. A draft has no address that others could open. */
function addressLines({ status, article }: Report, address: string, original: string): RootContent[] {
  const links = [
    ...(status === "draft" ? [] : [linked(address, address)]),
    ...(article.sourceUrl ? [linked(original, article.sourceUrl)] : []),
  ];
  return links.length > 0
    ? [paragraph(links.flatMap((link, index) => (index > 0 ? [text(", "), link] : [link])))]
    : [];
}

function heading(depth: 1 | 2, title: string): RootContent {
  return { type: "heading", depth, children: [text(title)] };
}

/** A list with one paragraph per item; nothing without items. */
function list(items: PhrasingContent[][], ordered = false): RootContent[] {
  if (items.length === 0) return [];
  return [
    {
      type: "list",
      ordered,
      spread: false,
      children: items.map(
        (item): ListItem => ({ type: "listItem", spread: false, children: [paragraph(item)] }),
      ),
    },
  ];
}

function claimTable(report: Report, words: ReportWords): Table {
  const t = outputWords("reader", words.language);
  const row = (cells: PhrasingContent[][]): TableRow => ({
    type: "tableRow",
    children: cells.map((children) => ({ type: "tableCell", children })),
  });
  return {
    type: "table",
    align: ["right", null, null, null],
    children: [
      row([[], [text(t("table.claim"))], [text(t("table.verdict"))], [text(t("table.source"))]]),
      ...report.claims.map((claim) => {
        const key = keySource(report, claim);
        return row([
          [text(String(claim.number)), claimReference(claim.number)],
          [text(headlineOf(claim).replaceAll("\n", " "))],
          [text(findRating(report, claim).label)],
          key
            ? [
                linked(words.sourceTitle(key.source), sourceHref(key.source, key.evidence.archiveUrl)),
                text(`${words.sourceOrigin(key.source)} [${key.source.number}]`),
              ]
            : [text(t("table.no-source"))],
        ]);
      }),
    ],
  };
}

/** A source as a list of sources names it: title, origin, citation, kind, and whether there is a copy. */
export function sourcePhrases(source: ReportSource, words: ReportWords): PhrasingContent[] {
  const rest = [
    `${words.sourceOrigin(source)}.`,
    words.describeCitation(source),
    `${words.describeSourceKind(source)}.`,
    words.describeDeadLink(source),
    words.describeKeptCopy(source),
  ];
  return [
    linked(words.sourceTitle(source), sourceHref(source)),
    text(rest.filter(Boolean).join(" ")),
    ...(source.archiveUrl ? [text(" "), linked(words.archivedCopy, source.archiveUrl), text(".")] : []),
  ];
}
