import type { Heading, Nodes, Paragraph, RootContent } from "mdast";
import { directionOf } from "@/lib/document/direction";
import type { ChartRow, PagedDocument } from "./paged-document";
import { PAGED_STYLES } from "./paged-styles";

/** The file fetches nothing and runs nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** A document with pages as one HTML file without scripts, which fetches nothing. */
export function renderPagedHtml(document: PagedDocument): string {
  const { title, notices, mark, footer, language, lead, chart, body } = document;
  const sections = new Set(
    body.flatMap((node) => (node.type === "footnoteDefinition" ? [node.identifier] : [])),
  );
  const html = (nodes: readonly Nodes[]) => nodes.map((node) => htmlOf(node, sections)).join("");
  return [
    "<!DOCTYPE html>",
    `<html lang="${escaped(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escaped(title)}</title><style>${PAGED_STYLES}</style></head><body><main>`,
    mark === null ? "" : `<p class="mark" role="note">${escaped(mark)}</p>`,
    ...notices.map((notice) => `<p class="notice">${escaped(notice)}</p>`),
    `<h1 dir="auto">${escaped(title)}</h1>`,
    html(lead),
    chartOf(chart),
    html(body),
    `</main><footer>${escaped(footer)}</footer></body></html>\n`,
  ].join("\n");
}

function chartOf(chart: readonly ChartRow[]): string {
  if (chart.length === 0) return "";
  const total = chart.reduce((sum, { count }) => sum + count, 0);
  let x = 0;
  const bars = chart.map(({ count, hue }) => {
    const width = (count / total) * 100;
    const bar = `<rect x="${x.toFixed(3)}" y="0" width="${Math.max(width - 0.2, 0.1).toFixed(3)}" height="10" fill="${escaped(hue)}"/>`;
    x += width;
    return bar;
  });
  const rows = chart.map(({ label, count }) => `<li>${escaped(label)}: ${count}</li>`);
  return `<ul>${rows.join("")}</ul><svg class="chart" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bars.join("")}</svg>`;
}

function htmlOf(node: Nodes | RootContent, sections: ReadonlySet<string>): string {
  const inside = (children: readonly Nodes[]) => children.map((child) => htmlOf(child, sections)).join("");
  switch (node.type) {
    case "text":
      return escaped(node.value);
    case "inlineCode":
      return `<code>${escaped(node.value)}</code>`;
    case "code":
      return `<pre><code>${escaped(node.value)}</code></pre>`;
    case "break":
      return "<br>";
    case "thematicBreak":
      return "<hr>";
    case "heading":
      return `<h${node.depth}${ownDirection(node)}>${inside(node.children)}</h${node.depth}>`;
    case "paragraph":
      return `<p${ownDirection(node)}>${inside(node.children)}</p>`;
    case "strong":
      return `<strong>${inside(node.children)}</strong>`;
    case "emphasis":
      return `<em>${inside(node.children)}</em>`;
    case "delete":
      return `<s>${inside(node.children)}</s>`;
    case "blockquote":
      return `<blockquote>${inside(node.children)}</blockquote>`;
    case "list":
      return node.ordered
        ? `<ol start="${node.start ?? 1}">${inside(node.children)}</ol>`
        : `<ul>${inside(node.children)}</ul>`;
    case "listItem":
      return `<li>${inside(node.children)}</li>`;
    case "link":
      return /^(https?:|mailto:)/i.test(node.url)
        ? `<a href="${escaped(node.url)}" rel="noopener noreferrer nofollow">${inside(node.children)}</a>`
        : inside(node.children);
    case "table": {
      const [head, ...rows] = node.children;
      const cells = (row: typeof head, tag: "th" | "td") =>
        `<tr>${(row?.children ?? []).map(({ children }) => `<${tag}>${inside(children)}</${tag}>`).join("")}</tr>`;
      return `<div class="wide"><table><thead>${cells(head, "th")}</thead><tbody>${rows.map((row) => cells(row, "td")).join("")}</tbody></table></div>`;
    }
    case "footnoteReference":
      return sections.has(node.identifier)
        ? `<sup><a href="#claim-${escaped(node.identifier)}">†${escaped(node.identifier)}</a></sup>`
        : `<sup>†${escaped(node.identifier)}</sup>`;
    case "footnoteDefinition":
      return `<section id="claim-${escaped(node.identifier)}">${inside(node.children)}</section>`;
    default:
      return "";
  }
}

/** Of a line of others; the others have the direction of the page. */
function ownDirection({ data }: Heading | Paragraph): string {
  return data?.own ? ' dir="auto"' : "";
}

function escaped(text: string): string {
  return (
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      // Characters that HTML does not allow.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is meant to match them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
  );
}
