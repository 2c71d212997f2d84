import { createHash } from "node:crypto";
import type { VersionText } from "@/lib/db/article-versions";
import { sketchOf } from "@/lib/discovery/text-sketch";
import type { DocumentNode } from "@/lib/document/document";

/**
 * A text with its hash and sketch, by which it is found.
 * @param text the canonical text of `doc`
 * @param sketch the sketch of `text`, if it is known
 */
export function versionText(doc: DocumentNode, text: string, sketch = sketchOf(text)): VersionText {
  return { doc, text, textHash: createHash("sha256").update(text).digest("hex"), sketch };
}
