import { entryOf, quoteOf, ratingLabelOf, shownClaims } from "./claims";
import { type ClaimsAt, claimsAt, isReference, marksOf, referenceOf, titleOf } from "./claims-at";
import { copyText } from "./copy-text";
import { type Box, boxAround, lineAt, placeCard } from "./place-card";
import { Sheet } from "./sheet";

/** How long the pointer rests on a mark before its card opens, and how long it can be away from both before it closes. */
const OPEN_DELAY_MS = 120;
const CLOSE_DELAY_MS = 300;

interface Open extends ClaimsAt {
  /** Number of the claim that is shown. */
  shown: string;
  /** How it was opened: only a card opened by hover closes when the pointer leaves. */
  by: "hover" | "focus" | "tap";
  /** Where the pointer was, in the window. */
  point: { x: number; y: number } | null;
}

/** How much of the window the bar above the text covers. */
function barHeight(): number {
  const bar = document.querySelector("claim-tools")?.getBoundingClientRect();
  return bar && bar.top <= 0 ? Math.max(0, bar.bottom) : 0;
}

/** Where the words of an open claim are: its anchor, the line that counts, and what the card leaves free if there is room. */
function linesOf(open: Open): { text: Box; line: Box; words: Box } {
  const line = lineAt(open.anchor, open.point);
  // The pointer has a short way to the card; the keyboard has none, and all words of the claim can be read.
  const words = open.point ? null : boxAround(marksOf(open.shown));
  return { text: open.anchor.getBoundingClientRect(), line, words: words ?? line };
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
      this.sheet.leave();
      this.hide();
    });
    this.partOf("previous").addEventListener("click", () => this.step(-1));
    this.partOf("next").addEventListener("click", () => this.step(1));
    this.partOf("copy-link").addEventListener("click", (event) => this.copy(event, this.linkOf()));
    this.partOf("copy-quote").addEventListener("click", (event) => this.copy(event, this.quotation()));
    for (const reference of document.querySelectorAll('[data-marked-text] [id^="mark-"]'))
      reference.setAttribute("aria-haspopup", "dialog");
    this.listen();
    // The pointer was already on a mark when this script loaded.
    const hovered = [...document.querySelectorAll(":hover")].at(-1) ?? null;
    const found = matchMedia("(hover: hover)").matches ? claimsAt(hovered) : null;
    if (found) this.later(() => this.show(found, "hover"), OPEN_DELAY_MS);
  }

  private partOf(name: string): HTMLElement {
    const found = this.card?.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`the card has no part ${name}`);
    return found;
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
    const lines = linesOf(open);
    this.unmark();
    this.open = open;
    card.dataset.colour = ratingLabelOf(entry)?.dataset.colour ?? "";
    card.setAttribute("aria-label", titleOf(open.shown));
    const copy = content.cloneNode(true) as HTMLElement;
    // Ids must stay unique.
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    this.partOf("content").replaceChildren(copy);
    copyText(entry.querySelector<HTMLElement>("[data-statement]"), this.partOf("statement"));
    copyText(quoteOf(entry), this.partOf("quote"));
    this.partOf("quote").hidden = this.partOf("quote").textContent === this.partOf("statement").textContent;
    this.fillChoice(open);
    const more = this.partOf("more") as HTMLAnchorElement;
    more.href = `#claim-${open.shown}`;
    for (const number of card.querySelectorAll("[data-number]")) number.textContent = open.shown;
    card.hidden = false;
    card.scrollTop = 0;
    for (const mark of marksOf(open.shown)) mark.setAttribute("data-active", "");
    const reference = referenceOf(open.shown);
    reference?.setAttribute("aria-expanded", "true");
    reference?.setAttribute("aria-controls", card.id);
    this.place(lines);
    document.dispatchEvent(new CustomEvent("claim-shown", { detail: open.shown }));
  }

  /** Shows a claim in the middle of the window, with its card. @param focus whether the keyboard goes on from there */
  goTo(number: string, { focus }: { focus: boolean }): void {
    const reference = referenceOf(number);
    if (!reference) return;
    reference.scrollIntoView({ block: "center" });
    if (focus) reference.focus({ preventScroll: true });
    this.show({ numbers: [number], anchor: reference }, focus ? "focus" : "tap");
  }

  /** Shows the claim before or after in the order of the text, of those that the filter shows. */
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

  /** The address of the shown claim on its page. Documents outside their site say what that is. */
  private linkOf(): string {
    const { address = `${location.origin}${location.pathname}` } = document.body.dataset;
    return `${address}#claim-${this.open?.shown ?? ""}`;
  }

  /** The words of the article, as a quotation with the address of the check. */
  private quotation(): string {
    const values: Record<string, string> = {
      __quote__: this.partOf("quote").textContent ?? "",
      __finding__: this.card?.getAttribute("aria-label") ?? "",
      __address__: this.linkOf(),
    };
    const { quotation = "" } = this.partOf("copy-quote").dataset;
    return quotation.replace(/__\w+?__/g, (name) => values[name] ?? name);
  }

  private async copy(event: Event, text: string): Promise<void> {
    const button = event.currentTarget as HTMLButtonElement;
    const { label = button.textContent ?? "", done = "" } = button.dataset;
    button.dataset.label = label;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = done;
    } catch {
      // Without permission: the reader can still copy from a field that shows it.
      prompt(label, text);
      return;
    }
    setTimeout(() => {
      button.textContent = label;
    }, 1_500);
  }

  /** Where several claims cover the text, a button for each. */
  private fillChoice(open: Open): void {
    const choice = this.partOf("choice");
    const hasChoice = open.numbers.length > 1;
    choice.hidden = !hasChoice;
    this.partOf("number").hidden = hasChoice;
    if (!hasChoice) {
      choice.replaceChildren(...choice.querySelectorAll("legend"));
      return;
    }
    const buttons = open.numbers.map((number) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = titleOf(number);
      button.title = quoteOf(entryOf(number))?.textContent ?? "";
      button.setAttribute("aria-pressed", String(number === open.shown));
      button.addEventListener("click", () => {
        this.render({ ...open, shown: number });
        choice.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
      });
      return button;
    });
    choice.replaceChildren(...choice.querySelectorAll("legend"), ...buttons);
  }

  private place({ text, line, words }: ReturnType<typeof linesOf>): void {
    const { card } = this;
    if (!card) return;
    if (this.sheet.open(card, text, line)) return;
    card.style.setProperty("--room", "100vh");
    const { width, height } = card.getBoundingClientRect();
    const view = { width: document.documentElement.clientWidth, height: innerHeight, top: barHeight() };
    const { left, top, room } = placeCard(line, { width, height }, view, words);
    card.style.setProperty("--room", `${room}px`);
    card.style.setProperty("--x", `${left + scrollX}px`);
    card.style.setProperty("--y", `${top + scrollY}px`);
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
      if (open) this.place(linesOf(open));
    });
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
    const point = { x: event.clientX, y: event.clientY };
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

  private handleClick(event: MouseEvent): void {
    // A button of the card may be gone by now, but the event remembers where it was.
    if (this.card && event.composedPath().includes(this.card)) return;
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
    this.show(found, "tap", { x: event.clientX, y: event.clientY });
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
