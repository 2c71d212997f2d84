import { z } from "zod";
import { fileInput, id, instant } from "./common";

export const attachmentSchema = z
  .object({
    id,
    name: z.string(),
    mediaType: z.string().meta({ description: "Detected from its content." }),
    size: z.int().meta({ description: "In bytes." }),
    hash: z.string().meta({ description: "SHA-256 of the stored bytes, in hexadecimal." }),
    addedBy: z.string().meta({ description: "Name of the person." }),
    addedAt: instant,
  })
  .meta({ id: "Attachment" });

export const addAttachmentSchema = z
  .object({
    name: z.string().min(1).max(300).meta({ description: "The name of the file with its ending." }),
    file: fileInput.meta({ description: "The file, in base64. Send files of more than 3 MB as a form." }),
  })
  .meta({ id: "AddAttachment" });

/** Besides the file of a form. */
export const attachmentFormSchema = z.object({
  name: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .meta({ description: "The name of the file with its ending; as the form states it by default." }),
});
