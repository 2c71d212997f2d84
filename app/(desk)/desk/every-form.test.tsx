// @vitest-environment jsdom
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DateSettingsForm } from "@/components/account/date-settings-form";
import { TokenPanel } from "@/components/account/token-panel";
import { SkipForm } from "@/components/article-desk/coverage/skip-form";
import { PlanForm } from "@/components/board/plan-form";
import { SavedViews } from "@/components/board/saved-views";
import { ClaimantForm } from "@/components/claimants/claimant-form";
import { AssigneeControl } from "@/components/claims/assignee-control";
import { type ClaimActions, ClaimActionsProvider } from "@/components/claims/claim-actions";
import { ClaimBatch } from "@/components/claims/claim-batch";
import { CommentForm } from "@/components/comments/comment-form";
import { OwnerContext } from "@/components/drafts/draft-owner-context";
import { GuestItem } from "@/components/guests/guest-item";
import { InviteGuestForm } from "@/components/guests/invite-guest-form";
import { AnswerForm } from "@/components/inbox/answer-form";
import { HandlingForm } from "@/components/inbox/handling-form";
import { AuthorAnswerForm } from "@/components/manuscripts/author-answer-form";
import { AuthorLinksPanel } from "@/components/manuscripts/author-links-panel";
import { PreferenceForm } from "@/components/notifications/preference-form";
import { PeoplePanel } from "@/components/people/people-panel";
import { RedactionForm } from "@/components/redactions/redaction-form";
import { FindingForm } from "@/components/review/finding-form";
import { PlanForm as PublicationPlanForm } from "@/components/review/publication-plan";
import { ReviewControls } from "@/components/review/review-controls";
import { UnpublishForm } from "@/components/review/unpublish-form";
import { VoteForm } from "@/components/review/vote-form";
import { ApprovalsSetting } from "@/components/settings/approvals-setting";
import { NewScaleForm } from "@/components/settings/new-scale-form";
import { OrganisationForm } from "@/components/settings/organisation-setting";
import { RequirementsSetting } from "@/components/settings/requirements-setting";
import { ScaleEditor } from "@/components/settings/scale-editor";
import { TagsSetting } from "@/components/settings/tags-setting";
import { WatchingForm } from "@/components/settings/watching-setting";
import { PageTextForm } from "@/components/site-pages/page-text-form";
import { CitationImport } from "@/components/sources/citation-import";
import { SourceAdd } from "@/components/sources/source-add";
import { SourceForm } from "@/components/sources/source-form";
import { browserStorage } from "@/components/storage/browser-storage";
import { attempt } from "@/components/ui/attempt";
import { BatchReviewDate } from "@/components/watching/batch-review-date";
import { FlagNoteForm } from "@/components/watching/flag-note-form";
import { ReviewDateForm } from "@/components/watching/review-date-form";
import type { WatchingActions } from "@/components/watching/watching-actions";
import { WatchingProvider } from "@/components/watching/watching-context";
import type { Failure } from "@/lib/failure";
import { DEFAULT_PREFERENCE } from "@/lib/notifications/notification";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { err, ok, type Result } from "@/lib/result";
import { defaultSettings } from "@/lib/settings/desk-settings";
import { buildClaim, buildSource } from "@/lib/testing/builders";
import type { Flag } from "@/lib/watching/flag";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {}, push: () => {} }) }));

/** Stands for every server action of a form. */
type Send = () => Promise<Result<never, Failure>>;

const ratings = scaleTemplates[0]?.ratings.slice(0, 3) ?? [];
const ann = { id: "ann", name: "Ann", email: "ann@example.org" };
const flag = { id: "flag", kind: "review_due" } as Flag;
const guest = {
  ...ann,
  kind: "access" as const,
  until: "2027-01-01T00:00:00.000Z",
  revokedAt: null,
  lastSignInAt: null,
  state: "open" as const,
};
const claimant = {
  ...{ id: "claimant", kind: "person" as const, name: "Ann Lee", revision: 1 },
  ...{ description: null, aliases: [], sameAs: [] },
};
const nothing = () => {};
const editor = { ...ann, id: "ada", role: "editor" as const };
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
/** For forms whose page calls the server and shows its refusal. */
const isSent = (send: Send) => async () => (await attempt(send)).ok;
const setting = (save: Send) => ({ revision: 1, save });

