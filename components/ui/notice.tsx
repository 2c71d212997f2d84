"use client";

import { createContext, type ReactNode, useContext } from "react";
import styles from "./notice.module.css";

/** Whether something around a message announces it already. */
export const AnnouncedContext = createContext(false);

/** A message about what happened or what to do. Screen readers announce failures immediately, other messages when idle. */
export function Notice({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "failure" | "success";
  children: ReactNode;
}) {
  const isAnnounced = useContext(AnnouncedContext);
  return (
    <div
      className={`${styles.notice} ${styles[tone]}`}
      role={isAnnounced ? undefined : tone === "failure" ? "alert" : "status"}
    >
      {children}
    </div>
  );
}

/**
 * Announces what appears in it when screen readers are idle. It stays on the page while it is empty: many of them miss a region that arrives
 * together with its text. A `Notice` in it has no role of its own, and is announced once. Failures belong beside it.
 */
export function LiveRegion({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return (
    // What was there before a message is not read again with it.
    <div className={className} role="status" aria-atomic={false}>
      <AnnouncedContext value={true}>{children}</AnnouncedContext>
    </div>
  );
}
