import { listStart } from "@/lib/document/output-bounds";
import type { Rating } from "@/lib/ratings/rating";
import { iconStrokes } from "@/lib/ratings/rating-signs";
import type { CorrectionNotice } from "../../correction-words";
import { findClaim } from "../../find-claim";
import { organisationLines } from "../../organisation-lines";
import type {
  Report,
  ReportBlock,
  ReportCell,
  ReportClaim,
  ReportDirection,
  ReportPicture,
  ReportRun,
  ReportSource,
} from "../../report";
import { reportWords } from "../../report-words";
import { sourceHref } from "../../source-words";
import { html, link, Markup } from "./markup";
import { styles } from "./styles";

const words = reportWords("en");

/**
 * Renders a Report as a self-contained HTML file: no script, font or image to fetch.
 * @param address the public URL of the article, shown at the end; null to omit it
 */
export function renderHtml(report: Report, address: string | null = null): string {
  const { article } = report;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Obelus">
<title>${words.reportKicker(report)}: ${article.title}</title>
<style>
${new Markup(styles)}
</style>
</head>
<body>
<main>
<p class="kicker">† ${words.reportKicker(report)}</p>
<h1 lang="${article.language}" dir="${article.direction}">${article.title}</h1>
<p class="note">${words.describeOrigin(report).map((part) => html`${part}<br>`)}${link(article.sourceUrl, article.sourceUrl)}</p>
${report.corrections.length > 0 && html`<h2>${words.sectionTitles.corrections}</h2><ul>${words.correctionNotices(report.corrections).map(correctionItem)}</ul>`}
${summary(report)}
<h2>${words.sectionTitles.article}</h2>
<div lang="${article.language}" dir="${article.direction}">
${blocks(article.blocks, report, 3)}
</div>
<h2>${words.sectionTitles.claims}</h2>
${report.claims.map((claim) => claimEntry(report, claim))}
${sources(report)}
<h2>${words.sectionTitles.method}</h2>
${words.methodParagraphs(report).map((paragraph) => html`<p>${paragraph}</p>\n`)}
<h3>${words.sectionTitles.ratings}</h3>
<dl>${report.scale.ratings.map((rating) => html`<dt>${label(rating)}</dt><dd>${rating.definition}</dd>\n`)}</dl>
<h2>${words.sectionTitles.signers}</h2>
<ul>${report.signers.map(words.describeSigner).map(([verb, name, rest]) => html`<li>${verb}<strong>${name}</strong>${rest}</li>\n`)}</ul>
${organisation(report)}${redactions(report)}<p class="note">${words.describePublication(report)} ${link(address, address)}</p>
</main>
</body>
</html>
`;
  return page.source;
}

function organisation(report: Report): Markup | false {
  const lines = organisationLines(report);
  return (
    lines.length > 0 &&
    html`<h2>${words.sectionTitles.organisation}</h2>
${lines.map(({ label, value, url }) => html`<p>${label} ${link(url, value)}</p>\n`)}`
  );
}

function redactions({ redactions: list = [] }: Report): Markup | false {
  return (
    list.length > 0 &&
    html`<h2>${words.sectionTitles.redactions}</h2>
<ul>${list.map((each) => html`<li>${words.describeRedaction(each)}</li>\n`)}</ul>
`
  );
}

function claimOf(report: Report, number: number): ReportClaim {
  const claim = findClaim(report, number);
  if (!claim) throw new RangeError(`the report has no claim ${number}`);
  return claim;
}

function ratingOf(report: Report, key: string): Rating {
  const rating = report.scale.ratings.find((each) => each.key === key);
  if (!rating) throw new RangeError(`the report's scale has no rating ${key}`);
  return rating;
}

function icon(rating: Rating): Markup {
  const strokes = iconStrokes[rating.icon].map(({ d, width, filled }) =>
    filled
      ? html`<path d="${d}" fill="currentColor" stroke="none"/>`
      : html`<path d="${d}" stroke-width="${width}"/>`,
  );
  return html`<svg aria-hidden="true" width="1em" height="1em" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${strokes}</svg>`;
}

