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
    // The page was made a moment ago: the first connection finds it fresh.
    let isFirst = true;
    const stop = liveConnection.listen(({ kind }) => {
      if (kind === "presence") return;
      if (kind === "sync" && isFirst) {
        isFirst = false;
        return;
      }
      timer ??= setTimeout(refresh, Math.max(80, last + EVERY - Date.now()));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [router]);
  return null;
}
