"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { type ReactNode, useRef } from "react";
import styles from "./dialog.module.css";
import { useReturnFocus } from "./use-return-focus";

/** A modal dialog that is open as long as it is rendered. Afterwards the focus is where it was before. */
export function Dialog({
  title,
  hideTitle = false,
  at = "middle",
  onClose,
  children,
}: {
  title: string;
  /** The title is for screen readers only. */
  hideTitle?: boolean;
  at?: "middle" | "top";
  onClose: () => void;
  children: ReactNode;
}) {
  const popup = useRef<HTMLDivElement>(null);
  const returnFocus = useReturnFocus(popup);
  return (
    <BaseDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup
          className={`${styles.popup} ${styles[at]}`}
          aria-label={hideTitle ? title : undefined}
          ref={popup}
          // Its first button may be below a long text, which would then open scrolled to its end.
          initialFocus={popup}
          finalFocus={returnFocus}
        >
          {!hideTitle && <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>}
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
