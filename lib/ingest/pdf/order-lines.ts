import type { Line } from "./line";

/** Lines below one another that the file draws one after the other. */
interface Strip {
  lines: Line[];
  x: number;
  right: number;
  top: number;
  bottom: number;
}

/** On a page with more strips, the order of the file stays: comparing each with each would take long. */
const MAX_STRIPS = 1500;

/**
 * The lines of a page in reading order: that of the file, but what it draws later than what is below comes before it. Web pages draw some parts
 * last; columns, captions and notes are drawn in their order by nearly every program.
 */
export function orderLines(lines: readonly Line[]): Line[] {
  const strips = stripsOf(lines);
  if (strips.length > MAX_STRIPS) return [...lines];
  const placed: Strip[] = [];
  for (const strip of strips) {
    const below = placed.findIndex(
      (other) => other.x < strip.right && strip.x < other.right && other.top <= strip.bottom,
    );
    if (below === -1) placed.push(strip);
    else placed.splice(below, 0, strip);
  }
  return placed.flatMap((strip) => strip.lines);
}

function stripsOf(lines: readonly Line[]): Strip[] {
  const strips: Strip[] = [];
  for (const line of lines) {
    const open = strips.at(-1);
    const last = open?.lines.at(-1);
    const top = line.y + 0.7 * line.size;
    if (
      open &&
      last &&
      line.y < last.y - 0.3 * Math.min(last.size, line.size) &&
      last.y - line.y < 2.5 * Math.max(last.size, line.size) &&
      line.x < open.right &&
      open.x < line.right
    ) {
      open.lines.push(line);
      open.x = Math.min(open.x, line.x);
      open.right = Math.max(open.right, line.right);
      open.bottom = line.y;
    } else strips.push({ lines: [line], x: line.x, right: line.right, top, bottom: line.y });
  }
  return strips;
}
