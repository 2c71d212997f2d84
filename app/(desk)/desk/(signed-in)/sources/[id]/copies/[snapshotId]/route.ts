import { ok } from "@/lib/result";
import { getCopy } from "@/lib/workflows/sources/get-copy";
import { savedFile } from "../../saved-file";

interface Context {
  params: Promise<{ id: string; snapshotId: string }>;
}

const ENDINGS: Record<string, string> = {
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

/** What a source's server sent when a copy was kept. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, snapshotId } = await params;
  return savedFile(async (actor) => {
    const copy = await getCopy(actor, { sourceId: id, snapshotId });
    if (!copy.ok) return copy;
    const { body, mediaType, takenAt } = copy.value;
    const name = `copy-${takenAt.toISOString().slice(0, 10)}.${ENDINGS[mediaType] ?? "bin"}`;
    return ok({ body, mediaType: "application/octet-stream", name });
  });
}
