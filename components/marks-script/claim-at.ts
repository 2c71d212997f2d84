import type { PlacedClaim, PlacedClaims } from "./place-marks";

/** The place between letters that is nearest to a point of the window. */
function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  // Safari before 18.4.
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** The claim whose words are at a point of the window: the shortest of several. */
export function claimAt({ page, placed }: PlacedClaims, x: number, y: number): PlacedClaim | null {
  const caret = caretAt(x, y);
  if (!(caret?.node instanceof Text)) return null;
  const index = page.nodes.indexOf(caret.node);
  if (index === -1) return null;
  const offset = (page.starts[index] as number) + caret.offset;
  return (
    placed
      .filter(({ start, end, range }) => start <= offset && offset <= end && covers(range, x, y))
      .sort((one, other) => one.end - one.start - (other.end - other.start))[0] ?? null
  );
}

/** Beside a line, the nearest letter is far away. */
function covers(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  );
}
