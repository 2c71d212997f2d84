import { type ClaimsAt, claimsAt, referenceOf } from "./claims-at";
import { lineAt, placeCard } from "./place-card";
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
    const content = document.querySelector<HTMLElement>(`[data-card-content="${open.shown}"]`);
    if (!card || !content) return;
    this.unmark();
    this.open = open;
    card.dataset.colour = content.closest<HTMLElement>("[data-colour]")?.dataset.colour ?? "";
    card.setAttribute("aria-label", content.dataset.cardTitle ?? "");
    const copy = content.cloneNode(true) as HTMLElement;
    copy.removeAttribute("data-card-content");
    // Ids must stay unique.
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    this.partOf("content").replaceChildren(copy);
    this.fillChoice(open);
    const more = this.partOf("more") as HTMLAnchorElement;
    more.href = `#claim-${open.shown}`;
    for (const number of card.querySelectorAll("[data-number]")) number.textContent = open.shown;
    card.hidden = false;
    for (const mark of document.querySelectorAll(`[data-claim="${open.shown}"]`))
      mark.setAttribute("data-active", "");
    const reference = referenceOf(open.shown);
    reference?.setAttribute("aria-expanded", "true");
    reference?.setAttribute("aria-controls", card.id);
    this.place();
  }

  /** Where several claims cover the text, a button for each. */
  private fillChoice(open: Open): void {
    const choice = this.partOf("choice");
    const hasChoice = open.numbers.length > 1;
    choice.hidden = !hasChoice;
    this.partOf("number").hidden = hasChoice;
    if (!hasChoice) return;
    const label = this.partOf("number").dataset.label ?? "";
    const buttons = open.numbers.map((number) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${label} ${number}`;
      button.setAttribute("aria-pressed", String(number === open.shown));
      button.addEventListener("click", () => {
        this.render({ ...open, shown: number });
        choice.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
      });
      return button;
    });
    choice.replaceChildren(...choice.querySelectorAll("legend"), ...buttons);
  }

  private place(): void {
    const { card, open } = this;
    if (!card || !open) return;
    const line = lineAt(open.anchor, open.point);
    if (this.sheet.open(card, line)) return;
    card.style.setProperty("--room", "100vh");
    const { width, height } = card.getBoundingClientRect();
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    const { left, top, room } = placeCard(line, { width, height }, view);
    card.style.setProperty("--room", `${room}px`);
    card.style.setProperty("--x", `${left + scrollX}px`);
    card.style.setProperty("--y", `${top + scrollY}px`);
  }

  private unmark(): void {
    for (const mark of document.querySelectorAll("[data-active]")) mark.removeAttribute("data-active");
    const reference = this.open && referenceOf(this.open.shown);
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
    const hadFocus = this.isInCard(document.activeElement);
    this.hide();
    if (!open || !hadFocus) return;
    this.dismissed = referenceOf(open.shown);
    this.dismissed?.focus({ preventScroll: true });
  }

  private listen(): void {
    document.addEventListener("pointerover", (event) => this.handleHover(event));
    document.addEventListener("focusin", (event) => this.handleFocus(event));
    document.addEventListener("click", (event) => this.handleClick(event));
    document.addEventListener("keydown", (event) => this.handleKey(event));
    addEventListener("resize", () => this.place());
  }

  private handleHover(event: PointerEvent): void {
    if (event.pointerType !== "mouse") return;
    if (this.isInCard(event.target)) {
      clearTimeout(this.timer);
      return;
    }
    const found = claimsAt(event.target);
    const { open } = this;
    if (!found) {
      if (open?.by === "hover") this.later(() => this.hide(), CLOSE_DELAY_MS);
      else clearTimeout(this.timer);
      return;
    }
    const point = { x: event.clientX, y: event.clientY };
    if (open?.anchor === found.anchor) clearTimeout(this.timer);
    else if (!open || open.by === "hover") this.later(() => this.show(found, "hover", point), OPEN_DELAY_MS);
  }

  private handleFocus(event: FocusEvent): void {
    const found = claimsAt(event.target);
    if (found?.anchor === this.dismissed) return;
    this.dismissed = null;
    if (found?.anchor.dataset.reference && found.anchor.matches(":focus-visible")) this.show(found, "focus");
    else if (!found && !this.isInCard(event.target) && this.open?.by === "focus") this.hide();
  }

  private handleClick(event: MouseEvent): void {
    // A button of the card may be gone by now, but the event remembers where it was.
    if (this.card && event.composedPath().includes(this.card)) return;
    const found = claimsAt(event.target);
    if (!found) {
      this.hide();
      return;
    }
    // Enter on a reference follows its link to the entry, and links of the article itself work as usual.
    if (event.detail === 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link && !link.dataset.claim && !link.dataset.reference) return;
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

  /** Puts the card right after its reference in the tab order, regardless of its position in the document. */
  private moveFocus(event: KeyboardEvent, open: Open): void {
    const reference = referenceOf(open.shown);
    const stops = [...(this.card?.querySelectorAll<HTMLElement>("a[href], button") ?? [])].filter((stop) =>
      stop.checkVisibility(),
    );
    const go = (target: HTMLElement | null | undefined) => {
      if (!target) return;
      event.preventDefault();
      target.focus();
    };
    const focused = document.activeElement;
    if (focused === reference && !event.shiftKey) go(stops[0]);
    else if (focused === stops[0] && event.shiftKey) go(reference);
    else if (focused === stops.at(-1) && !event.shiftKey) {
      const references = [...document.querySelectorAll<HTMLElement>("[data-reference]")];
      const next = reference && references[references.indexOf(reference) + 1];
      // After the last reference, let the browser find the next element.
      if (next) go(next);
      else reference?.focus();
    }
  }
}
