import { isRedacted } from "@/lib/reports/redacted-mark";
import type { Report, ReportBlock } from "@/lib/reports/report";

/** The excerpts that Reports show, each once. */
export function listExcerpts(reports: readonly Report[]): string[] {
  const excerpts = reports.flatMap(({ claims }) =>
    claims.flatMap(({ evidence }) => evidence.map(({ excerpt }) => excerpt)),
  );
  return unique(excerpts).filter((excerpt) => !isRedacted(excerpt));
}

/** The addresses of pictures and saved copies that Reports show, each once. */
export function listAddresses(reports: readonly Report[]): string[] {
  return unique(
    reports.flatMap(({ article, claims, sources }) => [
      ...picturesOf(article.blocks),
      ...sources.map(({ archiveUrl }) => archiveUrl),
      ...claims.flatMap(({ evidence }) => evidence.map(({ archiveUrl }) => archiveUrl)),
    ]),
  );
}

function picturesOf(blocks: readonly ReportBlock[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "figure":
        return block.pictures.map(({ src }) => src);
      case "quote":
        return picturesOf(block.blocks);
      case "list":
        return picturesOf(block.items.flat());
      case "table":
        return block.rows.flat().flatMap((cell) => picturesOf(cell.blocks));
      default:
        return [];
    }
  });
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null && value !== ""))];
}
