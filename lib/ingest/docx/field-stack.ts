import type { XmlElement } from "../office/xml-tree";
import { linkOf, type OpenField } from "./docx-fields";

/** The fields that are open at one point of a document; they can begin in one paragraph and end in another. */
export class FieldStack {
  #open: OpenField[] = [];

  begin(form: XmlElement | null): void {
    this.#open.push({ instruction: "", form, inResult: false, hasResult: false });
  }

  /** Adds to the code of the innermost field. */
  addInstruction(text: string): void {
    const last = this.#open.at(-1);
    if (last && !last.inResult) last.instruction += text;
  }

  separate(): void {
    const last = this.#open.at(-1);
    if (last) last.inResult = true;
  }

  /** Closes the innermost field. */
  end(): OpenField | undefined {
    return this.#open.pop();
  }

  /** The results of all open fields have text. */
  noteText(): void {
    for (const field of this.#open) field.hasResult = true;
  }

  /** Whether this point belongs to the code of a field, which is not shown. */
  get inCode(): boolean {
    return this.#open.some(({ inResult }) => !inResult);
  }

  /** The address that this point links to; null without one. */
  get href(): string | null {
    for (const { instruction, inResult } of this.#open.toReversed()) {
      const href = inResult ? linkOf(instruction) : null;
      if (href) return href;
    }
    return null;
  }
}
