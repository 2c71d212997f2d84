import { useState } from "react";
import type { Failure } from "@/lib/failure";
import { downloadFile } from "./download-file";

/** The download of a file that the server makes, and how it ended. */
export function useDownload() {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Name of the file that was saved last. */
  const [saved, setSaved] = useState<string | null>(null);

  /** Downloads a file, unless one is being made. @param address path and query */
  async function download(address: string): Promise<void> {
    if (pending) return;
    setPending(true);
    setFailure(null);
    setSaved(null);
    const result = await downloadFile(address);
    setPending(false);
    if (result.ok) setSaved(result.value);
    else setFailure(result.error);
  }

  return { pending, failure, saved, download };
}
