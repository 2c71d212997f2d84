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
import { type Claim, isSigned } from "@/lib/claims/claim";
import type { Coverage } from "@/lib/discovery/coverage";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import styles from "./article-desk.module.css";
import { ArticleDetails } from "./article-details";
import { ArticleStandards } from "./article-standards";
import { ReplaceTextForm } from "./replace-text-form";

/** What the article is, how far its check has come, and what is done with it as a whole. */
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
  onUnchecked,
  onCommands,
  onKeys,
  say,
}: {
  article: DeskArticleView;
  version: ArticleDeskProps["version"];
  claims: readonly Claim[];
  coverage: Coverage | null;
  actor: Actor;
  people: ArticleDeskProps["people"];
  actions: DeskActions;
  /** Who else is here. */
  presence: ReactNode;
  /** Drafts that could be submitted for review. */
  toSubmit: number;
  pending: boolean;
  onChange: (article: DeskArticleView) => void;
  onSelect: (id: string) => void;
  /** Readers see the claims from now on, or, with `isShown` false, none of them any more. */
  onPublished: (at: string, isShown: boolean) => void;
  onSubmitAll: () => void;
  onUnchecked: () => void;
  onCommands: () => void;
  onKeys: () => void;
  say: (message: Message) => void;
}) {
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
            <a href="/desk">← Articles</a>
          </p>
        )}
        <h1>{article.title}</h1>
        <p className={styles.meta}>
          {article.publisher && <span>{article.publisher}</span>}
          <span>
            {approved} of {counted.length} approved
          </span>
          {isStaff && coverage && coverage.total > 0 && (
            <span>
              <button
                type="button"
                className={styles.coverage}
                title="Go to the next one without a claim (U)"
                onClick={onUnchecked}
              >
                {coverage.marked} of {coverage.total} checkable sentences marked
              </button>
            </span>
          )}
          {article.currentPublication ? (
            <span>
              <a href={`/articles/${article.slug}`}>Published</a>{" "}
              <RelativeTime at={article.currentPublication.publishedAt} />
              {changed && ", changed since"}
            </span>
          ) : (
            <span>{article.status === "unpublished" ? "Taken back from readers" : "Not published"}</span>
          )}
          {isStaff ? (
            <StaffLinks article={article} version={version} actor={actor} />
          ) : (
            <span>Version {version.number}</span>
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
            <a href={`/desk/articles/${article.id}/text`}>Edit the text</a>
          </div>
        )}
      </div>
      <div className={styles.publish}>
        <CommentsButton />
        <Button look="quiet" onClick={onCommands}>
          Commands
        </Button>
        <Button look="quiet" onClick={onKeys}>
          Keyboard
        </Button>
        {toSubmit > 1 && (
          <Button pending={pending} onClick={onSubmitAll}>
            Submit all {toSubmit} drafts
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
            say({ tone: "success", text: "The article is published: readers see it now." });
          }}
          onPlanned={(plan) => {
            onChange({ ...article, plan });
            say({
              tone: "success",
              text: plan ? "Its publication is planned." : "It will not be published by itself.",
            });
          }}
          onUnpublished={(revision) => {
            onChange({ ...article, status: "unpublished", revision, currentPublication: null, plan: null });
            onPublished(new Date().toISOString(), false);
            say({
              tone: "success",
              text: "The article is taken back: readers find the reason in its place.",
            });
          }}
        />
      </div>
    </header>
  );
}

/** What else there is to read of the article, for people of the newsroom. */
function StaffLinks({
  article,
  version,
  actor,
}: {
  article: DeskArticleView;
  version: ArticleDeskProps["version"];
  actor: Actor;
}) {
  return (
    <>
      <span>
        <a href={`/desk/articles/${article.id}/versions`}>Version {version.number}</a>
      </span>
      <span>
        <a href={`/desk/articles/${article.id}/history`}>History</a>
      </span>
      <span>
        <a href={`/desk/activity?article=${article.id}`}>Activity</a>
      </span>
      {can(actor, "list", "guest", { articleId: article.id }).allowed && (
        <span>
          <a href={`/desk/articles/${article.id}/guests`}>Guest reviewers</a>
        </span>
      )}
    </>
  );
}
