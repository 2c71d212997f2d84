"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./board.module.css";

/**
 * Folds the filters behind a button where the screen is narrow. The style sheet decides where: on a wide screen there is no button, and
 * the server does not know the width.
 */
export function FoldedFilters({
  count,
  children,
}: {
  /** Of the filters that are set. */
  count: number;
  children: ReactNode;
}) {
  const t = useWords("board");
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.fold}>
        <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {t("filter.fold", { count })}
        </Button>
      </div>
      <div id={id} className={styles.folded} data-open={isOpen}>
        {children}
      </div>
    </>
  );
}
