import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";

/** Shows that someone changed the article meanwhile, and how to go on: nothing of the new text is lost. */
export function OutdatedNotice({
  articleId,
  message,
  isText,
  onCatchUp,
}: {
  articleId: string;
  message: string;
  /** Whether the text was changed, not only the details. */
  isText: boolean;
  onCatchUp: () => void;
}) {
  const t = useWords("versions");
  return (
    <Notice tone="failure">
      {message} {isText && <a href={`/desk/articles/${articleId}/versions`}>{t("replace.compare")}</a>}{" "}
      <Button onClick={onCatchUp}>{t(isText ? "replace.catchUp" : "replace.catchUp.details")}</Button>
    </Notice>
  );
}
