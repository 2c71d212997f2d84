import { type Box, placeCard } from "@/components/reader-script/place-card";
import type { MarkedText, PageMarks } from "@/lib/syndication/page-marks";
import { element, iconOf } from "./element";
import { PANEL_STYLES } from "./panel-styles";
import type { PlacedClaim } from "./place-marks";

/** What the buttons of the panel do. */
export interface PanelActions {
  step: (by: -1 | 1) => void;
  /** Shows or hides all marks. */
  toggle: () => void;
  close: () => void;
}

/** The bar at the lower edge and the card of a claim, in the one element that the script adds to the page. */
export class MarksPanel {
  readonly host = element("obelus-marks" as "div");
  readonly card = element("div", { class: "card", role: "group", hidden: "" });
  private readonly count = element("p", { class: "count" });
  private readonly status = element("p", { class: "status", role: "status" });
  private readonly toggle: HTMLButtonElement;
  private readonly steps: HTMLButtonElement[];

  constructor(
    private readonly marks: PageMarks,
    private readonly actions: PanelActions,
    private readonly isDark: boolean,
  ) {
    const { words, by, url, language, direction } = marks;
    const root = this.host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(PANEL_STYLES);
    root.adoptedStyleSheets = [sheet];
    this.host.toggleAttribute("data-dark", isDark);
    const button = (sign: string, label: string, run: () => void) => {
      const made = element("button", { type: "button", "aria-label": label, title: label }, sign);
      made.addEventListener("click", run);
      return made;
    };
    this.steps = [
      button("↑", words.previous, () => actions.step(-1)),
      button("↓", words.next, () => actions.step(1)),
    ];
    this.toggle = element("button", { type: "button" }, words.hide);
    this.toggle.addEventListener("click", actions.toggle);
    const row = element(
      "div",
      { class: "row" },
      element("a", { href: url }, `† ${by}`),
      ...this.steps,
      this.toggle,
    );
    root.append(
      element(
        "section",
        { "aria-label": by, lang: language, dir: direction },
        row,
        this.count,
        // After the buttons, so that the next Tab goes into the card that they open.
        this.card,
        this.status,
      ),
    );
    this.card.lang = language;
  }

  /** How many claims are on the page, and how many are not. */
  showCounts(found: number, missing: number): void {
    const { words, language } = this.marks;
    const filled = (text: string, count: number) => text.replace("{count}", count.toLocaleString(language));
    this.count.replaceChildren(
      filled(words.found, found),
      ...(missing > 0 ? [element("br"), filled(words.missing, missing)] : []),
    );
    for (const each of [...this.steps, this.toggle]) each.hidden = found === 0;
  }

  showToggle(areShown: boolean): void {
    this.toggle.textContent = areShown ? this.marks.words.hide : this.marks.words.show;
    for (const each of this.steps) each.hidden = !areShown;
  }

  /** Fills the card. @param isSaid whether screen readers say it: not for the pointer */
  showClaim({ claim }: PlacedClaim, isSaid: boolean): void {
    const { words, ratings } = this.marks;
    const rating = ratings[claim.rating];
    if (!rating) return;
    const close = element("button", { type: "button", "aria-label": words.close, title: words.close }, "×");
    close.addEventListener("click", this.actions.close);
    this.card.setAttribute("aria-label", claim.name);
    this.card.style.setProperty("--hue", this.isDark ? rating.hues.dark : rating.hues.light);
    this.card.replaceChildren(
      element(
        "div",
        { class: "top" },
        element("p", { class: "rating" }, iconOf(rating.icon), rating.label),
        close,
      ),
      textOf("statement", claim.statement),
      ...(claim.claimant === null ? [] : [element("p", { class: "claimant" }, claim.claimant)]),
      textOf("reason", claim.reason),
      element("p", {}, element("a", { href: claim.url }, words.full)),
    );
    this.card.hidden = false;
    this.card.scrollTop = 0;
    this.status.textContent = isSaid ? `${claim.name}. ${claim.statement.text}` : "";
  }

  hideClaim(): void {
    this.card.hidden = true;
    this.status.textContent = "";
  }

  /**
   * Puts the card beside a line of its words. On narrow screens it is at the lower edge.
   * @param words all of them, which stay free if there is room
   */
  placeAt(line: Box, words: Box): void {
    const { style } = this.card;
    if (innerWidth < 600) {
      for (const name of ["left", "top", "--room"]) style.removeProperty(name);
      return;
    }
    style.setProperty("--room", "100vh");
    const { width, height } = this.card.getBoundingClientRect();
    const { left, top, room } = placeCard(
      line,
      { width, height },
      { width: document.documentElement.clientWidth, height: innerHeight },
      words,
    );
    style.setProperty("--room", `${room}px`);
    style.left = `${left}px`;
    style.top = `${top}px`;
  }
}

function textOf(name: string, { text, lang, dir }: MarkedText): HTMLElement {
  return element("p", { class: name, lang, dir }, text);
}
