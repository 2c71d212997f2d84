import { getAttachment } from "@/lib/workflows/sources/attachments";
import { savedFile } from "../../saved-file";

interface Context {
  params: Promise<{ id: string; attachmentId: string }>;
}

/** A file that is kept with a source. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, attachmentId } = await params;
  return savedFile((actor) => getAttachment(actor, { sourceId: id, id: attachmentId }));
}
