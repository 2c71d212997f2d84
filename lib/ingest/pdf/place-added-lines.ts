import { joinedBeside } from "./find-tables";
import type { Line } from "./line";

/** More added lines on a page stay behind its text: comparing each with each would take long. */
const MAX_ADDED = 1000;

/**
 * Puts what was written on a page afterwards, such as the values of a form, to its position: behind the label on its line, or below the line above.
 * @param lines of one page and frame, in the order of the file, where it comes last
 */
export function placeAddedLines(lines: readonly Line[]): Line[] {
  const added = lines.filter((line) => line.isAdded);
  if (added.length === 0 || added.length > MAX_ADDED || added.length === lines.length) return [...lines];
  const placed = lines.filter((line) => !line.isAdded);
  for (const line of added.sort((a, b) => b.y - a.y || a.x - b.x)) {
    let label = -1;
    let above = -1;
    placed.forEach((other, index) => {
      const distance = other.y - line.y;
      if (Math.abs(distance) <= 0.5 * Math.max(line.size, other.size) && other.x < line.x) {
        if (label === -1 || other.right > (placed[label] as Line).right) label = index;
      } else if (distance > 0 && (above === -1 || other.y < (placed[above] as Line).y)) above = index;
    });
    const owner = placed[label];
    if (owner) placed[label] = { ...joinedBeside(owner, line), isAdded: false };
    else placed.splice(above + 1, 0, line);
  }
  return placed;
}
