import { getResolvedPDFJS } from "unpdf";
import { actualTextOf } from "./actual-text";
import { glyphText } from "./glyph-text";
import { type Matrix, matrixOf, multiply } from "./matrix";
import type { PdfPage } from "./open-pdf";
import { replaceGlyphs } from "./replace-glyphs";
import { type Font, type ShownGlyph, TextState } from "./text-state";

/** A character, or several that one glyph draws, on the page as it is seen. */
export interface Glyph {
  text: string;
  /** Its origin, in points from the lower left corner of the page. */
  x: number;
  y: number;
  /** To the origin of the next glyph in its writing direction, without extra spacing. */
  width: number;
  /** The size of its font, in points. */
  size: number;
  /** The writing direction in degrees counterclockwise: 0 is to the right. */
  angle: number;
  /** The name of its font. */
  font: string;
  /** Whether it was written on the page afterwards: in a field of a form, or as a remark. */
  isAdded: boolean;
  /** Whether it is positioned by itself, not behind the glyph before it. */
  isPositioned: boolean;
  /** Whether it belongs to a column of vertical writing. */
  vertical: boolean;
  /** Whether the file marks it as no part of the text, such as a page number. */
  artifact: boolean;
}

/** The glyphs of a page in the order in which they are drawn. */
export interface PageGlyphs {
  glyphs: Glyph[];
  width: number;
  height: number;
  /** Whether something else is drawn over a considerable part of it: a picture, or letters as shapes. */
  hasPicture: boolean;
  /** Whether it has more glyphs than were read. */
  isCutOff: boolean;
}

/** A piece of marked content that is open. */
interface Marked {
  artifact: boolean;
  hidden: boolean;
  /** The text that the file states for its glyphs. */
  stated: string | null;
  /** Whether a text is stated for it, or for one around it. */
  isStated: boolean;
  /** The number of glyphs before it. */
  from: number;
}

/** More glyphs on one page are hostile. */
const MAX_GLYPHS = 200_000;

/**
 * Reads where each glyph of a page is drawn, those of forms and of free text on it included; hidden layers are left out.
 * @throws if the page is damaged
 */
