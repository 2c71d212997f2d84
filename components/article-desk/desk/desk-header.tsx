import { useContext } from "react";
import { articleLinks } from "@/components/article-desk/commands/article-links";
import { isReadyToSubmit } from "@/components/article-desk/operations/review-steps";
import { useDesk, useMarks, useOthers } from "@/components/article-desk/state/desk-context";
import { useCountedFinding } from "@/components/article-desk/state/use-counted-finding";
import { useNextUnmarked } from "@/components/article-desk/state/use-next-unmarked";
import { useSaveDetails } from "@/components/article-desk/state/use-save-details";
import { useStore } from "@/components/article-desk/state/use-store";
import { ArticlePlan } from "@/components/board/article-plan";
import { CommentsButton } from "@/components/comments/comments-button";
import { PresenceLine } from "@/components/live/presence-line";
import { PublishPanel } from "@/components/review/publish-panel";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { isSigned } from "@/lib/claims/claim";
import styles from "./article-desk.module.css";
import { ArticleDetails } from "./article-details";
import { ArticleStandards } from "./article-standards";
import { ManuscriptActions } from "./manuscript-actions";

/** The article's title, its progress, and the actions on the article itself. */
export function DeskHeader() {
  const t = useWords("articles");
  const { page, article: store } = useDesk();
  const { articleId, actor, isStaff, people, actions } = page;
  const article = useStore(store);
  return (
    <header className={styles.header}>
      <div>
        {isStaff && (
          <p className={styles.back}>
            <a href="/desk">{t("backToArticles")}</a>
          </p>
        )}
        <h1>{article.title}</h1>
        <Progress />
        {isStaff && (
          <ArticlePlan
            article={article}
            actor={actor}
            people={people}
            assign={actions.assignArticle}
            onChange={store.set}
          />
        )}
        <AlsoHere />
        {isStaff && (
          <div className={styles.folds}>
            <ArticleDetails />
            <ArticleStandards />
            <a href={`/desk/articles/${articleId}/replace`}>{t("replace.title")}</a>
            <a href={`/desk/articles/${articleId}/text`}>{t("editText")}</a>
          </div>
        )}
      </div>
      <HeaderActions />
    </header>
  );
}

/** The line below the title: how far the check is, and what is published of it. */
function Progress() {
  const t = useWords("articles");
  const { page, article: store, claims } = useDesk();
  const article = useStore(store);
  const list = useStore(claims.list);
  const counted = list.filter((claim) => claim.state !== "retired" && !claim.excluded);
  const approved = counted.filter(isSigned).length;
  const { currentPublication } = article;
  // Publishing itself changes the state of each claim, so times do not tell.
  const changed = currentPublication && counted.some(({ state }) => state !== "published");
  return (
    <p className={styles.meta}>
      {article.publisher && <span>{article.publisher}</span>}
      <span>{t("approvedClaims", { approved, total: counted.length })}</span>
      {page.isStaff && <CoverageButton />}
      {currentPublication ? (
        <span>
          {rich(t, changed ? "publishedAndChanged" : "published", {
            link: (text) => <a href={`/articles/${article.slug}`}>{text}</a>,
            time: <RelativeTime at={currentPublication.publishedAt} />,
          })}
        </span>
      ) : (
        <span>{article.status === "unpublished" ? t("unpublished") : t("notPublished")}</span>
      )}
      {page.isStaff ? <StaffLinks /> : <span>{t("version", { number: page.version.number })}</span>}
    </p>
  );
}

function CoverageButton() {
  const t = useWords("articles");
  const { coverage } = useMarks();
  const nextUnmarked = useNextUnmarked();
  if (!coverage || coverage.total === 0) return null;
  return (
    <span>
      <button type="button" className={styles.coverage} title={t("nextUnmarkedHint")} onClick={nextUnmarked}>
        {t("coverage", { marked: coverage.marked, total: coverage.total })}
      </button>
    </span>
  );
}

/** Links to the article's other pages; guests do not see them. */
function StaffLinks() {
  const { page } = useDesk();
  return articleLinks(page.actor, page, useContext(LanguageContext))
    .filter(({ id }) => !TEXT_LINKS.includes(id))
    .map(({ id, label, href }) => (
      <span key={id}>
        <a href={href}>{label}</a>
      </span>
    ));
}

/** Shown with the details of the article, not among the other pages. */
const TEXT_LINKS = ["replace-text", "edit-text"];

/** Who else has the article open. */
function AlsoHere() {
  const { claims } = useDesk();
  const list = useStore(claims.list);
  const { presence } = useOthers();
  return <PresenceLine people={presence} numberOf={(id) => list.find((claim) => claim.id === id)?.number} />;
}

function HeaderActions() {
  const isManuscript = useStore(useDesk().article).purpose === "manuscript";
  return (
    <div className={styles.publish}>
      <CommentsButton />
      <SubmitAll />
      {isManuscript ? <ManuscriptActions /> : <Publishing />}
    </div>
  );
}

function SubmitAll() {
  const t = useWords("articles");
  const { page, claims } = useDesk();
  const list = useStore(claims.list);
  const pendingId = useStore(claims.pendingId);
  const count = page.isStaff ? list.filter(isReadyToSubmit).length : 0;
  if (count < 2) return null;
  return (
    <Button pending={pendingId !== null} onClick={claims.submitAll}>
      {t("submitAll", { count })}
    </Button>
  );
}

function Publishing() {
  const t = useWords("articles");
  const { page, article: store, claims, choice, message } = useDesk();
  const { actor, actions } = page;
  const article = useStore(store);
  const list = useStore(claims.list);
  const countedFinding = useCountedFinding();
  const saveDetails = useSaveDetails();
  const publicationWords = useWords("publication");
  const showSuccess = (text: string) => message.set({ tone: "success", text });
  return (
    <PublishPanel
      article={article}
      claims={list}
      actor={actor}
      actions={actions}
      countedFinding={countedFinding}
      saveFinding={(finding) => saveDetails({ finding }, article.revision)}
      onFindingSaved={() => showSuccess(publicationWords("finding.saved"))}
      onSelect={choice.goTo}
      onPublished={({ number, revision }) => {
        const publishedAt = new Date().toISOString();
        store.set({
          ...article,
          status: "published",
          // Counted from the state that was published: other people's changes may already show the new one.
          revision,
          currentPublication: { number, publishedAt },
          plan: null,
          publicationJob: null,
        });
        claims.published(publishedAt, true);
        showSuccess(t("articlePublished"));
      }}
      onPlanned={(plan) => {
        store.set({ ...article, plan });
        showSuccess(plan ? t("publicationScheduled") : t("scheduleCancelled"));
      }}
      onUnpublished={(revision) => {
        store.set({ ...article, status: "unpublished", revision, currentPublication: null, plan: null });
        claims.published(new Date().toISOString(), false);
        showSuccess(t("articleUnpublished"));
      }}
    />
  );
}
