"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { liveConnection } from "./live-connection";

/** Milliseconds between two refreshes of a list. */
const EVERY = 2_000;

/** Has a list made anew when something changed on the desk: at once, then every other second at most. What one reads stays where it is. */
export function RefreshOnChange() {
  const router = useRouter();
  useEffect(() => {
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      last = Date.now();
      router.refresh();
    };
    // Also when the connection stands for the first time: something may have changed since the page was made.
    const stop = liveConnection.listen(({ kind }) => {
      if (kind === "presence") return;
      timer ??= setTimeout(refresh, Math.max(80, last + EVERY - Date.now()));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [router]);
  return null;
}
