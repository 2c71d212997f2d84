import type { XmlElement } from "../office/xml-tree";
import { linkOf, type OpenField } from "./docx-fields";

/** The fields that are open at one point of a document; they can begin in one paragraph and end in another. */
export class FieldStack {
  readonly #open: OpenField[] = [];
  /** How many of them are in their code. */
  #inCode = 0;

  begin(form: XmlElement | null): void {
    this.#inCode++;
    this.#open.push({ instruction: "", form, inResult: false, hasResult: false, href: this.href });
  }

  /** Adds to the code of the innermost field. */
  addInstruction(text: string): void {
    const last = this.#open.at(-1);
    if (last && !last.inResult) last.instruction += text;
  }

  separate(): void {
    const last = this.#open.at(-1);
    if (!last || last.inResult) return;
    this.#inCode--;
    last.inResult = true;
    last.href = linkOf(last.instruction) ?? last.href;
  }

  /** Closes the innermost field. */
  end(): OpenField | undefined {
    const field = this.#open.pop();
    if (field && !field.inResult) this.#inCode--;
    if (field?.hasResult) this.noteText();
    return field;
  }

  /** The result of the innermost field has text. */
  noteText(): void {
    const last = this.#open.at(-1);
    if (last) last.hasResult = true;
  }

  /** Whether this point belongs to the code of a field, which is not shown. */
  get inCode(): boolean {
    return this.#inCode > 0;
  }

  /** The address that this point links to; null without one. */
  get href(): string | null {
    return this.#open.at(-1)?.href ?? null;
  }
}
