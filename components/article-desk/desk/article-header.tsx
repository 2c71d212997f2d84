import type { ReactNode } from "react";
import type {
  ArticleDeskProps,
  DeskActions,
  DeskArticleView,
} from "@/components/article-desk/state/desk-types";
import type { Message } from "@/components/article-desk/state/message";
import { ArticlePlan } from "@/components/board/article-plan";
import { CommentsButton } from "@/components/comments/comments-button";
import { PublishPanel } from "@/components/review/publish-panel";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { type Claim, isSigned } from "@/lib/claims/claim";
import type { Coverage } from "@/lib/discovery/coverage";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import styles from "./article-desk.module.css";
import { ArticleDetails } from "./article-details";
import { ArticleStandards } from "./article-standards";
import { ReplaceTextForm } from "./replace-text-form";

/** The article's title, its progress, and the actions on the article itself. */
export function ArticleHeader({
  article,
  version,
  claims,
  coverage,
  actor,
  people,
  actions,
  presence,
  toSubmit,
  pending,
  onChange,
  onSelect,
  onPublished,
  onSubmitAll,
  onNextUnmarked,
  onCommands,
  onKeys,
  showMessage,
}: {
  article: DeskArticleView;
  version: ArticleDeskProps["version"];
  claims: readonly Claim[];
  coverage: Coverage | null;
  actor: Actor;
  people: ArticleDeskProps["people"];
  actions: DeskActions;
  /** Who else has the article open. */
  presence: ReactNode;
  /** Drafts that could be submitted for review. */
  toSubmit: number;
  pending: boolean;
  onChange: (article: DeskArticleView) => void;
  onSelect: (id: string) => void;
  /** Called when the article is published, or, with `isShown` false, unpublished. */
  onPublished: (at: string, isShown: boolean) => void;
  onSubmitAll: () => void;
  onNextUnmarked: () => void;
  onCommands: () => void;
  onKeys: () => void;
  showMessage: (message: Message) => void;
}) {
  const t = useWords("articles");
  const counted = claims.filter((claim) => claim.state !== "retired" && !claim.excluded);
  const approved = counted.filter(isSigned).length;
  const isStaff = !isGuest(actor);
  const changed =
    article.currentPublication &&
    claims.some((claim) => claim.updatedAt > (article.currentPublication?.publishedAt ?? ""));
  return (
    <header className={styles.header}>
      <div>
        {isStaff && (
          <p className={styles.back}>
            <a href="/desk">{t("backToArticles")}</a>
          </p>
        )}
        <h1>{article.title}</h1>
        <p className={styles.meta}>
          {article.publisher && <span>{article.publisher}</span>}
          <span>{t("approvedClaims", { approved, total: counted.length })}</span>
          {isStaff && coverage && coverage.total > 0 && (
            <span>
              <button
                type="button"
                className={styles.coverage}
                title={t("nextUnmarkedHint")}
                onClick={onNextUnmarked}
              >
                {t("coverage", { marked: coverage.marked, total: coverage.total })}
              </button>
            </span>
          )}
          {article.currentPublication ? (
            <span>
              {rich(t, changed ? "publishedAndChanged" : "published", {
                link: (text) => <a href={`/articles/${article.slug}`}>{text}</a>,
                time: <RelativeTime at={article.currentPublication.publishedAt} />,
              })}
            </span>
          ) : (
            <span>{article.status === "unpublished" ? t("unpublished") : t("notPublished")}</span>
          )}
          {isStaff ? (
            <StaffLinks article={article} version={version} actor={actor} />
          ) : (
            <span>{t("version", { number: version.number })}</span>
          )}
        </p>
        {isStaff && (
          <ArticlePlan
            article={article}
            actor={actor}
            people={people}
            assign={actions.assignArticle}
            onChange={onChange}
          />
        )}
        {presence}
        {isStaff && (
          <div className={styles.folds}>
            <ArticleDetails article={article} update={actions.updateDetails} onChange={onChange} />
            <ArticleStandards article={article} actor={actor} actions={actions} onChange={onChange} />
            <ReplaceTextForm articleId={article.id} version={version} replace={actions.replaceText} />
            <a href={`/desk/articles/${article.id}/text`}>{t("editText")}</a>
          </div>
        )}
      </div>
      <div className={styles.publish}>
        <CommentsButton />
        <Button look="quiet" onClick={onCommands}>
          {t("commands")}
        </Button>
        <Button look="quiet" onClick={onKeys}>
          {t("shortcuts")}
        </Button>
        {toSubmit > 1 && (
          <Button pending={pending} onClick={onSubmitAll}>
            {t("submitAll", { count: toSubmit })}
          </Button>
        )}
        <PublishPanel
          article={article}
          claims={claims}
          actor={actor}
          actions={actions}
          onSelect={onSelect}
          onPublished={({ number }) => {
            const publishedAt = new Date().toISOString();
            onChange({
              ...article,
              status: "published",
              revision: article.revision + 1,
              currentPublication: { number, publishedAt },
              plan: null,
            });
            onPublished(publishedAt, true);
            showMessage({ tone: "success", text: t("articlePublished") });
          }}
          onPlanned={(plan) => {
            onChange({ ...article, plan });
            showMessage({
              tone: "success",
              text: plan ? t("publicationScheduled") : t("scheduleCancelled"),
            });
          }}
          onUnpublished={(revision) => {
            onChange({ ...article, status: "unpublished", revision, currentPublication: null, plan: null });
            onPublished(new Date().toISOString(), false);
            showMessage({ tone: "success", text: t("articleUnpublished") });
          }}
        />
      </div>
    </header>
  );
}

/** Links to the article's other pages; guests do not see them. */
function StaffLinks({
  article,
  version,
  actor,
}: {
  article: DeskArticleView;
  version: ArticleDeskProps["version"];
  actor: Actor;
}) {
  const t = useWords("articles");
  return (
    <>
      <span>
        <a href={`/desk/articles/${article.id}/versions`}>{t("version", { number: version.number })}</a>
      </span>
      <span>
        <a href={`/desk/articles/${article.id}/history`}>{t("history")}</a>
      </span>
      <span>
        <a href={`/desk/activity?article=${article.id}`}>{t("activity")}</a>
      </span>
      {can(actor, "list", "guest", { articleId: article.id }).allowed && (
        <span>
          <a href={`/desk/articles/${article.id}/guests`}>{t("guestReviewers")}</a>
        </span>
      )}
    </>
  );
}
