// @vitest-environment jsdom

import type { ReactNode } from "react";
import { SkipForm } from "@/components/article-desk/coverage/skip-form";
import { ArticleDetails } from "@/components/article-desk/desk/article-details";
import { ArticleStandards } from "@/components/article-desk/desk/article-standards";
import { Store } from "@/components/article-desk/operations/store";
import type { ArticlePanelName } from "@/components/article-desk/state/article-panel";
import { DeskContext, RatingsContext } from "@/components/article-desk/state/desk-context";
import { PlanForm } from "@/components/board/plan-form";
import { AssigneeControl } from "@/components/claims/assignee-control";
import { type ClaimActions, ClaimActionsProvider } from "@/components/claims/claim-actions";
import { ClaimBatch } from "@/components/claims/claim-batch";
import { CommentForm } from "@/components/comments/comment-form";
import { isSent, type Send, testDrafts } from "@/components/drafts/drafted-forms.testing";
import { GuestItem } from "@/components/guests/guest-item";
import { InviteGuestForm } from "@/components/guests/invite-guest-form";
import { AuthorAnswerForm } from "@/components/manuscripts/author-answer-form";
import { AuthorLinksPanel } from "@/components/manuscripts/author-links-panel";
import { RedactionForm } from "@/components/redactions/redaction-form";
import { ArticleReportForm } from "@/components/reports/article-report-form";
import { FindingForm } from "@/components/review/finding-form";
import { PlanForm as PublicationPlanForm } from "@/components/review/publication-plan";
import { ReviewControls } from "@/components/review/review-controls";
import { UnpublishForm } from "@/components/review/unpublish-form";
import { VoteForm } from "@/components/review/vote-form";
import { attempt } from "@/components/ui/attempt";
import { BatchReviewDate } from "@/components/watching/batch-review-date";
import { FlagNoteForm } from "@/components/watching/flag-note-form";
import { ReviewDateForm } from "@/components/watching/review-date-form";
import type { WatchingActions } from "@/components/watching/watching-actions";
import { WatchingProvider } from "@/components/watching/watching-context";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { ok } from "@/lib/result";
import { buildClaim } from "@/lib/testing/builders";
import type { Flag } from "@/lib/watching/flag";

const ratings = scaleTemplates[0]?.ratings.slice(0, 3) ?? [];
const ann = { id: "ann", name: "Ann", email: "ann@example.org" };
const editor = { ...ann, id: "ada", role: "editor" as const };
const flag = { id: "flag", kind: "review_due" } as Flag;
const guest = {
  ...ann,
  kind: "access" as const,
  until: "2027-01-01T00:00:00.000Z",
  revokedAt: null,
  lastSignInAt: null,
  state: "open" as const,
};
const nothing = () => {};
const claim = buildClaim({ id: "claim", state: "in_review" });

/** For forms of the article page: its claims. */
const ofClaims = (send: Send, form: ReactNode) => (
  <ClaimActionsProvider
    actions={
      {
        ...{ actor: editor, people: [ann], assign: isSent(send), batch: send },
        applyBatch: nothing,
      } as unknown as ClaimActions
    }
  >
    {form}
  </ClaimActionsProvider>
);

const article = {
  ...{ id: "a", title: "Taxes", publisher: null, byline: "Ann Lee", publishedOn: null, sourceUrl: null },
  ...{ language: "en", finding: null, revision: 1, scaleId: "scale", requiredApprovals: 1 },
};

/** For forms of the article page: the page itself, with one of its panels open. */
const onPage = (panel: ArticlePanelName, send: Send, form: ReactNode) => {
  const actions = {
    ...{ updateDetails: send, changeScale: send, raiseApprovals: send },
    listScaleChoices: async () => ok([]),
  };
  const desk = {
    page: { articleId: "a", actions },
    article: new Store(article),
    panel: new Store(panel),
    claims: { list: new Store([]) },
  };
  return (
    <DeskContext value={desk as never}>
      <RatingsContext value={ratings}>{form}</RatingsContext>
    </DeskContext>
  );
};

