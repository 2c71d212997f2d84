import type { OfficeBlock } from "../office/block-markup";
import type { OfficeReport } from "../office/office-report";
import { withUnicodeSymbols } from "../office/symbol-fonts";
import { TooLarge } from "../office/too-large";
import { isLeftOut, plainState, type RtfState } from "./rtf-state";
import { type CellDefinition, RtfStory } from "./rtf-story";

const BREAKS = new Set(["par", "sect", "nestcell", "line", "page", "column", "cell", "row", "cellx"]);
/** More ends of lines, paragraphs and cells than any article has. */
const MAX_BREAKS = 500_000;
const PLAIN_CELL: CellDefinition = { down: null, across: null };

/** Writes the visible text of a file: the body, and notes and text boxes in it, each with its own paragraphs. */
export class RtfText {
  readonly #stories: RtfStory[];
  #lastLeftOut: "hidden" | "deletions" | null = null;
  #wasInserted = false;
  #cells: CellDefinition[] = [];
  #cell = PLAIN_CELL;
  #isHeaderRow = false;
  /** Ends of lines, paragraphs and cells, and texts of their own. */
  #breaks = 0;

  /** @param styleName the name of a paragraph style, in lower case */
  constructor(
    private readonly report: OfficeReport,
    private readonly styleName: (style: number) => string,
  ) {
    this.#stories = [new RtfStory(styleName)];
  }

  get #story(): RtfStory {
    return this.#stories.at(-1) as RtfStory;
  }

  /** Begins a text of its own, which ends with the group. @param state of the group */
  begin(state: RtfState, onEnd: (blocks: OfficeBlock[]) => void): void {
    this.#countBreak();
    const story = new RtfStory(this.styleName);
    this.#stories.push(story);
    const { font, complexFont, isComplex, fallbackLength } = state;
    Object.assign(state, plainState(font), { complexFont, isComplex, fallbackLength });
    state.onClose = () => {
      this.#stories.pop();
      onEnd(story.end());
    };
  }

  /** The blocks of the body. */
  end(): OfficeBlock[] {
    return this.#story.end();
  }

  /** What the file shows in front of the paragraph, such as "1." or a bullet. */
  setSign(sign: string): void {
    this.#story.sign = sign;
  }

  addBox(blocks: readonly OfficeBlock[]): void {
    this.#story.addBox(blocks);
  }

  /** Writes HTML. */
  markup(html: string, state: RtfState): void {
    if (isLeftOut(state)) return;
    this.#story.inline.markup(html);
    this.#story.paragraph = state.paragraph;
  }

  /** Words that end lines, paragraphs, cells and rows, and those that define rows. */
  layout(word: string, value: number | null, state: RtfState): void {
    if (BREAKS.has(word)) this.#countBreak();
    switch (word) {
      case "par":
      case "sect":
      case "nestcell":
        // A deleted or hidden end of a paragraph joins it with the next one.
        if (word !== "par" || !isLeftOut(state)) this.#story.endParagraph(state.paragraph);
        return;
      case "line":
      case "page":
      case "column":
        if (!isLeftOut(state)) this.#story.inline.lineBreak();
        return;
      case "cell":
        this.#story.endCell(state.paragraph);
        return;
      case "row":
        this.#story.endRow(this.#cells, this.#isHeaderRow);
        return;
      case "trowd":
        this.#cells = [];
        this.#cell = PLAIN_CELL;
        this.#isHeaderRow = false;
        return;
      case "trhdr":
        this.#isHeaderRow = value !== 0;
        return;
      case "clvmgf":
      case "clvmrg":
        this.#cell = { ...this.#cell, down: word === "clvmgf" ? "first" : "more" };
        return;
      case "clmrg":
        this.#cell = { ...this.#cell, across: "more" };
        return;
      case "cellx":
        this.#cells.push(this.#cell);
        this.#cell = PLAIN_CELL;
    }
  }

  /** Writes text. @param symbolFont its font if its letters are symbols */
  write(text: string, state: RtfState, symbolFont: string | null): void {
    const { hidden, deleted, inserted, format, paragraph } = state;
    const leftOut = deleted ? "deletions" : hidden ? "hidden" : null;
    const isBlank = text.trim() === "";
    if (leftOut) {
      if (!isBlank && leftOut !== this.#lastLeftOut) this.report.count(leftOut);
      if (!isBlank) this.#lastLeftOut = leftOut;
      return;
    }
    if (!isBlank) {
      this.#lastLeftOut = null;
      if (inserted && !this.#wasInserted) this.report.count("insertions");
      this.#wasInserted = inserted;
    }
    const shown = withUnicodeSymbols(text, symbolFont, () => this.report.count("unknownSymbols"));
    this.#story.inline.text(shown, format);
    this.#story.paragraph = paragraph;
  }

  #countBreak(): void {
    if (++this.#breaks > MAX_BREAKS) throw new TooLarge("too many paragraphs");
  }
}
