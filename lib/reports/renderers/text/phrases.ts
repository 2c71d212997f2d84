import type { Break, FootnoteReference, PhrasingContent } from "mdast";
import type { ReportRun } from "../../report";

/** Where the words of a claim begin, for formats that mark them. Markdown has no such node. */
export interface ClaimStart {
  type: "claimStart";
  claim: number;
}

declare module "mdast" {
  interface PhrasingContentMap {
    claimStart: ClaimStart;
  }
  interface RootContentMap {
    claimStart: ClaimStart;
  }
}

/** A run of text, where a claim begins, or the reference that follows its last words. */
type Piece = { run: ReportRun } | ClaimStart | { type: "claimEnd"; claim: number };

const FORMATS = ["href", "strong", "emphasis", "strike", "code"] as const;
type Format = (typeof FORMATS)[number];

/**
 * Runs of text as Markdown nodes (mdast). Runs that share a format are in one node: next to each other, `**a****b**` would mean something else.
 * @param options.breaks whether a line break can be shown; in headings and cells of tables it is a space
 * @param options.starts whether to tell where claims begin
 */
export function phrases(
  runs: readonly ReportRun[],
  { breaks = true, starts = false } = {},
): PhrasingContent[] {
  const pieces = runs.flatMap((run): Piece[] => [
    ...(starts ? run.starts : []).map((claim): ClaimStart => ({ type: "claimStart", claim })),
    { run },
    ...run.ends.map((claim) => ({ type: "claimEnd" as const, claim })),
  ]);
  return wrapped(pieces, FORMATS, breaks);
}

/** The reference to the note of a claim: `[^7]`. */
export function claimReference(number: number): FootnoteReference {
  return { type: "footnoteReference", identifier: String(number), label: String(number) };
}

function wrapped(pieces: readonly Piece[], formats: readonly Format[], breaks: boolean): PhrasingContent[] {
  const [format, ...inner] = formats;
  if (!format) return pieces.flatMap((piece) => leaves(piece, breaks));
  return groups(pieces, format).flatMap(({ value, pieces: group }) => {
    if (!value) return wrapped(group, inner, breaks);
    if (format === "code") return [{ type: "inlineCode", value: textOf(group) }];
    return [formatted(format, value, wrapped(group, inner, breaks))];
  });
}

/** Neighbours with the same value of a format. A reference belongs to the words before it, but can't be inside code. */
function groups(pieces: readonly Piece[], format: Format) {
  const found: { value: string | true | undefined; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    const value = "run" in piece ? piece.run[format] : format === "code" ? undefined : last?.value;
    if (last && last.value === value) last.pieces.push(piece);
    else found.push({ value, pieces: [piece] });
  }
  return found;
}

function formatted(format: Format, value: string | true, children: PhrasingContent[]): PhrasingContent {
  switch (format) {
    case "href":
      return { type: "link", url: String(value), children };
    case "strike":
      return { type: "delete", children };
    case "emphasis":
      return { type: "emphasis", children };
    default:
      return { type: "strong", children };
  }
}

function leaves(piece: Piece, breaks: boolean): PhrasingContent[] {
  if ("claim" in piece) return [piece.type === "claimStart" ? piece : claimReference(piece.claim)];
  const lines = piece.run.text.split("\n");
  if (!breaks) return [{ type: "text", value: lines.join(" ") }];
  return lines.flatMap((line, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: "break" } satisfies Break] : []),
    ...(line === "" ? [] : [{ type: "text" as const, value: line }]),
  ]);
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => ("run" in piece ? piece.run.text : ""))
    .join("")
    .replaceAll("\n", " ");
}
