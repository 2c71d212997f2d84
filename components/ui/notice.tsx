import type { ReactNode } from "react";
import styles from "./notice.module.css";

/** A message about what happened or what to do. Screen readers announce failures immediately, other messages when idle. */
export function Notice({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "failure" | "success";
  children: ReactNode;
}) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === "failure" ? "alert" : "status"}>
      {children}
    </div>
  );
}
