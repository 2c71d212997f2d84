"use client";

import type { ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";
import { useHydrated } from "./use-hydrated";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: "primary" | "plain" | "quiet" | "danger";
  /** The action is running: the button shows it and ignores clicks. */
  pending?: boolean;
}

/**
 * A button. Its type is "button" by default, so that none submits a form by accident. Except for submit buttons, it is disabled
 * until scripts have loaded, as earlier clicks would be lost. With `aria-disabled`, it can still be pressed, and says why nothing happens.
 */
export function Button({
  look = "plain",
  pending = false,
  disabled,
  className = "",
  children,
  ...rest
}: Props) {
  const isLoading = !useHydrated() && rest.type !== "submit";
  return (
    <button
      type="button"
      {...rest}
      className={`${styles.button} ${styles[look]} ${className}`}
      disabled={disabled || isLoading}
      data-waking={(isLoading && !disabled) || undefined}
      aria-disabled={pending || rest["aria-disabled"]}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
    >
      {children}
    </button>
  );
}