interface Row {
  form: (send: Send) => ReactNode;
  /** The button that opens the form, and the one that sends it where Enter does not. */
  opens?: string;
  sends?: string;
  /** What it sends is stored by its page until the server has it, so it is empty at once. */
  isQueued?: true;
}

/** The forms with a draft. A claim’s form has its own test: components/claims/form/claim-form.test.tsx. */
const FORMS: Record<string, Row> = {
  "a token": { form: (send) => <TokenPanel tokens={[]} actions={{ create: send, revoke: send }} /> },
  "dates and times": {
    form: (send) => (
      <DateSettingsForm
        stored={{ language: null, timeZone: null }}
        current={{ language: "en", timeZone: "Europe/Berlin" }}
        save={send}
      />
    ),
  },
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
  "a new view": {
    form: (send) => (
      <SavedViews
        views={[]}
        path="/desk"
        query="q=trade"
        actorId="ada"
        actions={{ saveView: send, changeView: send, deleteView: send }}
      />
    ),
    opens: "Save this view",
  },
  "a view": {
    form: (send) => (
      <SavedViews
        views={[
          {
            ...{ id: "view", name: "Late", query: "due=overdue", shared: false, revision: 1 },
            owner: { id: "ada", name: "Ada" },
          },
        ]}
        path="/desk"
        query="due=overdue"
        actorId="ada"
        actions={{ saveView: send, changeView: send, deleteView: send }}
      />
    ),
    opens: "Edit",
  },
  "a claimant": { form: (send) => <ClaimantForm claimant={claimant} save={send} /> },
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
  "a guest’s invitation": {
    form: (send) => <InviteGuestForm articleId="a" sendsMail={false} invite={send} />,
  },
  "a guest’s days": {
    form: (send) => <GuestItem guest={guest} pending={false} onExtend={isSent(send)} onRevoke={nothing} />,
    sends: "Extend",
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
  "an answer to a reader": { form: (send) => <AnswerForm id="m" email="ann@example.org" send={send} /> },
  "how a message is handled": {
    form: (send) => (
      <HandlingForm
        message={{ id: "m", revision: 1, assignee: null, note: null }}
        people={[ann]}
        save={send}
      />
    ),
  },
  "a page about the newsroom": {
    form: (send) => <PageTextForm page="about" language="en" sections={{}} revision={0} save={send} />,
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
  notifications: {
    form: (send) => <PreferenceForm preference={DEFAULT_PREFERENCE} sendsMail reviews save={send} />,
  },
  "a colleague’s invitation": {
    form: (send) => (
      <PeoplePanel
        people={[]}
        invitations={[]}
        actorId="ada"
        actions={{
          ...{ invite: send, revoke: send, changeRole: send, disable: send },
          ...{ endSessions: send, resetSecondFactor: send },
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
  "the number of approvals": {
    form: (send) => <ApprovalsSetting value={defaultSettings.requiredApprovals} {...setting(send)} />,
  },
  "required fields": {
    form: (send) => <RequirementsSetting value={defaultSettings.claimRequirements} {...setting(send)} />,
  },
  tags: { form: (send) => <TagsSetting value={defaultSettings.tags} {...setting(send)} /> },
  "the organisation": {
    form: (send) => (
      <OrganisationForm value={defaultSettings.organisation} addLogo={send} {...setting(send)} />
    ),
  },
  watching: { form: (send) => <WatchingForm value={defaultSettings.watching} {...setting(send)} /> },
  "a new scale": { form: (send) => <NewScaleForm create={send} /> },
  "a scale": {
    form: (send) => <ScaleEditor scale={{ id: "scale", version: 1, ratings }} save={send} />,
  },
  citations: { form: (send) => <CitationImport importSources={send} /> },
  "a new source": { form: (send) => <SourceAdd add={send} /> },
  "a source": {
    form: (send) => <SourceForm source={{ ...buildSource(), revision: 1 }} save={send} />,
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
};

const ANSWERS: Record<string, Send> = {
  "a refusal": async () => err({ kind: "invalid", message: "Enter something else." }),
  "no answer": async () => {
    throw new TypeError("Failed to fetch");
  },
};

/** How a browser refuses to store anything. */
const BROKEN_STORAGES: Record<string, () => void> = {
  full: () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
  },
  blocked: () => {
    vi.spyOn(globalThis, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
  },
};

let box: HTMLElement;
let root: Root | null = null;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("BroadcastChannel", undefined);
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  box = document.body.appendChild(document.createElement("main"));
});
afterEach(async () => {
  await close();
  box.remove();
  await act(async () => {
    for (const key of browserStorage.keys("")) browserStorage.remove(key);
  });
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
});

async function close(): Promise<void> {
  await act(async () => root?.unmount());
  root = null;
}

/** Opens a form. Opened again, it is as after a reload: what it shows comes from the storage. @returns how often it called the server */
async function open({ form, opens }: Row, answer: Send = async () => new Promise(() => {})) {
  await close();
  const calls = { count: 0 };
  const send: Send = async () => {
    calls.count++;
    return answer();
  };
  // Reads, such as what became of an earlier submission.
  vi.stubGlobal("fetch", async (address: string) => {
    if (String(address).includes("/submission")) return Response.json(ok({ state: "none" }));
    return Response.json(await send());
  });
  root = createRoot(box);
  await act(async () => root?.render(<OwnerContext value="ada">{form(send)}</OwnerContext>));
  if (opens) await press(opens);
  return calls;
}

async function press(name: string): Promise<void> {
  const button = [...box.querySelectorAll("button")].find((each) => each.textContent?.startsWith(name));
  await act(async () => button?.click());
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controls = (): Control[] =>
  [
    ...box.querySelectorAll<Control>("input:not([type=file], [type=hidden], [readonly]), textarea, select"),
  ].filter((control) => !control.disabled);

const shown = () =>
  controls().map((control) =>
    control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type)
      ? control.checked
      : control.value,
  );

const TYPED: Record<string, string> = {
  date: "2027-03-04",
  "datetime-local": "2027-03-04T05:06",
  email: "nia@example.org",
  number: "3",
  url: "https://example.org/typed",
};

/** Fills every field in. Fields that appear meanwhile are filled in as well. */
async function fillIn(): Promise<void> {
  for (let index = 0; index < controls().length; index++) {
    const control = controls()[index] as Control;
    await act(async () => {
      if (control instanceof HTMLSelectElement) choose(control);
      else if (control.type === "checkbox" || control.type === "radio") control.click();
      else type(control, TYPED[control.type] ?? "Typed words");
    });
  }
}

function choose(control: HTMLSelectElement): void {
  const other = [...control.options].findLast(({ value, disabled }) => !disabled && value !== control.value);
  if (!other) return;
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(control, other.value);
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

function type(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const prototype = control instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, "value")?.set?.call(control, text);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

async function submit({ sends }: Row): Promise<void> {
  if (sends) return press(sends);
  const submitter = box.querySelector<HTMLButtonElement>("form button[type=submit]");
  await act(async () => {
    if (submitter) submitter.click();
    else box.querySelector("form")?.requestSubmit();
  });
}

describe.each(Object.entries(FORMS))("%s", (_, row) => {
  test("what is typed is there again after a reload", async () => {
    await open(row);
    const empty = shown();
    await fillIn();
    const typed = shown();
    expect(typed).not.toEqual(empty);
    await open(row);
    expect(shown()).toEqual(typed);
  });

  test.each(row.isQueued ? [] : Object.entries(ANSWERS))(
    "%s changes nothing in it, also after a reload",
    async (_, answer) => {
      const calls = await open(row, answer);
      await fillIn();
      const typed = shown();
      await submit(row);
      expect(calls.count).toBeGreaterThan(0);
      expect(shown()).toEqual(typed);
      await open(row, answer);
      expect(shown()).toEqual(typed);
    },
  );

  test.each(Object.entries(BROKEN_STORAGES))(
    "with a storage that is %s, it can be filled in, closed and opened again",
    async (_, breakStorage) => {
      breakStorage();
      await open(row);
      await fillIn();
      const typed = shown();
      await open(row);
      expect(shown()).toEqual(typed);
    },
  );
});
