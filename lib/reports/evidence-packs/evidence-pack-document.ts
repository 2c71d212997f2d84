import type { PhrasingContent, RootContent } from "mdast";
import { formatDate, formatInstant } from "@/lib/format-date";
import { words as outputWords } from "@/lib/words/words";
import { organisationLines } from "../organisation-lines";
import type { PagedDocument } from "../renderers/paged/paged-document";
import { bulletList, heading, tableOf } from "../renderers/paged/paged-nodes";
import { paragraph, text } from "../renderers/text/block-nodes";
import { linked } from "../renderers/text/claim-note";
import { reportWords } from "../report-words";
import { isolated } from "../text-language";
import type { EvidencePack, PackCheck, PackCorrection } from "./evidence-pack";

/** Claimants in a document; the data files have all of them. */
const MAX_CLAIMANTS = 100;

/**
 * An evidence pack as a document: figures, policies, corrections, then every check.
 * @param language BCP 47, of the words around its facts
 */
export function evidencePackDocument(pack: EvidencePack, language = "en"): PagedDocument {
  const words = reportWords(language);
  const t = outputWords("evidencePack", words.language);
  const { checks, organisation, madeAt, ratings, unpublished, complaints } = pack;
  const period = { from: formatDate(pack.from, language), to: formatDate(pack.to, language) };
  const claims = ratings.reduce((sum, { count }) => sum + count, 0);
  const sources = checks.reduce(
    (sum, { sources: { total, primary, archived, confidential } }) => ({
      total: sum.total + total,
      primary: sum.primary + primary,
      archived: sum.archived + archived,
      confidential: sum.confidential + confidential,
    }),
    { total: 0, primary: 0, archived: 0, confidential: 0 },
  );
  return {
    title: t("title", period),
    notices: [],
    mark: null,
    footer: organisation
      ? t("footer.organisation", { ...period, organisation: isolated(organisation.name, language) })
      : t("footer", period),
    authors: organisation ? [organisation.name] : [],
    madeAt,
    language: words.language,
    lead: [
      paragraph([text(t("counts", { checks: checks.length, claims }))]),
      paragraph([text(t("sources", sources))]),
      paragraph([text(t("made", { time: formatInstant(madeAt, language) }))]),
    ],
    chart: ratings.map(({ label, count, hue }) => ({ label, count, hue })),
    body: [
      heading(2, t("organisation")),
      ...(organisation
        ? [
            bulletList(
              organisationLines(pack, words.language).map(({ label, value, url }) => [
                paragraph([text(`${label} `), linked(value, url)]),
              ]),
            ),
          ]
        : [paragraph([text(t("organisation.none"))])]),
      ...policies(pack, language),
      heading(2, t("ratings")),
      ...(claims === 0
        ? [paragraph([text(t("checks.none"))])]
        : [
            tableOf(
              [t("rating"), t("claims"), t("share")],
              ratings.map(({ label, count }) => [
                [text(label)],
                [text(String(count))],
                [text(t("percent", { part: count / claims }))],
              ]),
            ),
          ]),
      ...claimants(pack, language),
      heading(2, t("corrections")),
      ...(pack.corrections.length === 0
        ? [paragraph([text(t("corrections.none"))])]
        : pack.corrections.flatMap((correction) => correctionNodes(correction, language))),
      ...(unpublished.length === 0
        ? []
        : [
            heading(2, t("unpublished")),
            bulletList(
              unpublished.map(({ title, reason, at }) => [
                paragraph([text(t("unpublished.line", { title, reason, date: formatDate(at, language) }))]),
              ]),
            ),
          ]),
      ...(complaints === null
        ? []
        : [heading(2, t("complaints")), paragraph([text(t("complaints.counts", complaints))])]),
      heading(2, t("checks")),
      ...(checks.length === 0
        ? [paragraph([text(t("checks.none"))])]
        : checks.flatMap((check) => checkNodes(check, language))),
    ],
  };
}

