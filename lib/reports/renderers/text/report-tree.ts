import type {
  Heading,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from "mdast";
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
import { blockNodes, ownParagraph, paragraph, text } from "./block-nodes";
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
  const inside = (each: string) => isolated(each, words.language);
  const reader = outputWords("reader", words.language);
  const finding = findingOf(report, words.language);
  const origin = words.describeOrigin(report).join(words.marks.comma);
  const section = (title: string, nodes: RootContent[]): RootContent[] =>
    nodes.length > 0 ? [heading(2, title), ...nodes] : [];
  return {
    type: "root",
    children: [
      ...words
        .reportNotices(report)
        .map((notice) => paragraph([{ type: "strong", children: [text(notice)] }])),
      { ...heading(1, article.title), data: { own: true } },
      paragraph([text(words.reportKicker(report))]),
      ...(origin === "" ? [] : [paragraph([text(origin)])]),
      ...addressLines(report, address, reader("article.original"), words.marks.comma),
      ...section(
        titles.corrections,
        list(
          words
            .correctionNotices(corrections)
            .map((notice) => [
              ...correctionPhrases(notice, words),
              ...(notice.claim === null
                ? []
                : [text(words.marks.gap), text(words.marks.sentence(words.claimTitle(notice.claim)))]),
            ]),
        ),
      ),
      ...section(
        titles.finding,
        (finding === "" ? [] : [finding, findingSignature(report, words.language)])
          .filter(Boolean)
          .map((sentence) =>
            sentence === report.finding ? ownParagraph([text(sentence)]) : paragraph([text(sentence)]),
          ),
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
        words
          .methodParagraphs(report)
          .map((each) => ("key" in report.method ? paragraph([text(each)]) : ownParagraph([text(each)]))),
      ),
      ...section(
        titles.ratings,
        list(
          scale.ratings.map(({ label, definition }) => [
            { type: "strong", children: [text(words.marks.sentence(inside(label)))] },
            text(`${words.marks.gap}${inside(definition)}`),
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
            linked(inside(value), url),
          ]),
        ),
      ),
      ...section(titles.redactions, list(redactions.map((each) => [text(words.describeRedaction(each))]))),
      ...claims.map((claim) => claimNote(report, claim, words)),
    ],
  };
}

/** Where it can be read, and the original. A draft has no address that others could open. */
function addressLines(
  { status, article }: Report,
  address: string,
  original: string,
  comma: string,
): RootContent[] {
  const links = [
    ...(status === "draft" ? [] : [linked(address, address)]),
    ...(article.sourceUrl ? [linked(original, article.sourceUrl)] : []),
  ];
  return links.length > 0
    ? [paragraph(links.flatMap((link, index) => (index > 0 ? [text(comma), link] : [link])))]
    : [];
}

function heading(depth: 1 | 2, title: string): Heading {
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
  const inside = (each: string) => isolated(each, words.language);
  const cell = (...children: PhrasingContent[]): TableCell => ({ type: "tableCell", children });
  const row = (...children: TableCell[]): TableRow => ({ type: "tableRow", children });
  return {
    type: "table",
    align: ["right", null, null, null],
    children: [
      row(
        cell(),
        cell(text(t("table.claim"))),
        cell(text(t("table.verdict"))),
        cell(text(t("table.source"))),
      ),
      ...report.claims.map((claim) => {
        const key = keySource(report, claim);
        return row(
          cell(text(String(claim.number)), claimReference(claim.number)),
          { ...cell(text(headlineOf(report, claim).replaceAll("\n", " "))), data: { own: true } },
          cell(text(inside(findRating(report, claim).label))),
          key
            ? cell(
                linked(
                  inside(words.sourceTitle(key.source)),
                  sourceHref(key.source, key.evidence.archiveUrl),
                ),
                text(`${words.sourceOrigin(key.source)} [${key.source.number}]`),
              )
            : cell(text(t("table.no-source"))),
        );
      }),
    ],
  };
}

/** A source as a list of sources names it: title, origin, citation, kind, and whether there is a copy. */
export function sourcePhrases(source: ReportSource, words: ReportWords): PhrasingContent[] {
  const rest = [
    `${words.sourceOrigin(source)}${words.marks.stop}`,
    words.describeCitation(source),
    words.marks.sentence(words.describeSourceKind(source)),
    words.describeDeadLink(source),
    words.describeKeptCopy(source),
  ];
  return [
    linked(isolated(words.sourceTitle(source), words.language), sourceHref(source)),
    text(words.marks.sentences(rest)),
    ...(source.archiveUrl
      ? [text(words.marks.gap), linked(words.archivedCopy, source.archiveUrl), text(words.marks.stop)]
      : []),
  ];
}
