"use client";

import { autoUpdate, computePosition, flip, inline, offset, shift, size } from "@floating-ui/dom";
import { useEffect, useRef, useState } from "react";
import styles from "./claim-cards.module.css";

/** How long the pointer rests on a mark before its card opens, and how long it can be away from both before it closes. */
const OPEN_DELAY_MS = 120;
const CLOSE_DELAY_MS = 300;

interface Open {
  /** Claims at the anchor, innermost first. */
  numbers: number[];
  /** The claim shown. */
  shown: number;
  /** The element the card is next to. */
  anchor: HTMLElement;
  /** How it was opened: only a card opened by hover closes when the pointer leaves. */
  by: "hover" | "focus" | "tap";
}

/**
 * Cards for the marks of a page: on hover, on focus of a claim's reference, and on tap. The page works without them, so they only add
 * listeners to the server's HTML and never render the text again. A card copies its content from the claim's entry on the page.
 * It can be hovered, stays until dismissed, and closes on Escape (WCAG 2.2, 1.4.13).
 */
export function ClaimCards() {
  const [open, setOpen] = useState<Open | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const state = useRef(open);
  state.current = open;

  useEffect(() => listen(() => state.current, setOpen, card), []);
  useEffect(() => markActive(open?.shown ?? null), [open?.shown]);
  useEffect(() => {
    if (!open || !card.current) return;
    return positionCard(open.anchor, card.current);
  }, [open]);

  const entry = open && entryOf(open.shown);
  return (
    <div
      ref={card}
      id="claim-card"
      className={`${styles.card} rating-hue`}
      role="dialog"
      aria-label={entry?.title ?? "Claim"}
      data-colour={entry?.colour}
      hidden={!open}
    >
      {open && (
        <>
          <div className={styles.bar}>
            {open.numbers.length > 1 ? (
              <fieldset className={styles.choice}>
                <legend className="visually-hidden">Claims on this text</legend>
                {open.numbers.map((number) => (
                  <button
                    key={number}
                    type="button"
                    aria-pressed={number === open.shown}
                    onClick={() => setOpen({ ...open, shown: number })}
                  >
                    Claim {number}
                  </button>
                ))}
              </fieldset>
            ) : (
              <span className={styles.number}>Claim {open.shown}</span>
            )}
            <button
              type="button"
              className={styles.close}
              onClick={() => close(open, setOpen)}
              aria-label="Close"
            >
              ×
            </button>
          </div>
          <CardContent number={open.shown} />
          <p className={styles.more}>
            <a href={`#claim-${open.shown}`} onClick={() => setOpen(null)}>
              Full entry of claim {open.shown}
            </a>
          </p>
        </>
      )}
    </div>
  );
}

/** A copy of the claim's entry without ids, which must stay unique. */
function CardContent({ number }: { number: number }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const content = contentOf(number)?.cloneNode(true) as HTMLElement | undefined;
    if (!content || !holder.current) return;
    for (const element of content.querySelectorAll("[id]")) element.removeAttribute("id");
    content.removeAttribute("data-card-content");
    holder.current.replaceChildren(content);
  }, [number]);
  return <div ref={holder} className={styles.content} />;
}

function contentOf(number: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-card-content="${number}"]`);
}

function entryOf(number: number): { title: string; colour: string | undefined } {
  const content = contentOf(number);
  return {
    title: content?.dataset.cardTitle ?? `Claim ${number}`,
    colour: content?.closest<HTMLElement>("[data-colour]")?.dataset.colour,
  };
}

/** Highlights the text of the open card's claim. */
function markActive(number: number | null): void {
  for (const mark of document.querySelectorAll("[data-active]")) mark.removeAttribute("data-active");
  for (const reference of document.querySelectorAll("[data-reference][aria-expanded]")) {
    reference.removeAttribute("aria-expanded");
    reference.removeAttribute("aria-controls");
  }
  if (number === null) return;
  for (const mark of document.querySelectorAll(`[data-claim="${number}"]`))
    mark.setAttribute("data-active", "");
  const reference = referenceOf(number);
  reference?.setAttribute("aria-expanded", "true");
  reference?.setAttribute("aria-controls", "claim-card");
}

function referenceOf(number: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-reference="${number}"]`);
}

/** Claims at an element of the text, innermost first; null if there are none. */
function claimsAt(target: EventTarget | null): { numbers: number[]; anchor: HTMLElement } | null {
  if (!(target instanceof Element)) return null;
  const anchor = target.closest<HTMLElement>(
    "[data-marked-text] [data-reference], [data-marked-text] [data-claim]",
  );
  if (!anchor) return null;
  if (anchor.dataset.reference) return { numbers: [Number(anchor.dataset.reference)], anchor };
  const numbers: number[] = [];
  for (
    let mark: HTMLElement | null | undefined = anchor;
    mark;
    mark = mark.parentElement?.closest<HTMLElement>("[data-claim]")
  )
    numbers.push(Number(mark.dataset.claim));
  return { numbers, anchor };
}

