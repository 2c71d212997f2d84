import { attachMarks } from "./attach-marks";
import { isAccented } from "./compose-accents";
import { hasRightToLeft } from "./logical-order";
import { onceEachCluster } from "./once-each-cluster";
import type { Glyph } from "./read-glyphs";

/** Glyphs of one line, without a gap that separates columns or cells. */
export interface Run {
  /** In the order in which they are drawn, or from left to right if that was not in one go. */
  glyphs: Glyph[];
  x: number;
  right: number;
  /** The baseline of its largest letters. */
  y: number;
  size: number;
}

/**
 * Groups the glyphs of a page into runs, in the order in which they are drawn. Parts of a line that are drawn later than the rest, such as
 * raised figures of a web page, come to their position in it.
 */
export function groupGlyphs(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  let spaces: Glyph[] = [];
  const apart: Glyph[] = [];
  for (const glyph of attachMarks(withoutDoubles(onceEachCluster(glyphs))).map(atLetter)) {
    if (glyph.text.trim() === "") {
      spaces.push(glyph);
      continue;
    }
    spaces = spaces.flatMap((space) => withoutAdvance(space, glyph));
    if (!open || !continues(open, glyph, spaces.length)) {
      addSpaces(open, spaces, apart);
      open = { glyphs: [], x: glyph.x, right: glyph.x + glyph.width, y: glyph.y, size: glyph.size };
      runs.push(open);
      spaces = spaces.filter((space) => isBeside(open as Run, space));
    }
    for (const space of spaces) open.glyphs.push(space);
    add(open, glyph);
    spaces = [];
  }
  addSpaces(open, spaces, apart);
  return withSpacesApart(completeRows(runs), apart);
}

/**
 * A space that takes no room before the next glyph: how a browser draws a soft hyphen that divides no word, and the sign that keeps two Arabic
 * letters apart.
 */
function withoutAdvance(space: Glyph, next: Glyph): Glyph[] {
  if (Math.abs(space.x - next.x) > 0.04 * space.size || Math.abs(space.y - next.y) > 0.3 * space.size)
    return [space];
  // A little to the left, so that it is read after its letter.
  return hasRightToLeft(next.text) ? [{ ...space, text: "\u200c", x: next.x - 0.001, width: 0 }] : [];
}

/** A sign that keeps two letters apart without a gap: it takes no room, at the left edge of the letter that it is read behind. */
function atLetter(glyph: Glyph): Glyph {
  return glyph.text === "\u200c" && glyph.width > 0
    ? { ...glyph, x: glyph.x - 0.05 * glyph.size, width: 0 }
    : glyph;
}

/** Adds the spaces behind a run that are on its line. @param apart receives the others */
function addSpaces(run: Run | null, spaces: readonly Glyph[], apart: Glyph[]): void {
  for (const space of spaces)
    if (run && isBeside(run, space)) run.glyphs.push(space);
    else apart.push(space);
}

/**
 * Puts spaces that are drawn apart from the words of their line between them: where the font of a text has no space, LibreOffice draws all
 * spaces of a line in another font, before or after its words.
 */
function withSpacesApart(runs: Run[], spaces: readonly Glyph[]): Run[] {
  if (spaces.length === 0) return runs;
  const rows = rowsOf(runs);
  const added = new Map<Run, Glyph[]>();
  for (const space of spaces) {
    const row = rows[rowBelow(rows, space.y + 0.1 * space.size)];
    const run = row?.runs[indexBehind(row.runs, space.x) - 1];
    if (!row || !run || Math.abs(row.y - space.y) > 0.1 * run.size || space.x + space.width > run.right)
      continue;
    const own = added.get(run);
    if (own) own.push(space);
    else added.set(run, [space]);
  }
  for (const [run, own] of added) run.glyphs = merged(run.glyphs, own);
  return runs;
}

/** Glyphs and the spaces between them. The order of the glyphs stays: the marks of a letter can be to the right of the next one. */
function merged(glyphs: readonly Glyph[], spaces: readonly Glyph[]): Glyph[] {
  const left = spaces.toSorted((a, b) => b.x - a.x);
  const all: Glyph[] = [];
  for (const glyph of glyphs) {
    while (!/^\p{M}/u.test(glyph.text) && (left.at(-1)?.x ?? Number.POSITIVE_INFINITY) <= glyph.x)
      all.push(left.pop() as Glyph);
    all.push(glyph);
  }
  return [...all, ...left.reverse()];
}

/** The index of the first row at a height or below it. */
function rowBelow(rows: readonly Row[], y: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as Row).y > y) low = middle + 1;
    else high = middle;
  }
  return low;
}

