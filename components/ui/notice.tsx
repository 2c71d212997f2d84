import type { ReactNode } from "react";
import styles from "./notice.module.css";

/** A message about what just happened or what to do. Failures are read out at once, the rest when there is time. */
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
