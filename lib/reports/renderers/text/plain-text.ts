import type { Nodes, Parents } from "mdast";
import type { Report } from "../../report";
import { reportWords } from "../../report-words";
import { reportTree } from "./report-tree";

/**
 * The report as plain text: paragraphs separated by an empty line, one line each. `[†7]` follows the words of claim 7, whose note is at the
 * end. Links are followed by their address.
 * @param address public URL of the article's page
 * @param language BCP 47, of the words around its facts
 */
export function renderPlainText(report: Report, address: string, language = "en"): string {
  const words = reportWords(language);
  const nodes = reportTree(report, address, words).children;
  const isNote = ({ type }: Nodes) => type === "footnoteDefinition";
  const notes = nodes.filter(isNote).map(block);
  return `${[
    ...nodes.filter((node) => !isNote(node)).map(block),
    ...(notes.length > 0 ? [underlined(words.sectionTitles.claims, "-"), ...notes] : []),
  ]
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
}

function block(node: Nodes): string {
  switch (node.type) {
    case "heading":
      return underlined(inline(node), node.depth === 1 ? "=" : "-");
    case "code":
      return indented(node.value, "    ");
    case "blockquote":
      return indented(blocks(node), "> ");
    case "list":
      return node.children
        .map((item, index) => {
          const sign = node.ordered ? `${(node.start ?? 1) + index}. ` : "- ";
          return `${sign}${indented(blocks(item), " ".repeat(sign.length)).trimStart()}`;
        })
        .join("\n");
    case "table":
      return node.children.map(({ children }) => children.map(inline).join("\t").trimEnd()).join("\n");
    case "thematicBreak":
      return "* * *";
    case "footnoteDefinition":
      return `[†${node.identifier}] ${indented(blocks(node), "    ").trimStart()}`;
    default:
      return inline(node);
  }
}

const blocks = ({ children }: Parents) => children.map(block).join("\n\n");

function inline(node: Nodes): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return node.value;
    case "break":
      return "\n";
    case "footnoteReference":
      return `[†${node.identifier}]`;
    case "link": {
      const title = node.children.map(inline).join("");
      return title === node.url || `mailto:${title}` === node.url ? title : `${title} <${node.url}>`;
    }
    default:
      return "children" in node ? node.children.map(inline).join("") : "";
  }
}

/** A heading with a line of signs below it, as long as itself. */
function underlined(title: string, sign: "=" | "-"): string {
  return `${title}\n${sign.repeat(Math.min([...title].length, 80))}`;
}

function indented(text: string, by: string): string {
  return text
    .split("\n")
    .map((line) => `${by}${line}`.trimEnd())
    .join("\n");
}
