import { type RefObject, useEffect } from "react";
import { homesLeft, type NearbyHomes, nearbyHomes } from "./nearby-homes";

const NONE: readonly string[] = [];

/**
 * Keeps the focus in the page: when the control that has it is removed, hidden or disabled, the focus goes to the nearest "home", in
 * the innermost part of the page that is left, or else to the row or the heading that the control belonged to. Without it, the browser would
 * move the focus to the body, and a screen reader would start at the top of the page. Actions that know what comes next use
 * `focusAfterRender` instead, which wins.
 * @param root the part of the page that is watched
 * @param homes selectors of elements that can take the focus, the best first; must not change
 */
export function useFocusHome(root: RefObject<HTMLElement | null>, homes: readonly string[] = NONE): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    /** The element that has the focus, and those around it, innermost first. */
    let path: Element[] = [];
    let nearby: NearbyHomes | null = null;
    let frame = 0;

    const remember = ({ target }: FocusEvent) => {
      path = [];
      for (
        let node = target as Element | null;
        node && node !== element.parentElement;
        node = node.parentElement
      )
        path.push(node);
      nearby = path[0] ? nearbyHomes(path[0], element) : null;
    };
    /** A person who clicks beside everything has no focus, and wants none. */
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) return;
      queueMicrotask(() => {
        if (path[0] && canHaveFocus(path[0])) path = [];
      });
    };
    const check = () => {
      frame = 0;
      const { activeElement, body } = document;
      if (!path[0] || (activeElement !== body && activeElement !== null) || canHaveFocus(path[0])) return;
      const left = path.filter((part) => part.isConnected);
      for (const part of left)
        for (const home of homes.flatMap((each) => [...part.querySelectorAll<HTMLElement>(each)])) {
          home.focus({ preventScroll: true });
          if (document.activeElement === home) return;
        }
      if (nearby && left[0]) homesLeft(nearby, left[0], element).some(focusOn);
    };
    const observer = new MutationObserver(() => {
      frame ||= requestAnimationFrame(check);
    });
    element.addEventListener("focusin", remember);
    element.addEventListener("focusout", forget);
    observer.observe(element, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["hidden", "disabled"],
    });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      element.removeEventListener("focusin", remember);
      element.removeEventListener("focusout", forget);
    };
  }, [root, homes]);
}

/** Rows and headings take the focus only this once. @returns whether the element has the focus */
function focusOn(element: HTMLElement): boolean {
  element.focus();
  if (document.activeElement === element) return true;
  element.tabIndex = -1;
  element.focus();
  const isFocused = document.activeElement === element;
  if (isFocused) element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  else element.removeAttribute("tabindex");
  return isFocused;
}

function canHaveFocus(element: Element): boolean {
  // Not in every test environment.
  const isVisible = element.checkVisibility?.() ?? true;
  return element.isConnected && isVisible && !element.matches(":disabled");
}
