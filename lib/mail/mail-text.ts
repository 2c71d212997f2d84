import { env } from "@/lib/env";

const WIDTH = 72;

/**
 * The text of a mail: paragraphs wrapped at 72 characters, links on their own lines, and the sender at the end.
 * @param paragraphs one that is only a link is not wrapped
 */
export function mailText(paragraphs: readonly string[]): string {
  const body = paragraphs.map((paragraph) =>
    /^https?:\/\/\S+$/.test(paragraph) ? `  ${paragraph}` : wrap(paragraph),
  );
  return `${[...body, `-- \n† Obelus, the fact-checking desk\n${env().publicUrl}`].join("\n\n")}\n`;
}

function wrap(paragraph: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    if (line && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join("\n");
}
