import { useFormDraft } from "@/components/drafts/use-form-draft";
import type { ImportInput } from "@/components/import/import-types";

const NOTHING = { format: "text", value: "" };

/**
 * Takes over a text that was typed where an earlier version stored it: in a form on the article's page.
 * @param add has it read like any pasted text
 */
export function useFormerDraft(articleId: string, add: (inputs: ImportInput[]) => void): void {
  const former = useFormDraft(`replace:${articleId}`, NOTHING, {
    onRestore: ({ format, value }) => {
      if (value.trim() !== "") add([{ pasted: value, ...(format === "html" && { format }) }]);
      former.forget(NOTHING);
    },
  });
}
