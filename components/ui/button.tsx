"use client";

import type { ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";
import { useHydrated } from "./use-hydrated";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: "primary" | "plain" | "quiet" | "danger";
  /** Something is under way: the button says so and takes no second click. */
  pending?: boolean;
}

/**
 * A button. It is of type "button" unless told otherwise, so that none submits a form by accident. One that scripts run takes no click
 * before they are there: it would be lost.
 */
export function Button({
  look = "plain",
  pending = false,
  disabled,
  className = "",
  children,
  ...rest
}: Props) {
  const isWaking = !useHydrated() && rest.type !== "submit";
  return (
    <button
      type="button"
      {...rest}
      className={`${styles.button} ${styles[look]} ${className}`}
      disabled={disabled || isWaking}
      data-waking={(isWaking && !disabled) || undefined}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
    >
      {children}
    </button>
  );
}
