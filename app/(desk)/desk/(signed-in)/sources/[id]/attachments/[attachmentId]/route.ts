import { getAttachment } from "@/lib/workflows/sources/attachments";
import { fileResponse } from "../../file-response";

interface Context {
  params: Promise<{ id: string; attachmentId: string }>;
}

/** A file attached to a source. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, attachmentId } = await params;
  return fileResponse((actor) => getAttachment(actor, { sourceId: id, id: attachmentId }));
}