function label(rating: Rating): Markup {
  return html`<span class="label ${rating.colour}">${icon(rating)} ${rating.label}</span>`;
}

function correctionItem(correction: CorrectionNotice): Markup {
  const { claim } = correction;
  return html`<li><strong>${words.correctionTitle(correction)}.</strong> ${claim !== null && html`<a href="#claim-${claim}">Claim ${claim}.</a> `}${correction.note} ${correction.changes}</li>`;
}

function summary(report: Report): Markup {
  const rows = report.summary.counts.filter(({ count }) => count > 0);
  return html`<h2>${words.summaryTitle(report)}</h2>
<ul class="summary">${rows.map(({ ratingKey, count }) => html`<li>${label(ratingOf(report, ratingKey))} ${count}</li>`)}</ul>`;
}

/** @param level of the highest heading */
function blocks(list: readonly ReportBlock[], report: Report, level: number): Markup[] {
  return list.map((each) => drawBlock(each, report, level));
}

function drawBlock(block: ReportBlock, report: Report, level: number): Markup {
  switch (block.type) {
    case "paragraph":
      return html`<p${direction(block)}>${runs(block.runs, report)}</p>\n`;
    case "heading": {
      const tag = new Markup(`h${Math.min(6, block.level + level - 1)}`);
      return html`<${tag}${direction(block)}>${runs(block.runs, report)}</${tag}>\n`;
    }
    case "code":
      return html`<pre><code>${runs(block.runs, report)}</code></pre>\n`;
    case "quote":
      return html`<blockquote>${blocks(block.blocks, report, level)}</blockquote>\n`;
    case "list": {
      const items = block.items.map((item) => html`<li>${blocks(item, report, level)}</li>`);
      return block.ordered
        ? html`<ol start="${listStart(block.start)}">${items}</ol>\n`
        : html`<ul>${items}</ul>\n`;
    }
    case "table":
      return html`<div class="table"><table>${block.rows.map((row) => html`<tr>${row.map((cell) => drawCell(cell, report, level))}</tr>\n`)}</table></div>\n`;
    case "figure":
      return html`<figure>${block.pictures.map(picture)}${block.caption.length > 0 && html`<figcaption${direction(block)}>${runs(block.caption, report)}</figcaption>`}</figure>\n`;
    case "rule":
      return html`<hr>\n`;
  }
}

function direction({ dir }: { dir?: ReportDirection }): Markup | null {
  return dir ? html` dir="${dir}"` : null;
}

function drawCell(cell: ReportCell, report: Report, level: number): Markup {
  const tag = new Markup(cell.header ? "th" : "td");
  return html`<${tag}${cell.columns > 1 && html` colspan="${cell.columns}"`}${cell.rows > 1 && html` rowspan="${cell.rows}"`}>${blocks(cell.blocks, report, level)}</${tag}>`;
}

/** The file fetches nothing, so an image is described and linked. */
function picture(each: ReportPicture): Markup {
  const { description, host } = words.describePicture(each);
  return html`<p class="note">${description} (${link(each.src, host)})</p>`;
}

function runs(list: readonly ReportRun[], report: Report): Markup[] {
  return list.map((run) => {
    const marked = run.claims.reduce((inner, number) => {
      const claim = claimOf(report, number);
      const rating = ratingOf(report, claim.ratingKey);
      const bracket = (sign: string, at: readonly number[]) =>
        rating.underline === "brackets" && at.includes(number) ? sign : "";
      return html`<mark class="${rating.colour} ${rating.underline}" style="--lane:${claim.lane}">${bracket("[", run.starts)}${inner}${bracket("]", run.ends)}</mark>`;
    }, formatted(run));
    return html`${marked}${run.ends.map((number) => reference(report, number))}`;
  });
}

