import { actorForAction } from "@/lib/auth/find-actor";
import { findAttachment, findAttachmentBody } from "@/lib/db/attachments";

interface Context {
  params: Promise<{ id: string; attachmentId: string }>;
}

/** A file that is kept with a source, to be saved: nothing in it is run by the page's address. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return new Response(actor.error.message, { status: 401 });
  const { id, attachmentId } = await params;
  const attachment = await findAttachment(attachmentId);
  const body = attachment?.sourceId === id ? await findAttachmentBody(attachmentId) : null;
  if (!attachment || !body) return new Response("There is no such file.", { status: 404 });
  return new Response(Uint8Array.from(body), {
    headers: {
      "content-type": attachment.mediaType,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    },
  });
}
