"use client";

import { type ReactNode, useRef } from "react";
import { useFocusHome } from "@/components/ui/use-focus-home";
import styles from "./focus-keeper.module.css";

/** Keeps the focus in a page of the desk: what is pressed there may be gone afterwards, or the page itself may be another one. */
export function FocusKeeper({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useFocusHome(box);
  return (
    <div ref={box} className={styles.box}>
      {children}
    </div>
  );
}
