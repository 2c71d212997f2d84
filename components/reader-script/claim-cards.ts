import { fillCard, partOf } from "./card-content";
import { type ClaimLines, followWords, measureClaimLines, positionCard } from "./card-position";
import { fillChoice } from "./claim-choice";
import { addressOf, citationOf } from "./claim-citation";
import { entryOf, shownClaims } from "./claims";
import { type ClaimsAt, claimsAt, isReference, marksOf, referenceOf } from "./claims-at";
import { copyToClipboard } from "./copy-to-clipboard";
import { isSheet, Sheet } from "./sheet";
import { watchLayout } from "./watch-layout";

/** How long the pointer rests on a mark before its card opens, and how long it can be away from both before it closes. */
const OPEN_DELAY_MS = 120;
const CLOSE_DELAY_MS = 300;

interface Open extends ClaimsAt {
  /** Number of the claim that is shown. */
  shown: string;
  /** How it was opened: only a card opened by hover closes when the pointer leaves. */
  by: "hover" | "focus" | "tap";
  /** Where the pointer was, from the corner of the anchor. */
  point: { x: number; y: number } | null;
}

/**
 * Cards for the marks of a page: on hover, on focus of a claim's reference, and on tap. The element holds a template of the card with all
 * its words. What a card says is copied from the claim's entry on the page. It can be hovered, stays until dismissed, and closes on Escape
 * (WCAG 2.2, 1.4.13). On narrow screens it is a sheet at the lower edge, which the Back button and a swipe close as well.
 */
export class ClaimCards extends HTMLElement {
  private open: Open | null = null;
  private card: HTMLElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The focused reference whose card was dismissed: it doesn't open again until the focus has moved away. */
  private dismissed: HTMLElement | null = null;
  /** Where the pointer moved last, in the window. */
  private pointer: { x: number; y: number } | null = null;
  private readonly sheet = new Sheet(() => this.close());

  connectedCallback(): void {
    const template = this.querySelector("template");
    this.card = template?.content.firstElementChild?.cloneNode(true) as HTMLElement | null;
    if (!this.card) return;
    this.append(this.card);
    this.partOf("close").addEventListener("click", () => this.close());
    this.partOf("more").addEventListener("click", () => {
      // The browser moves the focus there as well if it can have it. Not in the HTML: a page can have hundreds of entries.
      entryOf(this.shown)?.setAttribute("tabindex", "-1");
      this.sheet.leave();
      this.hide();
    });
    this.partOf("previous").addEventListener("click", () => this.step(-1));
    this.partOf("next").addEventListener("click", () => this.step(1));
    const [copyLink, copyQuote] = [this.partOf("copy-link"), this.partOf("copy-quote")];
    copyLink.addEventListener("click", () => copyToClipboard(copyLink, { text: addressOf(this.shown) }));
    copyQuote.addEventListener("click", () =>
      copyToClipboard(copyQuote, citationOf(this.shown, copyQuote.dataset)),
    );
    for (const reference of document.querySelectorAll('[data-marked-text] [id^="mark-"]'))
      reference.setAttribute("aria-haspopup", "dialog");
    this.listen();
    // The pointer was already on a mark when this script loaded.
    const hovered = [...document.querySelectorAll(":hover")].at(-1) ?? null;
    const found = matchMedia("(hover: hover)").matches ? claimsAt(hovered) : null;
    if (found) this.later(() => this.show(found, "hover"), OPEN_DELAY_MS);
  }

  /** Number of the claim that is shown; empty without one. */
  private get shown(): string {
    return this.open?.shown ?? "";
  }

  private partOf(name: string): HTMLElement {
    return partOf(this.card, name);
  }

  private later(run: () => void, milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(run, milliseconds);
  }

  private isInCard(target: EventTarget | null): boolean {
    return target instanceof Node && (this.card?.contains(target) ?? false);
  }

  private show(found: ClaimsAt, by: Open["by"], point: Open["point"] = null): void {
    clearTimeout(this.timer);
    const [shown] = found.numbers;
    if (shown !== undefined) this.render({ ...found, shown, by, point });
  }

