"use client";

import type { ReactNode } from "react";
import styles from "./until-ready.module.css";
import { useHydrated } from "./use-hydrated";

/** Controls that need scripts. They are disabled until the scripts have loaded, as earlier input would be lost. */
export function UntilReady({ children }: { children: ReactNode }) {
  const ready = useHydrated();
  return (
    <fieldset
      role="presentation"
      className={styles.controls}
      disabled={!ready}
      data-waking={!ready || undefined}
    >
      {children}
    </fieldset>
  );
}
