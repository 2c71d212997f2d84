import { type PageClaim, ratingLabelOf } from "./claims";
import { marksOf, referenceOf } from "./claims-at";
import { copyLanguage, copyText } from "./copy-text";

/** Pixels between two notes. */
const GAP = 12;
/** The window width from which there is room beside the text; the style sheet says the same. */
const WIDE = "(min-width: 75rem)";
const BLOCKS = ["p", "h2", "h3", "h4", "h5", "h6", "pre", "figcaption"].join();

/** A note, the first words of its claim, and the reference at their end. */
interface Note {
  element: HTMLElement;
  words: Element;
  reference: HTMLElement;
}

/**
 * Short findings beside the text at the line of their claim, or below their paragraph. They are hidden from assistive technology,
 * which has the same text in the entries.
 */
export class MarginNotes {
  private notes: Note[] = [];
  private at: "margin" | "inline" | null = null;

  constructor() {
    const observer = new ResizeObserver(() => this.position());
    const text = document.querySelector("[data-marked-text]");
    if (text) observer.observe(text);
  }

  /** Shows the notes of some claims, instead of those before. Where there is no margin, they go below their paragraphs. */
  show(at: "margin" | "inline" | null, claims: readonly PageClaim[]): void {
    for (const { element } of this.notes) element.remove();
    this.notes = [];
    this.at = at;
    if (at === null) {
      document.querySelector("[data-marked-text]")?.removeAttribute("data-notes-beside");
      return;
    }
    const template = document.querySelector<HTMLTemplateElement>("[data-note-template]");
    for (const claim of claims) {
      const reference = referenceOf(claim.number);
      const element = template?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
      if (reference && element)
        this.notes.push({
          element: fill(element, claim),
          words: marksOf(claim.number)[0] ?? reference,
          reference,
        });
    }
    this.attach();
    this.position();
  }

  private get isBeside(): boolean {
    return this.at === "margin" && matchMedia(WIDE).matches;
  }

  private attach(): void {
    const text = document.querySelector("[data-marked-text]");
    // Notes need the line of every claim, so that no block can go without layout.
    text?.toggleAttribute("data-notes-beside", this.isBeside);
    for (const { element, reference } of this.notes) {
      element.toggleAttribute("data-beside", this.isBeside);
      if (this.isBeside) {
        text?.append(element);
        continue;
      }
      let before: Element = reference.closest(BLOCKS) ?? reference;
      // Notes of one paragraph stay in the order of its claims.
      while (before.nextElementSibling?.matches("[data-note]")) before = before.nextElementSibling;
      before.after(element);
    }
  }

  /** Puts each note at the line of its claim, or below the note before it. All positions are read before any is written. */
  private position(): void {
    if (this.notes.length === 0) return;
    const [first] = this.notes;
    if (first && first.element.hasAttribute("data-beside") !== this.isBeside) this.attach();
    if (!this.isBeside) return;
    const origin = document.querySelector("[data-marked-text]")?.getBoundingClientRect().top ?? 0;
    const wanted = this.notes.map(({ element, words }) => ({
      element,
      top: (words.getClientRects()[0]?.top ?? 0) - origin,
      height: element.offsetHeight,
    }));
    wanted.sort((one, other) => one.top - other.top);
    let free = 0;
    for (const { element, top, height } of wanted) {
      const y = Math.max(top, free);
      element.style.setProperty("--y", `${y}px`);
      free = y + height + GAP;
    }
  }
}

function fill(element: HTMLElement, { number, entry }: PageClaim): HTMLElement {
  const rating = ratingLabelOf(entry);
  element.dataset.colour = rating?.dataset.colour ?? "";
  const link = element.querySelector("a");
  if (link) {
    link.href = `#claim-${number}`;
    // The language of the note can differ from that of the text around it.
    copyLanguage(document.body, link);
  }
  for (const part of element.querySelectorAll("[data-number]")) part.textContent = number;
  if (rating) element.querySelector("[data-part=rating]")?.replaceChildren(rating.cloneNode(true));
  const statement = element.querySelector<HTMLElement>("[data-part=statement]");
  if (statement) copyText(entry.querySelector<HTMLElement>("[data-statement]"), statement);
  const rationale = entry.querySelector<HTMLElement>("[data-rationale] > *");
  const reason = element.querySelector<HTMLElement>("[data-part=reason]");
  if (reason) {
    copyText(rationale, reason);
    reason.textContent = firstSentence(rationale);
  }
  return element;
}

/** The first sentence of a text, in its language. */
function firstSentence(element: HTMLElement | null): string {
  const text = element?.textContent ?? "";
  const language = element?.closest<HTMLElement>("[lang]")?.lang;
  const [first] = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  return first?.segment.trim() ?? "";
}