function policies({ policies: { methods, scales, correctionsPage } }: EvidencePack, language: string) {
  const words = reportWords(language);
  const t = outputWords("evidencePack", words.language);
  return [
    heading(2, t("method")),
    ...(methods.length === 0 ? [paragraph([text(t("method.none"))])] : []),
    ...methods.flatMap((method) => words.methodParagraphs({ method }).map((each) => paragraph([text(each)]))),
    heading(3, t("correctionsPolicy")),
    paragraph([text(`${t("correctionsPolicy.page")} `), linked(correctionsPage, correctionsPage)]),
    ...scales.flatMap(({ name, ratings }) => [
      heading(3, t("scale", { name })),
      tableOf(
        [t("rating"), t("definition")],
        ratings.map(({ label, definition }) => [[text(label)], [text(definition)]]),
      ),
    ]),
  ];
}

function claimants({ claimants: all, checks }: EvidencePack, language: string): RootContent[] {
  const t = outputWords("evidencePack", language);
  if (all.length === 0) return [];
  const named = all.reduce((sum, { count }) => sum + count, 0);
  const claims = checks.reduce((sum, check) => sum + check.claims.length, 0);
  return [
    heading(2, t("claimants")),
    paragraph([text(t("claimants.lead", { count: all.length, named, claims }))]),
    tableOf(
      [t("claimant"), t("claims"), t("share"), t("ratings.of")],
      all
        .slice(0, MAX_CLAIMANTS)
        .map(({ name, count, ratings }) => [
          [text(name)],
          [text(String(count))],
          [text(t("percent", { part: count / claims }))],
          [text(ratings.map((each) => t("rating.count", each)).join(", "))],
        ]),
    ),
    ...(all.length > MAX_CLAIMANTS
      ? [paragraph([text(t("claimants.more", { count: all.length - MAX_CLAIMANTS }))])]
      : []),
  ];
}

function correctionNodes(correction: PackCorrection, language: string): RootContent[] {
  const words = reportWords(language);
  const t = outputWords("evidencePack", words.language);
  const r = outputWords("report", words.language);
  const { title, address, claim, kind, note, madeAt, changes } = correction;
  const values = { title, kind: words.correctionKind(kind), date: formatDate(madeAt, language) };
  return [
    paragraph([
      {
        type: "strong",
        children: [
          text(
            claim === null
              ? t("correction.article", values)
              : t("correction.claim", { ...values, number: claim }),
          ),
        ],
      },
    ]),
    paragraph([text(`${note} `), linked(address, address)]),
    bulletList(
      changes.map(({ field, from, to }) => [
        paragraph([
          text(
            r("correction.changed", {
              field: r(`correction.field.${field}`),
              from: words.correctionValue(field, from),
              to: words.correctionValue(field, to),
            }),
          ),
        ]),
      ]),
    ),
  ];
}

function checkNodes(check: PackCheck, language: string): RootContent[] {
  const t = outputWords("evidencePack", language);
  const { title, address, firstPublishedAt, publishedAt, sources, claims } = check;
  return [
    heading(3, title),
    paragraph([
      text(`${t("check.published", { date: formatDate(firstPublishedAt, language) })} `),
      ...(publishedAt === firstPublishedAt
        ? []
        : [text(`${t("check.changed", { date: formatDate(publishedAt, language) })} `)]),
      linked(address, address),
    ]),
    paragraph([text(t("sources", { ...sources }))]),
    tableOf(
      [t("claim"), t("claimant"), t("rating"), t("sources.count"), t("sources.primary"), t("sources.kept")],
      claims.map((claim): PhrasingContent[][] => [
        [text(`${claim.number}. ${claim.statement.replaceAll("\n", " ")}`)],
        [text(claim.claimant ?? "")],
        [text(claim.rating)],
        [text(String(claim.sources.total))],
        [text(String(claim.sources.primary))],
        [text(String(claim.sources.archived))],
      ]),
    ),
  ];
}
