import type { ClaimCards } from "./claim-cards";
import { type ClaimFilter, matchesFilter, pageClaims, shownClaims } from "./claims";
import { referenceOf } from "./claims-at";
import { MarginNotes } from "./margin-notes";
import { findChoice, storeChoice } from "./stored-choice";

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

  connectedCallback(): void {
    this.button("previous").addEventListener("click", () => this.step(-1, { focus: false }));
    this.button("next").addEventListener("click", () => this.step(1, { focus: false }));
    document.addEventListener("keydown", (event) => this.handleKey(event));
    document.addEventListener("claim-shown", (event) =>
      this.setCurrent(String((event as CustomEvent).detail)),
    );
    const form = this.querySelector("form");
    form?.addEventListener("change", () => this.apply());
    form?.addEventListener("submit", (event) => event.preventDefault());
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
    for (const claim of pageClaims()) {
      const isMuted = !matchesFilter(claim, filter);
      if (claim.entry.hidden === isMuted) continue;
      claim.entry.hidden = isMuted;
      for (const mark of document.querySelectorAll(`[data-claim="${claim.number}"]`))
        mark.toggleAttribute("data-muted", isMuted);
      referenceOf(claim.number)?.closest("sup")?.toggleAttribute("hidden", isMuted);
    }
    const hidesMarks = chosen.get("hide") !== null;
    document.querySelector("[data-marked-text]")?.toggleAttribute("data-unmarked", hidesMarks);
    storeChoice("marks", hidesMarks ? "hidden" : "shown");
    const notes = text("notes") as NotesAt;
    storeChoice("notes", notes);
    this.notes.show(notes === "cards" ? null : notes, shownClaims());
    this.showPosition();
  }

  private showPosition(): void {
    const shown = shownClaims();
    const at = shown.findIndex(({ number }) => number === this.current);
    const output = this.querySelector("output");
    if (!output) return;
    const { position = "", total = "", filtered = "", empty = "" } = output.dataset;
    const count = String(shown.length);
    if (shown.length === 0) output.textContent = empty;
    else if (at >= 0)
      output.textContent = position.replace("__n__", String(at + 1)).replace("__total__", count);
    else output.textContent = shown.length < pageClaims().length ? filtered.replace("__n__", count) : total;
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
    const next =
      at === -1
        ? shown.findIndex(({ number }) => (referenceOf(number)?.getBoundingClientRect().bottom ?? 0) > 0)
        : (at + by + shown.length) % shown.length;
    const claim = shown[Math.max(0, next)];
    if (claim) document.querySelector<ClaimCards>("claim-cards")?.goTo(claim.number, { focus });
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target instanceof Element && event.target.closest("input, select, textarea")) return;
    if (event.key === "j") this.step(1, { focus: true });
    else if (event.key === "k") this.step(-1, { focus: true });
  }

  private handleSummary(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-filter]") : null;
    const rating = link?.dataset.filter;
    if (!rating || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.choose("rating", rating);
    this.apply();
    this.scrollIntoView();
  }

  /** A link to a claim that the filter hides shows all claims again. */
  private revealTarget(): void {
    const target = document.getElementById(location.hash.slice(1));
    const reference = target?.closest("sup");
    if (!target?.hidden && !reference?.hidden) return;
    this.querySelector("form")?.reset();
    this.apply();
    target?.scrollIntoView();
  }
}
