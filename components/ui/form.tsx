"use client";

import type { ComponentProps } from "react";
import styles from "./form.module.css";
import { useHydrated } from "./use-hydrated";

/** A form submitted by scripts. It is disabled until they have loaded, as earlier input would be lost. */
export function Form({ children, ...rest }: ComponentProps<"form">) {
  const ready = useHydrated();
  return (
    <form {...rest}>
      <fieldset
        role="presentation"
        className={styles.fields}
        disabled={!ready}
        data-waking={!ready || undefined}
      >
        {children}
      </fieldset>
    </form>
  );
}
