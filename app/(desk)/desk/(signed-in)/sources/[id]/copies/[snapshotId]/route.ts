import { actorForAction } from "@/lib/auth/find-actor";
import { findSnapshotBody } from "@/lib/db/snapshots";

interface Context {
  params: Promise<{ id: string; snapshotId: string }>;
}

/** What a source's server sent, to be saved: it is never shown under this desk's address. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return new Response(actor.error.message, { status: 401 });
  const { snapshotId } = await params;
  const kept = await findSnapshotBody(snapshotId);
  if (!kept) return new Response("There is no such copy.", { status: 404 });
  const ending =
    { "text/html": "html", "application/pdf": "pdf", "text/plain": "txt" }[kept.mediaType] ?? "bin";
  return new Response(Uint8Array.from(kept.body), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="copy-${kept.takenAt.toISOString().slice(0, 10)}.${ending}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    },
  });
}
