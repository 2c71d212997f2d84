/** How long an element that gets the focus can take to appear, in milliseconds. A later one would surprise the person. */
const MAX_DELAY = 1000;

/** The attempt that is still waiting for its element: a newer one replaces it. */
let cancelWaiting: (() => void) | null = null;

/**
 * Moves the focus to where the next thing happens, once the page shows it: at once, or after the render that brings it. Does nothing if the
 * person has moved the focus in the meantime.
 * @param find the element; null while the page does not show it yet
 */
export function focusAfterRender(find: () => HTMLElement | null | undefined): void {
  cancelWaiting?.();
  if (focusOn(find())) return;
  const { activeElement: before, body } = document;
  const observer = new MutationObserver(() => {
    const { activeElement } = document;
    const hasMoved = activeElement !== before && activeElement !== body && activeElement !== null;
    if (hasMoved || focusOn(find())) stop();
  });
  const timer = setTimeout(stop, MAX_DELAY);
  function stop(): void {
    clearTimeout(timer);
    observer.disconnect();
    if (cancelWaiting === stop) cancelWaiting = null;
  }
  cancelWaiting = stop;
  observer.observe(body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["hidden", "disabled"],
  });
}

/** @returns whether the element has the focus */
function focusOn(element: HTMLElement | null | undefined): boolean {
  element?.focus({ preventScroll: true });
  return element !== null && element !== undefined && document.activeElement === element;
}