function close(open: Open, setOpen: (open: Open | null) => void): void {
  setOpen(null);
  // Focus inside the card would be lost.
  const card = document.getElementById("claim-card");
  if (card?.contains(document.activeElement)) {
    const reference = referenceOf(open.shown);
    reference?.focus({ preventScroll: true });
    // The focus event has opened the card again.
    setOpen(null);
  }
}

/** Positions the card next to its text. On narrow screens the style sheet puts it at the bottom instead. */
function positionCard(anchor: HTMLElement, card: HTMLElement): () => void {
  return autoUpdate(anchor, card, () => {
    computePosition(anchor, card, {
      placement: "bottom-start",
      middleware: [
        inline(),
        offset(8),
        flip({ padding: 12 }),
        shift({ padding: 12 }),
        // Without enough room on either side the card scrolls instead of leaving the window.
        size({
          padding: 12,
          apply: ({ availableHeight }) =>
            card.style.setProperty("--room", `${Math.max(160, Math.floor(availableHeight))}px`),
        }),
      ],
    }).then(({ x, y }) => {
      card.style.setProperty("--x", `${x}px`);
      card.style.setProperty("--y", `${y}px`);
    });
  });
}

/** Adds document-wide listeners for all marks. @returns a function that removes them */
function listen(
  current: () => Open | null,
  setOpen: (open: Open | null) => void,
  card: { current: HTMLElement | null },
): () => void {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The focused reference whose card was dismissed: it doesn't open again until the focus has moved away. */
  let dismissed: HTMLElement | null = null;
  const later = (run: () => void, milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };
  const show = (found: { numbers: number[]; anchor: HTMLElement }, by: Open["by"]) => {
    clearTimeout(timer);
    const [shown] = found.numbers;
    if (shown !== undefined) setOpen({ ...found, shown, by });
  };
  const on = <K extends keyof DocumentEventMap>(type: K, handle: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, handle, { signal: controller.signal });
  const inCard = (target: EventTarget | null) =>
    target instanceof Node && (card.current?.contains(target) ?? false);

  on("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    if (inCard(event.target)) return clearTimeout(timer);
    const found = claimsAt(event.target);
    const open = current();
    if (found) {
      if (open?.anchor === found.anchor) return clearTimeout(timer);
      if (!open || open.by === "hover") later(() => show(found, "hover"), OPEN_DELAY_MS);
    } else if (open?.by === "hover") later(() => setOpen(null), CLOSE_DELAY_MS);
    else clearTimeout(timer);
  });
  on("focusin", (event) => {
    const found = claimsAt(event.target);
    if (found?.anchor === dismissed) return;
    dismissed = null;
    if (found?.anchor.dataset.reference && found.anchor.matches(":focus-visible"))
      return show(found, "focus");
    if (!found && !inCard(event.target) && current()?.by === "focus") setOpen(null);
  });
  on("click", (event) => {
    const open = current();
    if (inCard(event.target)) return;
    const found = claimsAt(event.target);
    if (!found) {
      if (open) setOpen(null);
      return;
    }
    // Enter on a reference follows its link to the entry, and links of the article itself work as usual.
    if (event.detail === 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const inner = event.target instanceof Element ? event.target.closest("a") : null;
    if (inner && !inner.dataset.claim && !inner.dataset.reference) return;
    event.preventDefault();
    show(found, "tap");
  });
  on("keydown", (event) => {
    const open = current();
    if (!open) return;
    if (event.key === "Escape") {
      dismissed = referenceOf(open.shown);
      close(open, setOpen);
    }
    if (event.key === "Tab") moveFocus(event, open, card.current);
  });
  // The pointer was already on a mark when this script loaded.
  const hovered = [...document.querySelectorAll(":hover")].at(-1) ?? null;
  const found = matchMedia("(hover: hover)").matches ? claimsAt(hovered) : null;
  if (found) later(() => show(found, "hover"), OPEN_DELAY_MS);
  return () => {
    clearTimeout(timer);
    controller.abort();
  };
}

/** Puts the card right after its reference in the tab order, regardless of its position in the document. */
function moveFocus(event: KeyboardEvent, open: Open, card: HTMLElement | null): void {
  const reference = referenceOf(open.shown);
  const stops = [...(card?.querySelectorAll<HTMLElement>("a[href], button") ?? [])];
  const focused = document.activeElement;
  const go = (target: HTMLElement | undefined | null) => {
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
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
