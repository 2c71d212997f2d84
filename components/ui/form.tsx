"use client";

import type { ComponentProps } from "react";
import styles from "./form.module.css";
import { useHydrated } from "./use-hydrated";

/** A form that scripts send. It takes no keys and clicks before they are there: what is typed and sent until then would be lost. */
export function Form({ children, ...rest }: ComponentProps<"form">) {
  const ready = useHydrated();
  return (
    <form {...rest}>
      <fieldset
        role="presentation"
        className={styles.whole}
        disabled={!ready}
        data-waking={!ready || undefined}
      >
        {children}
      </fieldset>
    </form>
  );
}