testDrafts({
  "a skipped sentence": {
    form: (send) => <SkipForm articleId="a" usual="" onSkip={send} onCancel={nothing} onReopen={nothing} />,
    isQueued: true,
  },
  "an article’s plan": {
    form: (send) => (
      <PlanForm
        name="plan:a"
        plan={{ lead: null, dueAt: null, priority: "normal" }}
        people={[ann]}
        pending={false}
        failure={null}
        onSave={isSent(send)}
        onCancel={nothing}
        onReopen={nothing}
      />
    ),
  },
  "a comment": {
    form: (send) => (
      <CommentForm
        storageKey="ada:a"
        subject="article"
        label="Comment"
        sendLabel="Send"
        people={[]}
        send={send}
      />
    ),
  },
  "an author’s link": {
    form: (send) => (
      <AuthorLinksPanel
        articleId="a"
        byline={null}
        links={[]}
        actions={{ createAuthorLink: send, revokeAuthorLink: send }}
      />
    ),
  },
  "an author’s answer": {
    form: (send) => (
      <AuthorAnswerForm
        outcomeId="outcome"
        kind="query"
        answerKey="key"
        isRepeat={false}
        isSent={false}
        send={async (_, form) => {
          const sent = await attempt(send);
          return { message: sent.ok ? "" : sent.error.message, text: String(form.get("text")) };
        }}
      />
    ),
  },
  "a redaction": {
    form: (send) => (
      <RedactionForm
        articleId="a"
        sources={[]}
        excerpts={["It rose."]}
        addresses={["https://example.org/a.png"]}
        actions={{ redact: send }}
      />
    ),
  },
  "the finding": {
    form: (send) => (
      <FindingForm article={{ id: "a", finding: null }} counted="1 of 3" save={send} onDone={nothing} />
    ),
  },
  "a planned publication": {
    form: (send) => (
      <PublicationPlanForm articleId="a" errors={undefined} pending={false} onPlan={isSent(send)} />
    ),
  },
  "taking an article down": {
    form: (send) => <UnpublishForm articleId="a" unpublish={send} onDone={nothing} />,
  },
  "a vote": {
    form: (send) => (
      <VoteForm kind="vote" ratings={ratings} pending={false} storageKey="ada:1" onRate={isSent(send)} />
    ),
  },
  "a decision": {
    form: (send) => (
      <VoteForm kind="settle" ratings={ratings} pending={false} storageKey="ada:1" onRate={isSent(send)} />
    ),
  },
  "a flag": {
    form: (send) => (
      <FlagNoteForm
        flag={flag}
        how="confirm"
        title="Still right"
        actions={{ confirmFlag: send, reopenFlagged: send }}
        onDone={nothing}
        onCancel={nothing}
      />
    ),
  },
  "the note of a return": {
    form: (send) => <ReviewControls actor={editor} claim={claim} pending={false} onAction={isSent(send)} />,
    opens: "Return",
  },
  "the reason to exclude a claim": {
    form: (send) => <ReviewControls actor={editor} claim={claim} pending={false} onAction={isSent(send)} />,
    opens: "Exclude",
  },
  "the assignee of a claim": {
    form: (send) => ofClaims(send, <AssigneeControl claim={claim} pending={false} />),
    sends: "Assign",
  },
  "an action on several claims": {
    form: (send) => ofClaims(send, <ClaimBatch chosen={[claim]} ratings={ratings} />),
  },
  "the review date of several claims": {
    form: (send) => (
      <WatchingProvider
        value={{ actions: { setReviewDates: send } as unknown as WatchingActions, flagged: {} }}
      >
        <BatchReviewDate chosen={[claim]} />
      </WatchingProvider>
    ),
  },
  "a review date": {
    form: (send) => (
      <ReviewDateForm
        name="review:a"
        label="Review date"
        current={null}
        save={send}
        onDone={nothing}
        onCancel={nothing}
      />
    ),
  },

  "a guest’s invitation": {
    form: (send) => <InviteGuestForm articleId="a" sendsMail={false} invite={send} />,
  },
  "a guest’s days": {
    form: (send) => <GuestItem guest={guest} pending={false} onExtend={isSent(send)} onRevoke={nothing} />,
    sends: "Extend",
  },
  "an article’s details": { form: (send) => onPage("details", send, <ArticleDetails />) },
  "an article’s approvals": {
    form: (send) => onPage("standards", send, <ArticleStandards />),
    sends: "Raise requirement",
  },
  "the report of a draft": {
    form: () => <ArticleReportForm articleId="a" isPublished hasDossier claims="" languages={["en", "es"]} />,
  },
});
