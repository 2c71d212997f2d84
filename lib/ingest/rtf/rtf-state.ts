import type { OpenField } from "../docx/docx-fields";
import type { InlineFormat } from "../office/inline-markup";
import type { XmlElement } from "../office/xml-tree";
import type { RtfForm } from "./rtf-form";
import { PLAIN_PARAGRAPH, type RtfParagraph } from "./rtf-story";

/** What becomes of the text in a group. */
export type RtfTarget =
  | { kind: "show" }
  | { kind: "skip" }
  | { kind: "collect"; into: { text: string } }
  | { kind: "fonts" | "styles" | "info" }
  | { kind: "form"; form: RtfForm }
  /** Text in two forms; the second one is shown, formatted like the text around it. */
  | { kind: "either"; outer: RtfTarget }
  | { kind: "math"; element: XmlElement };

/** A field while it is read. */
export type RtfField = OpenField & { code: { text: string } };

/** What applies at one point of a file; a group inherits it, and its end restores it. */
export interface RtfState {
  target: RtfTarget;
  format: InlineFormat;
  hidden: boolean;
  deleted: boolean;
  inserted: boolean;
  font: number;
  /** The font of text from right to left; null if it is the same. */
  complexFont: number | null;
  isComplex: boolean;
  /** How many characters stand for a \u in programs that do not know it. */
  fallbackLength: number;
  paragraph: RtfParagraph;
  field: RtfField | null;
  inObject: boolean;
  /** Called at the end of the group. */
  onClose: (() => void) | null;
}

/** @param font the document's default */
export function plainState(font: number): RtfState {
  return {
    target: { kind: "show" },
    format: {},
    hidden: false,
    deleted: false,
    inserted: false,
    font,
    complexFont: null,
    isComplex: false,
    fallbackLength: 1,
    paragraph: PLAIN_PARAGRAPH,
    field: null,
    inObject: false,
    onClose: null,
  };
}

/** Whether text at this point is not part of the accepted, visible text. */
export function isLeftOut({ hidden, deleted }: RtfState): boolean {
  return hidden || deleted;
}

/** A control word that changes how text looks. @returns false for other words */
export function applyFormat(
  state: RtfState,
  word: string,
  value: number | null,
  defaultFont: number,
): boolean {
  const isOn = value !== 0;
  const set = (format: InlineFormat) => {
    state.format = { ...state.format, ...format };
  };
  switch (word) {
    case "plain": {
      const { fallbackLength, format } = state;
      const { hidden, deleted, inserted, font, complexFont, isComplex } = plainState(defaultFont);
      Object.assign(state, { hidden, deleted, inserted, font, complexFont, isComplex, fallbackLength });
      state.format = { href: format.href ?? null };
      return true;
    }
    case "b":
      set({ bold: isOn });
      return true;
    case "i":
      set({ italic: isOn });
      return true;
    case "strike":
    case "striked":
      set({ strike: isOn });
      return true;
    case "ulnone":
      set({ underline: false });
      return true;
    case "super":
      set({ raised: isOn ? "sup" : null });
      return true;
    case "sub":
      set({ raised: isOn ? "sub" : null });
      return true;
    case "nosupersub":
      set({ raised: null });
      return true;
    case "up":
    case "dn":
      // In half-points; less stays on the line.
      set({ raised: (value ?? 6) >= 4 ? (word === "up" ? "sup" : "sub") : null });
      return true;
    case "v":
      state.hidden = isOn;
      return true;
    case "deleted":
      state.deleted = isOn;
      return true;
    case "revised":
      state.inserted = isOn;
      return true;
    case "f":
      state.font = value ?? defaultFont;
      return true;
    case "af":
      state.complexFont = value;
      return true;
    case "rtlch":
    case "ltrch":
      state.isComplex = word === "rtlch";
      return true;
    case "uc":
      state.fallbackLength = Math.min(Math.max(value ?? 1, 0), 10);
      return true;
  }
  if (!/^ul(?:d|db|dash|dashd|dashdd|th|w|wave|thd|thdash|ldash|hwave|uldbwave)?$/.test(word)) return false;
  set({ underline: isOn });
  return true;
}

/** A control word that changes the paragraph. @returns false for other words */
export function applyParagraph(state: RtfState, word: string, value: number | null): boolean {
  const set = (paragraph: Partial<RtfParagraph>) => {
    state.paragraph = { ...state.paragraph, ...paragraph };
  };
  switch (word) {
    case "pard":
      state.paragraph = PLAIN_PARAGRAPH;
      return true;
    case "s":
      set({ style: value ?? 0 });
      return true;
    case "outlinelevel":
      set({ outlineLevel: value });
      return true;
    case "rtlpar":
    case "ltrpar":
      set({ isRightToLeft: word === "rtlpar" });
      return true;
    case "intbl":
      set({ inTable: value !== 0 });
      return true;
    case "ilvl":
      set({ listLevel: Math.min(Math.max(value ?? 0, 0), 8) });
      return true;
  }
  return false;
}
