import { groupGlyphs, type Run } from "./glyphs/group-glyphs";
import type { PdfDocument } from "./glyphs/open-pdf";
import { readFormFields } from "./glyphs/read-form-fields";
import { type Glyph, readGlyphs } from "./glyphs/read-glyphs";
import { splitRuns } from "./glyphs/split-runs";
import type { Frame } from "./glyphs/turn-glyphs";
import { turnGlyphs } from "./glyphs/turn-glyphs";
import type { Line } from "./line";
import { median } from "./median";
import { spellRun } from "./spell-run";

/** A page's lines, and the frame in which most of its text runs. */
export interface ReadPage {
  number: number;
  frame: Frame;
  /** The upper and lower edge in that frame. */
  top: number;
  bottom: number;
  /** As it is seen, in points. */
  width: number;
  height: number;
  lines: Line[];
}

/** What was read of a document. */
export interface ReadLines {
  pages: ReadPage[];
  /** Numbers of pages without text that show a picture. */
  pictures: number[];
  /** Numbers of pages that are damaged. */
  damaged: number[];
  /** Numbers of pages with more text than was read, and of those beyond the limit of a document. */
  cutOff: number[];
  /** Texts at an angle, such as watermarks, and the numbers of their pages. */
  slanted: ReadonlyMap<string, number[]>;
  /** How many comments are attached to its pages. */
  comments: number;
}

/** No article has more glyphs; the limit on its length is lower. */
const MAX_GLYPHS = 6_000_000;

/** Reads the lines of all pages, in the order of the file. @throws if no page can be read */
export async function readLines(document: PdfDocument): Promise<ReadLines> {
  const layers = await document.getOptionalContentConfig();
  const isVisible = (layer: unknown) => {
    try {
      return layers.isVisible(layer as never);
    } catch {
      return true;
    }
  };
  const pages: (Omit<ReadPage, "lines"> & { runs: { frame: Frame; run: Run }[] })[] = [];
  const pictures: number[] = [];
  const damaged: number[] = [];
  const cutOff: number[] = [];
  const slanted = new Map<string, number[]>();
  let comments = 0;
  let glyphs = 0;
  let failure: unknown;
  for (let number = 1; number <= document.numPages; number++) {
    if (glyphs >= MAX_GLYPHS) {
      cutOff.push(number);
      continue;
    }
    try {
      const page = await document.getPage(number);
      const read = await readGlyphs(page, isVisible);
      const fields = await readFormFields(page, read.glyphs);
      page.cleanup();
      comments += fields.comments;
      const all = [...read.glyphs, ...fields.glyphs];
      glyphs += all.length;
      const turned = turnGlyphs(all);
      if (turned.slanted.length) {
        const text = slantedText(turned.slanted);
        if (text) slanted.set(text, [...(slanted.get(text) ?? []), number]);
      }
      if (read.isCutOff) cutOff.push(number);
      if (read.hasPicture && !all.some(({ text }) => text.trim())) pictures.push(number);
      pages.push({
        number,
        width: read.width,
        height: read.height,
        ...mainFrame(turned.frames, read),
        runs: runsOf(turned.frames),
      });
    } catch (cause) {
      failure = cause;
      damaged.push(number);
    }
  }
  if (damaged.length && pages.length === 0) throw failure;
  const hasSpaces = haveSpaces(pages.flatMap(({ runs }) => runs.map(({ run }) => run)));
  if (hasSpaces)
    for (const page of pages)
      page.runs = page.runs.flatMap(({ frame, run }) => splitRuns(run).map((each) => ({ frame, run: each })));
  const spell = (notes: ReadonlySet<string>): ReadPage[] =>
    pages.map(({ runs, ...page }) => ({
      ...page,
      lines: runs.flatMap(({ frame, run }) => spellRun(run, { page: page.number, frame, notes }) ?? []),
    }));
  const first = spell(new Set());
  const notes = footnotesOf(first);
  return { pages: notes.size ? spell(notes) : first, pictures, damaged, cutOff, slanted, comments };
}

function runsOf(frames: ReadonlyMap<Frame, readonly Glyph[]>): { frame: Frame; run: Run }[] {
  // The frame with most of the text first.
  return [...frames]
    .sort((a, b) => b[1].length - a[1].length)
    .flatMap(([frame, glyphs]) => groupGlyphs(glyphs).map((run) => ({ frame, run })));
}

function mainFrame(
  frames: ReadonlyMap<Frame, readonly Glyph[]>,
  { width, height }: { width: number; height: number },
): Pick<ReadPage, "frame" | "top" | "bottom"> {
  const frame = [...frames].reduce<Frame>(
    (best, [each, glyphs]) => (glyphs.length > (frames.get(best)?.length ?? 0) ? each : best),
    "upright",
  );
  const top = { upright: height, up: 0, "upside-down": 0, down: width, vertical: width }[frame];
  return { frame, top, bottom: top - (frame === "upright" || frame === "upside-down" ? height : width) };
}

/** Whether a document writes its spaces, instead of only leaving gaps. */
function haveSpaces(runs: readonly Run[]): boolean {
  let spaces = 0;
  let glyphs = 0;
  for (const run of runs)
    for (const { text } of run.glyphs) {
      glyphs += text.length;
      if (text === " " || text.includes(" ")) spaces += 1;
    }
  return spaces > glyphs / 25;
}

/** The numbers that footnotes begin with, in small letters or raised. */
function footnotesOf(pages: readonly ReadPage[]): Set<string> {
  const body = median(
    pages.flatMap(({ lines }) => lines.slice(0, 200).map(({ size }) => size)),
    0.5,
  );
  const numbers = new Set<string>();
  for (const { lines } of pages)
    for (const { text, size } of lines) {
      const number =
        /^\[(\d{1,3})\]\s?\S/.exec(text)?.[1] ??
        (size < 0.93 * body ? /^(\d{1,3})[.)]?\s\S/.exec(text)?.[1] : undefined);
      if (number) numbers.add(number);
    }
  return numbers;
}

/** The text of glyphs at an angle, in the order of the file. */
function slantedText(glyphs: readonly Glyph[]): string {
  return glyphs
    .slice(0, 400)
    .map(({ text }) => text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