function reference(report: Report, number: number): Markup {
  const rating = ratingOf(report, claimOf(report, number).ratingKey);
  return html`<sup class="${rating.colour}"><a id="mark-${number}" href="#claim-${number}" aria-label="Claim ${number}: ${rating.label}">${icon(rating)}${number}</a></sup>`;
}

function formatted(run: ReportRun): Markup {
  if (run.text === "\n") return html`<br>`;
  let drawn = html`${run.text}`;
  if (run.code) drawn = html`<code>${drawn}</code>`;
  if (run.superscript) drawn = html`<sup>${drawn}</sup>`;
  if (run.subscript) drawn = html`<sub>${drawn}</sub>`;
  if (run.strike) drawn = html`<s>${drawn}</s>`;
  if (run.underline) drawn = html`<u>${drawn}</u>`;
  if (run.emphasis) drawn = html`<em>${drawn}</em>`;
  if (run.strong) drawn = html`<strong>${drawn}</strong>`;
  return link(run.href, drawn);
}

function claimEntry(report: Report, claim: ReportClaim): Markup {
  const rating = ratingOf(report, claim.ratingKey);
  const attribution = words.describeAttribution(claim);
  const corrections = words
    .correctionNotices(report.corrections)
    .filter((each) => each.claim === claim.number);
  return html`<article id="claim-${claim.number}" class="${rating.colour}" aria-labelledby="title-${claim.number}">
<p class="note">${words.claimKind(claim)}</p>
<h3 id="title-${claim.number}"><a href="#mark-${claim.number}">${claim.number}.</a> ${claim.statement}</h3>
<blockquote lang="${report.article.language}" dir="${report.article.direction}">${claim.quote.split("\n").map((line) => html`<p>${line}</p>`)}</blockquote>
${attribution && html`<p class="note">${attribution}</p>`}
<p>${label(rating)} <span class="note">${rating.definition}</span></p>
${blocks(claim.rationale, report, 4)}
${claim.evidence.length > 0 && html`<ul class="evidence">${claim.evidence.map((evidence) => evidenceItem(report, evidence))}</ul>`}
${corrections.length > 0 && html`<ul>${corrections.map(correctionItem)}</ul>`}
<p class="note">${words.describeSignature(claim)}</p>
</article>
`;
}

function evidenceItem(report: Report, evidence: ReportClaim["evidence"][number]): Markup {
  const source = report.sources[evidence.source - 1];
  if (!source) throw new RangeError(`the report has no source ${evidence.source}`);
  const accessed = words.describeAccess(evidence);
  return html`<li><strong>${words.stanceLabel(evidence)}:</strong> ${link(sourceHref(source, evidence.archiveUrl), words.sourceTitle(source))}${words.sourceOrigin(source)} <a href="#source-${source.number}">[${source.number}]</a>
${source.gone && html`<p class="note">${words.describeDeadLink(source, evidence.archiveUrl)}</p>`}${evidence.excerpt && html`<blockquote>${evidence.excerpt}</blockquote>`}${evidence.note && html`<p class="note">${evidence.note}</p>`}${evidence.archiveUrl && html`<p class="note">${link(evidence.archiveUrl, "Archived copy")}</p>`}${accessed && html`<p class="note">${accessed}</p>`}</li>
`;
}

/** The archived copy first if the page is gone. */
function sourceLinks(source: ReportSource): Markup {
  const page = link(source.url, source.url);
  const archived = source.archiveUrl ? link(source.archiveUrl, "Archived copy") : "";
  return source.gone
    ? html`${archived || "The page is gone"}${source.url && html` (gone: ${page})`}`
    : html`${page} ${archived}`;
}

function sources(report: Report): Markup | null {
  if (report.sources.length === 0) return null;
  return html`<h2>${words.sectionTitles.sources}</h2>
<ol class="sources">${report.sources.map((source) => html`<li id="source-${source.number}">${words.sourceTitle(source)}${words.sourceOrigin(source)}. ${words.describeCitation(source)} ${words.describeSourceKind(source)}. ${sourceLinks(source)} ${words.describeKeptCopy(source)}</li>\n`)}</ol>`;
}
