"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { type ReactNode, useRef, useState } from "react";
import styles from "./dialog.module.css";

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
  // Read while rendering: a control with `autoFocus` takes the focus before effects run.
  const [focusedBefore] = useState(() => globalThis.document?.activeElement);
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
          finalFocus={() => {
            // For the body, Base UI would focus the first link of the page.
            if (!(focusedBefore instanceof HTMLElement) || focusedBefore === document.body) return false;
            return focusedBefore.isConnected ? focusedBefore : true;
          }}
        >
          {!hideTitle && <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>}
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