function add(run: Run, glyph: Glyph): void {
  run.glyphs.push(glyph);
  run.x = Math.min(run.x, glyph.x);
  run.right = Math.max(run.right, glyph.x + glyph.width);
  if (glyph.size > 1.02 * run.size) {
    run.size = glyph.size;
    run.y = glyph.y;
  }
}

/** Whether a glyph is on the line of a run and next to its last one. */
function continues(run: Run, glyph: Glyph, spaces: number): boolean {
  const last = run.glyphs.findLast(({ text }) => text.trim() !== "") as Glyph;
  if (!isOnLine(run, glyph)) return false;
  // An accent is drawn over its letter, before it or after it.
  if (isAccented(last, glyph)) return true;
  const size = Math.max(run.size, glyph.size);
  // A wide gap with one space is that of a justified line.
  const widest = (spaces === 1 ? 3 : spaces === 0 ? 1.2 : 1.8) * size;
  const behind = glyph.x - (last.x + last.width);
  const before = last.x - (glyph.x + glyph.width);
  return (behind >= -0.4 * size && behind <= widest) || (before >= -0.4 * size && before <= widest);
}

/** Whether a space is on the line of a run, at one of its ends. */
function isBeside(run: Run, { x, y, width, size }: Glyph): boolean {
  return (
    Math.abs(y - run.y) <= 0.3 * run.size &&
    Math.min(Math.abs(x - run.right), Math.abs(run.x - (x + width))) <= 0.6 * Math.max(size, run.size)
  );
}

/** Whether two sizes and baselines can be those of one line: equal, or one raised or lowered. */
function isOnLine(run: { y: number; size: number }, other: { y: number; size: number }): boolean {
  const [large, small] = run.size >= other.size ? [run, other] : [other, run];
  const distance = Math.abs(large.y - small.y);
  if (distance <= 0.12 * small.size) return true;
  const ratio = small.size / large.size;
  if (ratio > 0.9) return distance <= 0.34 * large.size;
  return ratio >= 0.42 && distance <= 0.55 * large.size;
}

/** Drops glyphs that are drawn again at the same position, as programs do for bold letters and shadows. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    if (glyph.text.trim() === "") return true;
    const cell = 0.5 * glyph.size;
    const [column, row] = [Math.round(glyph.x / cell), Math.round(glyph.y / cell)];
    for (const [dx, dy] of NEIGHBOURS)
      for (const other of seen.get(`${glyph.text} ${column + dx} ${row + dy}`) ?? [])
        if (
          Math.abs(other.x - glyph.x) <= 0.13 * glyph.size &&
          Math.abs(other.y - glyph.y) <= 0.13 * glyph.size &&
          Math.abs(other.size - glyph.size) <= 0.1 * glyph.size &&
          other.width > 0.15 * glyph.size
        )
          return false;
    const key = `${glyph.text} ${column} ${row}`;
    // No more than fit into a cell without being the same.
    const here = seen.get(key) ?? [];
    if (here.length < 16) here.push(glyph);
    seen.set(key, here);
    return true;
  });
}

const NEIGHBOURS = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));

/** Joins the runs of one line that are directly next to each other, or one in a gap of the other. Takes n log n steps. */
function completeRows(runs: readonly Run[]): Run[] {
  const rows = rowsOf(runs);
  const into = new Map<Run, Run>();
  const hostOf = (run: Run): Run => {
    let host = run;
    for (let next = into.get(host); next; next = into.get(host)) host = next;
    if (host !== run) into.set(run, host);
    return host;
  };
  const completed = new Set<Run>();
  /** Comparisons with single glyphs that are left: a hostile page would need a number of them that grows with its square. */
  let budget = MAX_COMPARISONS;
  const fits = (host: Run, run: Run, isGutter: (x: number) => boolean) => {
    budget -= host.glyphs.length * (run.glyphs.length <= MAX_SIGNS ? run.glyphs.length : 1);
    return budget > 0 && hasRoom(host, run, isGutter);
  };
  const order = new Map(runs.map((run, index) => [run, index]));
  const merge = (one: Run, other: Run) => {
    const [host, guest] =
      one.size > 1.1 * other.size || (order.get(one) as number) < (order.get(other) as number)
        ? [one, other]
        : [other, one];
    into.set(guest, host);
    host.glyphs.push(...guest.glyphs);
    completed.add(host);
    host.x = Math.min(host.x, guest.x);
    host.right = Math.max(host.right, guest.right);
    host.size = Math.max(host.size, guest.size);
  };
  rows.forEach((row, index) => {
    const isGutter = (x: number) => isBetweenColumns(rows, index, x);
    // In a row: from left to right, each beside the one before it.
    row.runs.forEach((run, at) => {
      const before = row.runs[at - 1];
      if (before && fits(hostOf(before), run, isGutter)) merge(hostOf(before), run);
    });
    // Raised and lowered ones: to a row close by.
    for (const run of row.runs.slice(0, MAX_GUESTS)) {
      if (into.has(run) || run.glyphs.length > 16) continue;
      const host = [-3, -2, -1, 1, 2, 3]
        .flatMap((offset) => {
          const near = rows[index + offset];
          return near && isOnLine(near, run) && near.size > 1.1 * run.size ? neighbours(near.runs, run) : [];
        })
        .map(hostOf)
        .find(
          (candidate) =>
            candidate !== run && candidate.size > 1.1 * run.size && fits(candidate, run, isGutter),
        );
      if (host) merge(host, run);
    }
  });
  for (const run of completed) run.glyphs.sort((a, b) => a.x - b.x);
  return runs.filter((run) => !into.has(run));
}