  /** Fills the card with a claim and puts it next to its text. */
  private render(open: Open): void {
    const { card } = this;
    const entry = entryOf(open.shown);
    const content = entry?.querySelector<HTMLElement>("[data-card-content]");
    if (!card || !entry || !content) return;
    // Measured before anything changes: afterwards it would cost a layout of its own.
    const lines = measureClaimLines(open);
    this.unmark();
    this.open = open;
    fillCard(card, open.shown, entry, content);
    this.fillChoice(open);
    card.hidden = false;
    for (const mark of marksOf(open.shown)) mark.setAttribute("data-active", "");
    const reference = referenceOf(open.shown);
    reference?.setAttribute("aria-expanded", "true");
    reference?.setAttribute("aria-controls", card.id);
    document.dispatchEvent(new CustomEvent("claim-shown", { detail: open.shown }));
    // Everything has changed by now, so that measuring the card is the only layout.
    this.position(lines);
    card.scrollTop = 0;
  }

  /** Shows a claim in the middle of the window, with its card. @param focus whether the keyboard goes on from there */
  goTo(number: string, { focus }: { focus: boolean }): void {
    const reference = referenceOf(number);
    if (!reference) return;
    reference.scrollIntoView({ block: "center" });
    if (focus) reference.focus({ preventScroll: true });
    this.show({ numbers: [number], anchor: reference }, focus ? "focus" : "tap");
  }

  /** Shows the next or previous claim in the text, skipping those that the filter hides. */
  private step(by: 1 | -1): void {
    const shown = shownClaims();
    const at = shown.findIndex(({ number }) => number === this.open?.shown);
    const next = shown[(at + by + shown.length) % shown.length];
    const { by: openedBy = "focus" } = this.open ?? {};
    const reference = next && referenceOf(next.number);
    if (!reference) return;
    reference.scrollIntoView({ block: "center" });
    this.show({ numbers: [next.number], anchor: reference }, openedBy);
  }

  /** Where several claims cover the text, a button for each. */
  private fillChoice(open: Open): void {
    const choice = this.partOf("choice");
    this.partOf("number").hidden = open.numbers.length > 1;
    fillChoice(choice, open, (number) => {
      this.render({ ...open, shown: number });
      choice.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    });
  }

  private position(lines: ClaimLines): void {
    if (this.card && !this.sheet.open(this.card, lines.text, lines.line)) positionCard(this.card, lines);
  }

  /** Keeps an open card next to its words, which may have moved. A sheet stays where it is. */
  private follow(): void {
    if (this.card && this.open && !isSheet()) followWords(this.card, measureClaimLines(this.open));
  }

  /** Closes a card whose claim is no longer shown. */
  closeHidden(): void {
    const { open } = this;
    const isShown = shownClaims().some(({ number }) => number === open?.shown);
    if (open && (!isShown || document.querySelector("[data-unmarked]"))) this.hide();
  }

  private unmark(): void {
    if (!this.open) return;
    for (const mark of marksOf(this.open.shown)) mark.removeAttribute("data-active");
    const reference = referenceOf(this.open.shown);
    reference?.removeAttribute("aria-expanded");
    reference?.removeAttribute("aria-controls");
  }

  private hide(): void {
    clearTimeout(this.timer);
    if (!this.open) return;
    this.unmark();
    this.open = null;
    if (this.card) this.card.hidden = true;
    this.sheet.close();
  }

  /** Closes the card. Focus inside it goes back to the text. */
  private close(): void {
    const { open } = this;
    // Something in the card that takes no focus may have been tapped.
    const { activeElement } = document;
    const hadFocus = this.isInCard(activeElement) || activeElement === document.body;
    this.hide();
    if (!open || !hadFocus) return;
    this.dismissed = referenceOf(open.shown);
    this.dismissed?.focus({ preventScroll: true });
  }

  private listen(): void {
    document.addEventListener("pointerover", (event) => this.handleHover(event));
    document.addEventListener("pointermove", ({ clientX, clientY }) => {
      this.pointer = { x: clientX, y: clientY };
    });
    document.addEventListener("focusin", (event) => this.handleFocus(event));
    document.addEventListener("click", (event) => this.handleClick(event));
    document.addEventListener("keydown", (event) => this.handleKey(event));
    addEventListener("resize", () => {
      const { open } = this;
      if (open) this.position(measureClaimLines(open));
    });
    if (this.card) watchLayout(this.card, () => this.follow());
  }

