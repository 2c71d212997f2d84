import type { ClaimCards } from "./claim-cards";
import {
  type ClaimFilter,
  matchesFilter,
  type PageClaim,
  pageClaims,
  setShownClaims,
  shownClaims,
} from "./claims";
import { marksOf, numbersInSight, referenceOf } from "./claims-at";
import { drawPositionBar } from "./draw-position-bar";
import { MarginNotes } from "./margin-notes";
import { findChoice, storeChoice } from "./stored-choice";
import { whenIdle } from "./when-idle";

/** Where the findings are shown beside the cards. */
type NotesAt = "cards" | "margin" | "inline";

/**
 * The bar above the text: steps from claim to claim (buttons, J and K), filters them, and chooses where their findings are shown. Its HTML
 * comes with the page and is hidden without this script.
 */
export class ClaimTools extends HTMLElement {
  private readonly notes = new MarginNotes();
  /** Number of the claim that the last step went to. */
  private current: string | null = null;
  /** The claims whose marks read as plain text. */
  private readonly muted = new Set<PageClaim>();

  connectedCallback(): void {
    this.button("previous").addEventListener("click", () => this.step(-1, { focus: false }));
    this.button("next").addEventListener("click", () => this.step(1, { focus: false }));
    document.addEventListener("keydown", (event) => this.handleKey(event));
    document.addEventListener("claim-shown", (event) =>
      this.setCurrent(String((event as CustomEvent).detail)),
    );
    const form = this.querySelector("form");
    form?.addEventListener("change", () => this.apply());
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.closeOptions();
    });
    // After the fields have their first values again.
    form?.addEventListener("reset", () => setTimeout(() => this.apply()));
    document.addEventListener("click", ({ target }) => {
      if (this.options?.open && !(target instanceof Node && this.options.contains(target)))
        this.options.open = false;
    });
    // The summary's links jump to the first claim of a rating; here they filter as well.
    document.addEventListener("click", (event) => this.handleSummary(event));
    addEventListener("hashchange", () => this.revealTarget());
    const notes = findChoice("notes");
    if (notes) this.choose("notes", notes);
    if (findChoice("marks") === "hidden") this.choose("hide", "on");
    this.apply();
  }

  private button(name: string): HTMLButtonElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLButtonElement;
  }

  private foundCards: ClaimCards | null = null;

  /** The cards. They are last in the document, and looking for them takes long on a long page. */
  private get cards(): ClaimCards | null {
    this.foundCards ??= document.querySelector<ClaimCards>("claim-cards");
    return this.foundCards;
  }

  /** The panel with filter and view. */
  private get options(): HTMLDetailsElement | null {
    return this.querySelector("details");
  }

  private closeOptions(): void {
    const { options } = this;
    if (!options?.open) return;
    options.open = false;
    options.querySelector("summary")?.focus();
  }

  private choose(name: string, value: string): void {
    const field = this.querySelector<HTMLInputElement>(`[name="${name}"][value="${CSS.escape(value)}"]`);
    if (field) field.checked = true;
  }

  private apply(): void {
    const form = this.querySelector("form");
    if (!form) return;
    const chosen = new FormData(form);
    const text = (name: string) => String(chosen.get(name) ?? "");
    const filter: ClaimFilter = { rating: text("rating"), claimant: text("claimant"), topic: text("topic") };
    setShownClaims(pageClaims().filter((claim) => matchesFilter(claim, filter)));
    const changed = this.changed();
    if (changed.length > 0) {
      const inSight = numbersInSight();
      this.mute(changed.filter(({ number }) => inSight.has(number)));
    }
    const hidesMarks = chosen.get("hide") !== null;
    document.querySelector("[data-marked-text]")?.toggleAttribute("data-unmarked", hidesMarks);
    storeChoice("marks", hidesMarks ? "hidden" : "shown");
    const notes = text("notes") as NotesAt;
    storeChoice("notes", notes);
    this.cards?.closeHidden?.();
    this.notes.show(notes === "cards" ? null : notes, shownClaims());
    this.showPosition();
    whenIdle(() => this.applyToRest());
  }

  /** The claims whose marks do not look as the filter wants them yet. */
  private changed(): PageClaim[] {
    const isShown = new Set(shownClaims());
    return pageClaims().filter((claim) => this.muted.has(claim) === isShown.has(claim));
  }

  /** Turns the marks of claims into plain text, or back. */
  private mute(claims: readonly PageClaim[]): void {
    for (const claim of claims) {
      const isMuted = !this.muted.delete(claim);
      if (isMuted) this.muted.add(claim);
      for (const mark of marksOf(claim.number)) mark.toggleAttribute("data-muted", isMuted);
      muteReference(claim.number, isMuted);
    }
  }

  /** Follows the filter where nobody looks: in the text out of sight, and in the entries below it. There can be hundreds of both. */
  private applyToRest(): void {
    this.mute(this.changed());
    const isShown = new Set(shownClaims());
    for (const claim of pageClaims())
      if (claim.entry.hidden === isShown.has(claim)) claim.entry.hidden = !isShown.has(claim);
    fitGroups();
    const bar = this.querySelector('[data-part="bar"]');
    if (bar) drawPositionBar(bar, shownClaims());
  }

  private showPosition(): void {
    const shown = shownClaims();
    const at = shown.findIndex(({ number }) => number === this.current);
    const output = this.querySelector("output");
    if (!output) return;
    const { position = "", total = "", filtered = "", empty = "" } = output.dataset;
    const count = String(shown.length);
    const isFiltered = shown.length < pageClaims().length;
    if (shown.length === 0) output.textContent = empty;
    else if (at >= 0)
      output.textContent = position.replace("__n__", String(at + 1)).replace("__total__", count);
    else output.textContent = isFiltered ? filtered.replace("__n__", count) : total;
    for (const name of ["previous", "next"]) this.button(name).disabled = shown.length === 0;
  }

  private setCurrent(number: string): void {
    this.current = number;
    this.showPosition();
  }

  /** Goes to the next claim that is shown, or the previous; the first step to the nearest one below the top of the window. */
  private step(by: 1 | -1, { focus }: { focus: boolean }): void {
    const shown = shownClaims();
    if (shown.length === 0) return;
    const at = shown.findIndex(({ number }) => number === this.current);
    const next = at === -1 ? firstBelowTop(shown) : (at + by + shown.length) % shown.length;
    const claim = shown[Math.max(0, next)];
    if (claim) this.cards?.goTo(claim.number, { focus });
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.options?.contains(document.activeElement)) this.closeOptions();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest("input, select, textarea")) return;
    const key = event.key.toLowerCase();
    if (key === "j") this.step(1, { focus: true });
    else if (key === "k") this.step(-1, { focus: true });
  }

  private handleSummary(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-filter]") : null;
    const rating = link?.dataset.filter;
    if (!rating || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.choose("rating", rating);
    this.apply();
    this.scrollIntoView();
    // The link is out of sight, and Tab would go on from it: the claims that are left come next.
    this.button("next").focus({ preventScroll: true });
  }

  /** A link to a claim that the filter hides shows all claims again. */
  private revealTarget(): void {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.hidden && !target?.querySelector("sup")?.hidden && !target?.closest("sup")?.hidden) return;
    this.querySelector("form")?.reset();
    this.apply();
    this.applyToRest();
    target?.scrollIntoView();
  }
}