const MAX_COMPARISONS = 5_000_000;

/** The widest gap between pieces of a line, in sizes of its text, and of a right-to-left line. */
const BESIDE = 0.45;
const BESIDE_TURNED = 1.3;

/** How many raised runs a row can have. */
const MAX_GUESTS = 200;

interface Row {
  runs: Run[];
  y: number;
  size: number;
}

/** The runs of each baseline from left to right; the baselines from top to bottom. */
function rowsOf(runs: readonly Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - run.y) <= 0.1 * Math.min(row.size, run.size) && similar(row.size, run.size))
      row.runs.push(run);
    else rows.push({ runs: [run], y: run.y, size: run.size });
  }
  for (const row of rows) row.runs.sort((a, b) => a.x - b.x);
  return rows;
}

function similar(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.15 * Math.max(one, other);
}

/** The runs of a row that begin last before another, and first after it. */
function neighbours(row: readonly Run[], run: Run): Run[] {
  const behind = indexBehind(row, run.x);
  return row.slice(Math.max(0, behind - 1), behind + 1);
}

/** The index of the first run of a row that begins behind a position. */
function indexBehind(row: readonly Run[], x: number): number {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle] as Run).x <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many rows above and below one show whether it runs through columns. */
const ROWS_BESIDE = 3;

/** Whether no run of most rows close by is at a position: there, columns meet. */
function isBetweenColumns(rows: readonly Row[], index: number, x: number): boolean {
  const { y, size } = rows[index] as Row;
  let free = 0;
  let crossed = 0;
  for (let at = Math.max(0, index - ROWS_BESIDE); at <= index + ROWS_BESIDE && at < rows.length; at++) {
    const row = rows[at] as Row;
    if (at === index || Math.abs(row.y - y) > 6 * size) continue;
    const before = row.runs[indexBehind(row.runs, x) - 1];
    if (before && before.right > x) crossed += 1;
    else free += 1;
  }
  return free > 1 && free > crossed;
}

/** Whether a run is directly beside another, or in a gap of it. */
function hasRoom(host: Run, run: Run, isGutter: (x: number) => boolean): boolean {
  const size = Math.max(host.size, run.size);
  const gap = Math.max(run.x - host.right, host.x - run.right);
  if (gap > BESIDE * size) {
    // Right-to-left lines come in pieces, whatever their order in the file.
    const isTurned = [host, run].some(({ glyphs }) => glyphs.some(({ text }) => hasRightToLeft(text)));
    if (
      !isTurned ||
      gap > BESIDE_TURNED * size ||
      isGutter(run.x > host.x ? run.x - gap / 2 : host.x - gap / 2)
    )
      return false;
  }
  if (gap >= -0.1 * size) return true;
  // Of a few signs between words, such as brackets in a font of their own, the signs count, not what is between them.
  const parts = run.glyphs.length <= MAX_SIGNS ? visible(run) : [{ x: run.x, width: run.right - run.x }];
  let covered = 0;
  for (const glyph of visible(host))
    for (const part of parts)
      covered += Math.max(
        0,
        Math.min(glyph.x + glyph.width, part.x + part.width) - Math.max(glyph.x, part.x),
      );
  return covered <= 0.3 * parts.reduce((sum, { width }) => sum + width, 0);
}

/** How many signs, with the spaces round them, can be drawn apart from the words of their line. */
const MAX_SIGNS = 24;

function visible({ glyphs }: Run): Glyph[] {
  return glyphs.filter(({ text }) => text.trim() !== "");
}
