import { useSyncExternalStore } from "react";

/** A screen that is touched, without a mouse or a trackpad. */
const TOUCH = "(hover: none) and (pointer: coarse)";

/** Whether a key was pressed outside of text fields: a keyboard on the screen is there for them only. */
let hasPressedKey = false;

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest("[aria-readonly=true]")) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}

function read(): boolean {
  return hasPressedKey || typeof matchMedia !== "function" || !matchMedia(TOUCH).matches;
}

function watch(onChange: () => void): () => void {
  const onKeyDown = ({ key, target }: KeyboardEvent) => {
    if (key === "Unidentified" || isTextField(target)) return;
    hasPressedKey = true;
    onChange();
  };
  const touch = typeof matchMedia === "function" ? matchMedia(TOUCH) : null;
  touch?.addEventListener?.("change", onChange);
  document.addEventListener("keydown", onKeyDown);
  return () => {
    touch?.removeEventListener?.("change", onChange);
    document.removeEventListener("keydown", onKeyDown);
  };
}

/** Whether the person uses a keyboard, so that hints can name keys: not on a touch screen, unless one is connected and was used. */
export function useKeyboardInUse(): boolean {
  return useSyncExternalStore(watch, read, () => true);
}
