import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { ExistingArticle } from "./import-types";

/** Shows that the desk already has an article, and can offer to make the import a new version of it. */
export function ExistingArticleNotice({
  known,
  newVersion,
}: {
  known: ExistingArticle;
  /** Missing where the import is a new version of another article. */
  newVersion?: { pending: boolean; start: () => void };
}) {
  const t = useWords("import");
  const isSame = known.likeness > 0.98;
  return (
    <Notice>
      {rich(t, isSame ? `existing.${known.by}.same` : `existing.${known.by}`, {
        article: <a href={`/desk/articles/${known.id}`}>{known.title}</a>,
        likeness: known.likeness,
      })}
      {newVersion && (
        <>
          {" "}
          <Button pending={newVersion.pending} onClick={newVersion.start}>
            {t(newVersion.pending ? "existing.newVersion.pending" : "existing.newVersion")}
          </Button>{" "}
          {t("existing.hint")}
        </>
      )}
    </Notice>
  );
}