/** Tells each group of entries how many it shows: by that its height is estimated while it is far from the window. */
function fitGroups(): void {
  for (const group of document.querySelectorAll<HTMLElement>("[data-group]")) {
    const count = [...group.children].filter((entry) => !(entry as HTMLElement).hidden).length;
    group.hidden = count === 0;
    group.style.setProperty("--entries", String(count));
  }
}

/** Takes the reference of a claim out of sight and out of reach of the keyboard, or puts it back. */
function muteReference(number: string, isMuted: boolean): void {
  const reference = referenceOf(number);
  const sup = reference?.querySelector("sup") ?? reference?.closest("sup");
  sup?.toggleAttribute("hidden", isMuted);
  if (sup && reference?.contains(sup)) {
    if (isMuted) reference.tabIndex = -1;
    else reference.removeAttribute("tabindex");
  }
}

/** Index of the first claim that ends below the top of the window; -1 without one. Blocks are measured first: those above need no layout. */
function firstBelowTop(claims: readonly PageClaim[]): number {
  const isBelow = (element: Element | null | undefined) => (element?.getBoundingClientRect().bottom ?? 0) > 0;
  return claims.findIndex(({ number }) => {
    const reference = referenceOf(number);
    return isBelow(reference?.closest("[data-marked-text] > *")) && isBelow(reference);
  });
}
