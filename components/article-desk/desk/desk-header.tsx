import { useDesk, useOthers } from "@/components/article-desk/state/desk-context";
import { type NextStep, nextStep } from "@/components/article-desk/state/next-step";
import { useStore } from "@/components/article-desk/state/use-store";
import { ArticlePlan } from "@/components/board/article-plan";
import { PeopleHere } from "@/components/live/people-here";
import { PublishPanel } from "@/components/review/publish-panel";
import { useWords } from "@/components/words/use-words";
import { can } from "@/lib/policies/can";
import { ArticleDetails } from "./article-details";
import { ArticleMenu } from "./article-menu";
import { ArticlePanel } from "./article-panel";
import { ArticleStandards } from "./article-standards";
import { ArticleStatus, useIsChanged } from "./article-status";
import styles from "./desk-header.module.css";
import { AcceptAllWordings, PurposePanel } from "./manuscript-actions";
import { NextStepButton } from "./next-step-button";

/** The head of the article in one row: its title and status, the next step of this person, who is here, and a menu for the rest. */
export function DeskHeader() {
  const { page, article: store, claims } = useDesk();
  const article = useStore(store);
  const list = useStore(claims.list);
  const isChanged = useIsChanged();
  const isManuscript = article.purpose === "manuscript";
  // A manuscript is not published, so that is never what comes next.
  const next = nextStep(
    page.actor,
    list,
    isManuscript || (article.currentPublication !== null && !isChanged),
  );
  return (
    <header className={styles.header}>
      <div className={styles.article}>
        <h1 title={article.title} dir="auto">
          {article.title}
        </h1>
        <ArticleStatus />
      </div>
      <AlsoHere />
      <NextStepButton next={next} />
      {isManuscript ? <AcceptAllWordings isNext={next.kind === "none"} /> : <Publishing next={next} />}
      <ArticleMenu />
      {page.isStaff && (
        <>
          <ArticleDetails />
          {can(page.actor, "change-scale", "article").allowed && <ArticleStandards />}
          <Lead />
          {can(page.actor, "change-purpose", "article").allowed && <PurposePanel />}
        </>
      )}
    </header>
  );
}

/** Who else has the article open. */
function AlsoHere() {
  const { claims } = useDesk();
  const list = useStore(claims.list);
  const { presence } = useOthers();
  return <PeopleHere people={presence} numberOf={(id) => list.find((claim) => claim.id === id)?.number} />;
}

/** The lead of the article, when it is due, and its priority. */
function Lead() {
  const t = useWords("articles");
  const { page, article: store } = useDesk();
  return (
    <ArticlePanel name="lead" title={t("lead.summary")}>
      <ArticlePlan
        article={useStore(store)}
        actor={page.actor}
        people={page.people}
        assign={page.actions.assignArticle}
        onChange={store.set}
      />
    </ArticlePanel>
  );
}

function Publishing({ next }: { next: NextStep }) {
  const t = useWords("articles");
  const { page, article: store, claims, message } = useDesk();
  const { actor, actions } = page;
  const article = useStore(store);
  const showSuccess = (text: string) => message.set({ tone: "success", text });
  return (
    <PublishPanel
      isNext={next.kind === "publish"}
      article={article}
      actor={actor}
      actions={actions}
      onPublished={({ number, revision }) => {
        const publishedAt = new Date().toISOString();
        store.set({
          ...article,
          status: "published",
          // Counted from the state that was published: other people's changes may already show the new one.
          revision,
          currentPublication: { number, publishedAt, isOutdated: false },
          plan: null,
          publicationJob: null,
        });
        claims.published(publishedAt, true);
        showSuccess(t("articlePublished"));
      }}
      onCancelled={() => {
        store.set({ ...article, plan: null });
        showSuccess(t("scheduleCancelled"));
      }}
    />
  );
}
