import { ok } from "@/lib/result";
import { getCopy } from "@/lib/workflows/sources/copies/get-copy";
import { fileResponse } from "../../file-response";

interface Context {
  params: Promise<{ id: string; snapshotId: string }>;
}

const EXTENSIONS: Record<string, string> = {
  "text/html": "html",
  "application/pdf": "pdf",
  "text/plain": "txt",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/avif": "avif",
  "video/mp4": "mp4",
  "audio/mpeg": "mp3",
  "application/zip": "zip",
};

/** A saved copy, exactly as the source’s server sent it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, snapshotId } = await params;
  return fileResponse(async (actor) => {
    const copy = await getCopy(actor, { sourceId: id, snapshotId });
    if (!copy.ok) return copy;
    const { body, mediaType, takenAt } = copy.value;
    const name = `copy-${takenAt.toISOString().slice(0, 10)}.${EXTENSIONS[mediaType] ?? "bin"}`;
    return ok({ body, mediaType: "application/octet-stream", name });
  });
}
