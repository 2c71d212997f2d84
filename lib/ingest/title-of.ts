import type { ParsedArticle } from "./parse-article";

/** The title of an article: from its metadata, else its first heading, else a first line that could be a title. */
export function titleOf({ doc, text, metadata }: ParsedArticle): string | null {
  if (metadata.title) return metadata.title;
  const heading = doc.content?.find((node) => node.type === "heading");
  const headingText = heading?.content
    ?.map((node) => node.text ?? " ")
    .join("")
    .trim();
  if (headingText) return headingText;
  const line = text.trim().split("\n", 1)[0] ?? "";
  return line.length <= 150 && line !== "" ? line : null;
}
