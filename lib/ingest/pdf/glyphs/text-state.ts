import type { FontCharacters } from "./glyph-text";
import { apply, IDENTITY, type Matrix, multiply } from "./matrix";

/** What the text operators of a PDF need of a font. */
export interface Font {
  /** Its PostScript name, or "". */
  name: string;
  vertical: boolean;
  /** Units of a glyph's width to units of its size; 0.001 for most fonts. */
  widthScale: number;
  /** The size of its text to the stated one: 1 for most fonts; those that the file draws itself can count in dots. */
  heightScale: number;
  /** Advance, and the position of the origin, of vertical glyphs without their own. */
  verticalMetrics: readonly [number, number, number] | null;
  characters: FontCharacters;
}

/** A shown glyph, as pdf.js gives it. */
export interface ShownGlyph {
  unicode: string;
  /** Its code in the font. */
  originalCharCode?: number;
  width: number;
  isSpace: boolean;
  vmetric?: readonly [number, number, number] | null;
}

/** Where a glyph is on the page: its origin, its advance, and the size and direction of its text. */
export interface GlyphPlacement {
  x: number;
  y: number;
  advance: number;
  size: number;
  /** Degrees counterclockwise, from 0 to 359. */
  angle: number;
}

interface Saved {
  transform: Matrix;
  font: Font | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  mode: number;
  fill: string;
}

/** How deep a page can save its state; deeper ones are damaged or hostile. */
const MAX_DEPTH = 512;

/** The graphics and text state of a page while its operators run, as far as it decides where text is. */
export class TextState {
  private current: Saved;
  private readonly saved: Saved[] = [];
  private textMatrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;

  /** @param base from the page's units to points, upwards from the lower left corner of the page as it is seen */
  constructor(private readonly base: Matrix) {
    this.current = {
      transform: base,
      font: null,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      horizontalScale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      fill: "#000000",
    };
  }

  get transformation(): Matrix {
    return this.current.transform;
  }

  get fontName(): string {
    return this.current.font?.name ?? "";
  }

  get characters(): FontCharacters | null {
    return this.current.font?.characters ?? null;
  }

  get isVertical(): boolean {
    return this.current.font?.vertical ?? false;
  }

  get fill(): string {
    return this.current.fill;
  }

  save(): void {
    if (this.saved.length < MAX_DEPTH) this.saved.push({ ...this.current });
  }

  restore(): void {
    this.current = this.saved.pop() ?? this.current;
  }

  transform(matrix: Matrix): void {
    this.current.transform = multiply(this.current.transform, matrix);
  }

  /** Begins content that is positioned on the page itself, such as an annotation. */
  resetTransform(): void {
    this.current.transform = this.base;
  }

  set(
    values: Partial<Pick<Saved, "charSpacing" | "wordSpacing" | "leading" | "rise" | "mode" | "fill">>,
  ): void {
    Object.assign(this.current, values);
  }

  setHorizontalScale(percent: number): void {
    this.current.horizontalScale = percent / 100;
  }

  setFont(font: Font | null, size: number): void {
    this.current.font = font;
    this.current.size = size;
  }

  beginText(): void {
    this.setTextMatrix(IDENTITY);
  }

  setTextMatrix(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  moveText(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  nextLine(): void {
    this.moveText(0, -this.current.leading);
  }

  /** Moves by a number between shown glyphs, in thousandths of the size against the writing direction. */
  adjust(thousandths: number): void {
    const { size, horizontalScale } = this.current;
    if (this.isVertical) this.y -= (thousandths * size) / 1000;
    else this.x -= ((thousandths * size) / 1000) * horizontalScale;
  }

  /** Shows a glyph and moves on. @returns where it is; null without a font */
  show(glyph: ShownGlyph): GlyphPlacement | null {
    const { font, size, charSpacing, wordSpacing, horizontalScale, rise, transform } = this.current;
    if (!font) return null;
    const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
    const toPage = multiply(transform, this.textMatrix);
    const [ux, uy] = [
      toPage[0] * horizontalScale * Math.sign(size || 1),
      toPage[1] * horizontalScale * Math.sign(size || 1),
    ];
    const scale = Math.hypot(toPage[2], toPage[3]);
    const along = Math.hypot(toPage[0], toPage[1]);
    const height = Math.abs(size) * scale * font.heightScale;
    if (font.vertical) {
      const metrics = glyph.vmetric ?? font.verticalMetrics;
      const advance = (metrics ? -metrics[0] : glyph.width) * font.widthScale * size + spacing;
      const [x, y] = apply(toPage, this.x, this.y);
      this.y -= advance;
      return {
        x,
        y,
        advance: Math.abs(advance) * scale,
        size: height,
        angle: angleOf(-toPage[2], -toPage[3]),
      };
    }
    const width = glyph.width * font.widthScale * size;
    // Letters in a mirror, such as the turned E of a name, are read with the others of their line.
    const isMirrored = ux < 0 && toPage[3] * Math.sign(size || 1) > 0 && Math.abs(uy) < 0.01 * -ux;
    const [x, y] = apply(toPage, this.x + (isMirrored ? width * horizontalScale : 0), this.y + rise);
    this.x += (width + spacing) * horizontalScale;
    return {
      x,
      y,
      advance: Math.abs(width * horizontalScale) * along,
      size: height,
      angle: isMirrored ? 0 : angleOf(ux, uy),
    };
  }
}

function angleOf(x: number, y: number): number {
  return (Math.round((Math.atan2(y, x) * 180) / Math.PI) + 360) % 360;
}
