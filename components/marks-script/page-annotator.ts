import type { PageMarks } from "@/lib/syndication/page-marks";
import { claimAt } from "./claim-at";
import { addMarkStyles, drawActive, drawMarks, isLightText } from "./draw-marks";
import { MarksPanel } from "./marks-panel";
import { type PlacedClaim, type PlacedClaims, placeMarks } from "./place-marks";

/** How long the pointer rests on a mark before its card opens, and how long it can be away from both before it closes. */
const OPEN_DELAY_MS = 120;
const CLOSE_DELAY_MS = 300;
/** After the page has changed, and how often at most: some pages never stop changing. */
const SETTLED_MS = 500;
const MAX_PLACEMENTS = 20;

/** Marks claims on a page that knows nothing of them, and shows a card for each: by pointer, by tap, and by the buttons of its bar. */
export class PageAnnotator {
  private readonly panel: MarksPanel;
  private found: PlacedClaims = { page: { text: "", nodes: [], starts: [] }, placed: [], missing: 0 };
  private open: { claim: PlacedClaim; by: "hover" | "tap" | "step" } | null = null;
  private areShown = true;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private placements = 0;

  constructor(
    private readonly marks: PageMarks,
    private readonly root: Element,
  ) {
    const isDark = isLightText(root.querySelector("p") ?? root);
    addMarkStyles(marks, isDark);
    this.panel = new MarksPanel(
      marks,
      { step: (by) => this.step(by), toggle: () => this.toggle(), close: () => this.close() },
      isDark,
    );
  }

  async start(): Promise<void> {
    await this.place();
    document.body.append(this.panel.host);
    this.listen();
  }

  private async place(): Promise<void> {
    this.placements++;
    this.found = await placeMarks(this.marks.claims, this.root);
    const { placed, missing } = this.found;
    // The claim that is open may be in other nodes now.
    if (this.open) {
      const { number } = this.open.claim.claim;
      const same = placed.find(({ claim }) => claim.number === number);
      if (same) this.open.claim = same;
      else this.close();
    }
    this.panel.showCounts(placed.length, missing);
    if (this.areShown) drawMarks(this.marks.ratings, placed);
  }

  private listen(): void {
    let isMeasuring = false;
    document.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "mouse" || isMeasuring || event.buttons > 0) return;
      isMeasuring = true;
      requestAnimationFrame(() => {
        isMeasuring = false;
        this.point(event);
      });
    });
    document.addEventListener("click", (event) => this.tap(event));
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.close());
    const move = () => this.open && this.showAt(this.open.claim);
    addEventListener("scroll", () => requestAnimationFrame(move), { passive: true, capture: true });
    addEventListener("resize", () => requestAnimationFrame(move));
    new MutationObserver(() => this.settle()).observe(this.root, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  }

  /** Looks again once the page has stopped changing: scripts of the page may have replaced its text. */
  private settle(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      const isLost = this.found.placed.some(
        ({ range }) => range.collapsed || !range.startContainer.isConnected,
      );
      if ((isLost || this.found.missing > 0) && this.placements < MAX_PLACEMENTS) void this.place();
    }, SETTLED_MS);
  }

  private isInPanel(event: Event): boolean {
    return event.composedPath().includes(this.panel.host);
  }

  private later(run: () => void, milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(run, milliseconds);
  }

  private point(event: PointerEvent): void {
    if (!this.areShown) return;
    const isInPanel = this.isInPanel(event);
    const claim = isInPanel ? null : claimAt(this.found, event.clientX, event.clientY);
    if (isInPanel || claim === this.open?.claim) clearTimeout(this.timer);
    // Another claim on the way to the card does not replace one that was opened on purpose.
    else if (claim && this.open?.by !== "tap" && this.open?.by !== "step")
      this.later(() => this.show(claim, "hover", event), OPEN_DELAY_MS);
    else if (this.open?.by === "hover") this.later(() => this.close(), CLOSE_DELAY_MS);
    else clearTimeout(this.timer);
  }

  private tap(event: MouseEvent): void {
    if (!this.areShown || this.isInPanel(event)) return;
    const isOfPage =
      event.target instanceof Element && event.target.closest("a[href], button, input, label, summary");
    const claim =
      isOfPage || !getSelection()?.isCollapsed ? null : claimAt(this.found, event.clientX, event.clientY);
    if (claim) this.show(claim, "tap", event);
    else this.close();
  }

  private step(by: -1 | 1): void {
    const { placed } = this.found;
    if (placed.length === 0) return;
    const at = this.open ? placed.indexOf(this.open.claim) : this.before();
    const claim = placed[(at + by + placed.length) % placed.length] as PlacedClaim;
    const element = claim.range.startContainer.parentElement;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    // On narrow screens the card covers the lower part.
    element?.scrollIntoView({
      block: innerWidth < 600 ? "start" : "center",
      behavior: isCalm ? "auto" : "smooth",
    });
    this.show(claim, "step");
  }

  /** Index of the last claim above the window, from which the next one is the first that is in view. */
  private before(): number {
    return this.found.placed.findIndex(({ range }) => range.getBoundingClientRect().bottom > 0) - 1;
  }

  private show(
    claim: PlacedClaim,
    by: "hover" | "tap" | "step",
    point?: { clientX: number; clientY: number },
  ): void {
    clearTimeout(this.timer);
    this.open = { claim, by };
    drawActive(claim);
    this.panel.showClaim(claim, by !== "hover");
    this.showAt(claim, point);
  }

  private showAt({ range }: PlacedClaim, point?: { clientX: number; clientY: number }): void {
    const lines = [...range.getClientRects()];
    const line = point && lines.find(({ top, bottom }) => top <= point.clientY && point.clientY <= bottom);
    const words = range.getBoundingClientRect();
    // The pointer has a short way to the card; the keyboard has none, and all words can be read.
    this.panel.placeAt(line ?? lines[0] ?? words, line ?? words);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.open = null;
    drawActive(null);
    this.panel.hideClaim();
  }

  private toggle(): void {
    this.areShown = !this.areShown;
    this.close();
    drawMarks(this.marks.ratings, this.areShown ? this.found.placed : []);
    this.panel.showToggle(this.areShown);
  }
}
