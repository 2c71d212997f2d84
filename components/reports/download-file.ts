import { attempt } from "@/components/ui/attempt";
import { fileNameIn } from "@/lib/content-disposition";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";

/** A file that was saved, or that is made in the background. */
export type Download = { kind: "saved"; name: string } | { kind: "preparing" };

/**
 * Requests a file that the server makes, and saves it as a download, unless it is so large that the server makes it in the background.
 * @param address of the file, on this site
 * @returns its name, or why there is none
 */
export function downloadFile(address: string): Promise<Result<Download, Failure>> {
  return attempt(async (): Promise<Result<Download, Failure>> => {
    const response = await fetch(address, { headers: { accept: "application/json, */*" } });
    if (!response.ok) return err(await readFailure(response));
    if (response.status === 202) return ok({ kind: "preparing" });
    const name = fileNameIn(response.headers.get("content-disposition")) ?? "report";
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
    return ok({ kind: "saved", name });
  });
}

/** The failure that a route answered; a general one if something else did. */
async function readFailure(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === "object" && body !== null && "kind" in body && "message" in body)
    return body as Failure;
  return { kind: "unavailable", message: words("reports")("failed") };
}