  private handleHover(event: PointerEvent): void {
    if (event.pointerType !== "mouse") return;
    if (this.isInCard(event.target)) {
      clearTimeout(this.timer);
      return;
    }
    const found = claimsAt(event.target);
    const { open, pointer } = this;
    // Text that scrolls below a pointer at rest is not what it points at.
    const hasMoved = event.clientX !== pointer?.x || event.clientY !== pointer.y;
    if (!found) {
      if (open?.by === "hover") this.later(() => this.hide(), CLOSE_DELAY_MS);
      else clearTimeout(this.timer);
      return;
    }
    const point = pointIn(found.anchor, event);
    if (open?.anchor === found.anchor) clearTimeout(this.timer);
    else if (hasMoved && (!open || open.by === "hover"))
      this.later(() => this.show(found, "hover", point), OPEN_DELAY_MS);
  }

  private handleFocus(event: FocusEvent): void {
    const found = claimsAt(event.target);
    if (found?.anchor === this.dismissed) return;
    this.dismissed = null;
    if (found && isReference(found.anchor) && found.anchor.matches(":focus-visible"))
      this.show(found, "focus");
    else if (!found && !this.isInCard(event.target) && this.open?.by === "focus") this.hide();
  }

  /** Links from elsewhere on the page to a claim in the text show it with its card. Those of an entry only lead back to the text. */
  private handleLink(event: MouseEvent): boolean {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return false;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const number = link?.getAttribute("href")?.match(/^#mark-(\d+)$/)?.[1];
    if (number === undefined || link?.closest("article")) return false;
    // After the browser has followed the link, so that Back leads to where it is.
    setTimeout(() => this.goTo(number, { focus: true }));
    return true;
  }

  private handleClick(event: MouseEvent): void {
    // A button of the card may be gone by now, but the event remembers where it was.
    if (this.card && event.composedPath().includes(this.card)) return;
    if (this.handleLink(event)) return;
    const found = claimsAt(event.target);
    if (!found) {
      // A mark that is turned off is plain text, and its link leads nowhere.
      if (event.target instanceof Element && event.target.closest("a.mark")) event.preventDefault();
      // The bar above the text opens cards as well.
      if (!(event.target instanceof Element && event.target.closest("claim-tools"))) this.hide();
      return;
    }
    const isKeyboard = event.detail === 0;
    if (isKeyboard && isReference(found.anchor)) {
      // Enter on a reference goes into its card, which has a link to the entry.
      event.preventDefault();
      this.show(found, "focus");
      this.stops()[0]?.focus();
      return;
    }
    // Links of the article itself work as usual.
    if (isKeyboard || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link && !link.matches(".mark") && !isReference(link)) return;
    event.preventDefault();
    this.show(found, "tap", pointIn(found.anchor, event));
  }

  private handleKey(event: KeyboardEvent): void {
    const { open } = this;
    if (!open) return;
    if (event.key === "Escape") {
      this.dismissed = referenceOf(open.shown);
      this.close();
    } else if (event.key === "Tab") this.moveFocus(event, open);
  }

  /** Tab goes on from the card to where it was opened, and stays in it in between, as it is last in the document. */
  private moveFocus(event: KeyboardEvent, open: Open): void {
    if (!this.isInCard(document.activeElement)) return;
    const stops = this.stops();
    const isFirst = document.activeElement === stops[0] && event.shiftKey;
    const isLast = document.activeElement === stops.at(-1) && !event.shiftKey;
    if (!isFirst && !isLast) return;
    const reference = referenceOf(open.shown);
    if (isFirst) event.preventDefault();
    // After the last stop, the browser goes on from the reference.
    reference?.focus();
  }

  private stops(): HTMLElement[] {
    const all = this.card?.querySelectorAll<HTMLElement>("a[href], button") ?? [];
    return [...all].filter((stop) => stop.checkVisibility());
  }
}

/** Where a mouse event was, from the corner of an element. */
function pointIn(element: Element, { clientX, clientY }: MouseEvent): { x: number; y: number } {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
