import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ExistingArticle } from "./import-types";

/** Says that the desk has an article already, and offers what one would do then. */
export function ExistingArticleNotice({
  known,
  pending,
  onMakeVersion,
}: {
  known: ExistingArticle;
  pending: boolean;
  onMakeVersion: () => void;
}) {
  const same = known.likeness > 0.98;
  return (
    <Notice>
      {known.by === "address"
        ? "This address is in the desk already: "
        : "Nearly this text is in the desk already: "}
      <a href={`/desk/articles/${known.id}`}>{known.title}</a>
      {same
        ? ", with the same text. "
        : `, with a text that is ${Math.round(known.likeness * 100)} % alike. `}
      <Button pending={pending} onClick={onMakeVersion}>
        {pending ? "Making a version …" : "Make it a new version of that"}
      </Button>{" "}
      The claims there follow the new text. Or take it in as an article of its own below.
    </Notice>
  );
}
