import { z } from "zod";
import { operationId, optional } from "@/lib/input-fields";
import { CHECKABLE_KINDS, MAX_ITEM_LENGTH } from "./checkable-item";

/** UTF-16 units of the reason for skipping an item. */
export const MAX_REASON_LENGTH = 300;

/** The largest offset that the database can store. */
const MAX_OFFSET = 2 ** 31 - 1;

/** Ticks an item off, skips it with a reason, or opens it again. */
export const markItemInput = z
  .object({
    articleId: z.uuid(),
    /** The version that the item was read in. */
    versionId: z.uuid(),
    item: z.object({
      kind: z.enum(CHECKABLE_KINDS),
      /** UTF-16 offsets into the text of the version. */
      start: z.int().min(0).max(MAX_OFFSET),
      end: z.int().min(1).max(MAX_OFFSET),
    }),
    as: z.enum(["checked", "skipped", "open"]),
    reason: optional("The reason", MAX_REASON_LENGTH),
    operationId,
  })
  .refine(({ item }) => item.start < item.end && item.end - item.start <= MAX_ITEM_LENGTH, {
    message: "This is not an item of the text. Reload the page and try again.",
    path: ["item"],
  })
  .refine(({ as, reason }) => as !== "skipped" || reason !== null, {
    message: "Say why this item is not checked.",
    path: ["reason"],
  });

export type MarkItemInput = z.input<typeof markItemInput>;
