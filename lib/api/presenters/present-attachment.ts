import type { z } from "zod";
import type { Attachment } from "@/lib/db/attachments";
import type { attachmentSchema } from "../schemas/attachment";

export function presentAttachment(attachment: Attachment): z.output<typeof attachmentSchema> {
  const { id, name, mediaType, size, hash, addedBy, addedAt } = attachment;
  return { id, name, mediaType, size, hash, addedBy, addedAt };
}