export async function readGlyphs(page: PdfPage, isVisible: (layer: unknown) => boolean): Promise<PageGlyphs> {
  const { OPS } = await getResolvedPDFJS();
  const list = await page.getOperatorList();
  const { width, height, transform } = page.getViewport({ scale: 1 });
  // From downwards to upwards.
  const base = multiply([1, 0, 0, -1, 0, height], matrixOf(transform) ?? [1, 0, 0, 1, 0, 0]);
  const state = new TextState(base);
  const glyphs: Glyph[] = [];
  /** Whether each open piece of marked content, or one around it, is an artifact or hidden. */
  const marked: Marked[] = [];
  const fonts = new Map<string, Font | null>();
  let positioned = false;
  let isCutOff = false;
  let annotations = 0;
  let shapes = 0;
  let pictures = 0;
  let masks = 0;
  const groups: boolean[] = [];

  const show = (items: unknown) => {
    // Each counts its outer ones, so that deep nesting costs nothing.
    const { artifact = false, hidden: inHidden = false, isStated = false } = marked.at(-1) ?? {};
    const hidden = masks > 0 || inHidden;
    for (const item of items as (ShownGlyph | number | null)[]) {
      if (typeof item === "number") state.adjust(item);
      else if (item) {
        const placed = state.show(item);
        const text = state.characters ? glyphText(item, state.characters) : "";
        // Where the file states a text, a glyph without a character of its own is a part of what draws it.
        if (
          !placed ||
          hidden ||
          (text === "" && !isStated) ||
          !Number.isFinite(placed.x + placed.y) ||
          placed.size < 0.5
        )
          continue;
        if (glyphs.length >= MAX_GLYPHS) isCutOff = true;
        else
          glyphs.push({
            text,
            x: placed.x,
            y: placed.y,
            width: placed.advance,
            size: placed.size,
            angle: placed.angle,
            font: state.fontName,
            isAdded: annotations > 0,
            isPositioned: positioned,
            vertical: state.isVertical,
            artifact,
          });
        positioned = false;
      }
    }
  };
  const transformBy = (value: unknown) => {
    const matrix = matrixOf(value);
    if (matrix) state.transform(matrix);
  };

  const run = (operator: number, index: number): void => {
    const args = (list.argsArray[index] ?? []) as unknown[];
    const [first, second] = args as [number, number];
    switch (operator) {
      case OPS.save:
        state.save();
        return;
      case OPS.restore:
        state.restore();
        return;
      case OPS.transform:
        transformBy(args);
        if (areaOf(state.transformation) > 0.02 * width * height && index > 0) pictures += 1;
        return;
      case OPS.paintFormXObjectBegin:
        state.save();
        transformBy(args[0]);
        return;
      case OPS.paintFormXObjectEnd:
        state.restore();
        return;
      case OPS.beginGroup: {
        const isMask = Boolean((args[0] as { smask?: unknown } | undefined)?.smask);
        groups.push(isMask);
        if (isMask) masks += 1;
        state.save();
        return;
      }
      case OPS.endGroup:
        if (groups.pop()) masks -= 1;
        state.restore();
        return;
      case OPS.beginAnnotation:
        annotations += 1;
        state.save();
        state.resetTransform();
        transformBy(args[2]);
        transformBy(args[3]);
        return;
      case OPS.endAnnotation:
        annotations -= 1;
        state.restore();
        return;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps: {
        const tag = tagOf(args[0]);
        const outer = marked.at(-1);
        const stated = actualTextOf(tag);
        marked.push({
          artifact: tag === "Artifact" || (outer?.artifact ?? false),
          hidden: (tag === "OC" && !isVisible(args[1])) || (outer?.hidden ?? false),
          // Inside of a stated text, another one says nothing.
          stated: outer?.isStated ? null : stated,
          isStated: stated !== null || (outer?.isStated ?? false),
          from: glyphs.length,
        });
        return;
      }
      case OPS.endMarkedContent: {
        const ended = marked.pop();
        if (ended && ended.stated !== null) {
          const replaced = replaceGlyphs(glyphs.slice(ended.from), ended.stated);
          glyphs.length = ended.from;
          for (const glyph of replaced) if (glyph.text !== "") glyphs.push(glyph);
        }
        return;
      }
      case OPS.beginText:
        positioned = true;
        state.beginText();
        return;
      case OPS.setTextMatrix: {
        const matrix = matrixOf(args[0]);
        positioned = true;
        if (matrix) state.setTextMatrix(matrix);
        return;
      }
      case OPS.moveText:
        state.moveText(first, second);
        return;
      case OPS.setLeadingMoveText:
        state.set({ leading: -second });
        state.moveText(first, second);
        return;
      case OPS.nextLine:
        state.nextLine();
        return;
      case OPS.setLeading:
        // pdf.js turns the sign.
        state.set({ leading: first });
        return;
      case OPS.setCharSpacing:
        state.set({ charSpacing: first });
        return;
      case OPS.setWordSpacing:
        state.set({ wordSpacing: first });
        return;
      case OPS.setHScale:
        state.setHorizontalScale(first);
        return;
      case OPS.setTextRise:
        state.set({ rise: first });
        return;
      case OPS.setFont:
        state.setFont(fontOf(page, String(args[0]), fonts), second);
        return;
      case OPS.setGState:
        for (const [key, value] of (args[0] ?? []) as [string, unknown][])
          if (key === "Font" && Array.isArray(value))
            state.setFont(fontOf(page, String(value[0]), fonts), value[1]);
        return;
      case OPS.showText:
      case OPS.showSpacedText:
        show(args[0]);
        return;
      case OPS.constructPath:
        shapes += 1;
        return;
    }
  };
  list.fnArray.forEach(run);
  return { glyphs, width, height, hasPicture: pictures > 0 || shapes > 40, isCutOff };
}

/** The tag of marked content: pdf.js gives it as a text, or as a name if it has no properties. */
function tagOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "name" in value ? value.name : value;
}

function fontOf(page: PdfPage, id: string, known: Map<string, Font | null>): Font | null {
  const found = known.get(id);
  if (found !== undefined) return found;
  let font: Font | null = null;
  try {
    const object = page.commonObjs.get(id) as {
      name?: string;
      vertical?: boolean;
      fontMatrix?: readonly number[];
      bbox?: readonly number[];
      isType3Font?: boolean;
      defaultVMetrics?: readonly [number, number, number] | null;
      composite?: boolean;
      toUnicode?: { _map?: readonly (string | undefined)[] };
      differences?: readonly (string | undefined)[];
    };
    font = {
      name: object.name ?? "",
      vertical: object.vertical ?? false,
      widthScale: object.fontMatrix?.[0] || 0.001,
      heightScale: object.isType3Font ? heightOf(object.bbox, object.fontMatrix) : 1,
      verticalMetrics: object.defaultVMetrics ?? null,
      characters: {
        known: object.toUnicode?._map ?? null,
        names: object.differences ?? [],
        isComposite: object.composite ?? false,
      },
    };
  } catch {
    // pdf.js could not load it, and drew nothing with it either.
  }
  known.set(id, font);
  return font;
}

/** The box of a font's letters, with their accents, is higher than its size. */
const SIZE_TO_BOX = 0.65;
/** A box that is so many times as high as the size says that the size counts in other units. */
const OTHER_UNITS = 3;

/** The size of a font that the file draws itself to the size that it states, which can be that of a dot of its printer. */
function heightOf([, bottom = 0, , top = 0]: readonly number[] = [], matrix: readonly number[] = []): number {
  const height = Math.abs((top - bottom) * (matrix[3] ?? 0.001));
  return Number.isFinite(height) && height > OTHER_UNITS ? SIZE_TO_BOX * height : 1;
}

/** The area that a unit square has after a transformation. */
function areaOf([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}
