import { useState } from "react";
import type { Failure } from "@/lib/failure";
import { type Download, downloadFile } from "./download-file";

/** The download of a file that the server makes, and how it ended. @param onPreparing called if it is made in the background */
export function useDownload(onPreparing?: () => void) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<Download | null>(null);

  /** Downloads a file, unless one is being made. @param address path and query */
  async function download(address: string): Promise<void> {
    if (pending) return;
    setPending(true);
    setFailure(null);
    setDone(null);
    const result = await downloadFile(address);
    setPending(false);
    if (result.ok) setDone(result.value);
    else setFailure(result.error);
    if (result.ok && result.value.kind === "preparing") onPreparing?.();
  }

  return { pending, failure, done, download };
}
