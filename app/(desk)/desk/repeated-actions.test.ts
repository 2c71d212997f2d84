import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Why a server action that is sent again, because its answer was lost, does nothing twice. */
const SAFE_BY = {
  /** It creates something: `asActorOnce` carries it out once for each key of its form. */
  key: [
    "addSource",
    "addWebhookAction",
    "answerMessage",
    "attachFile",
    "createAuthorLink",
    "createScaleAction",
    "createTokenAction",
    "importArticleAction",
    "importCitations",
    "inviteAction",
    "inviteGuest",
    "redact",
    "rotateWebhookSecretAction",
    "saveCopy",
    "saveView",
  ],
  /** Its input has a key of its own, which its workflow looks up. */
  ownKey: ["adoptVerdict", "splitClaim"],
  /** It recognises by its content what was imported before. */
  content: ["importClaims", "importComments"],
  /** Its input names the revision or version that the page shows: a repeat finds another one. */
  revision: [
    "acceptWordChanges",
    "acceptWordings",
    "assignArticle",
    "assignArticles",
    "batchClaims",
    "changePurpose",
    "changeScale",
    "changeView",
    "changeWebhookAction",
    "editText",
    "handleMessage",
    "mergeClaims",
    "publish",
    "raiseApprovals",
    "replaceText",
    "restoreInArticle",
    "restoreSetting",
    "restoreSource",
    "restoreVersion",
    "saveClaimant",
    "saveFinding",
    "savePageAction",
    "saveScaleAction",
    "saveSettingAction",
    "saveSource",
    "schedulePublication",
    "undoMove",
    "unpublish",
    "updateDetails",
  ],
  /** It sets or removes something: a repeat finds it set, or gone. */
  state: [
    "addLogoAction",
    "addMessageSource",
    "assignClaims",
    "changePasswordAction",
    "changeRoleAction",
    "changeShortcutsAction",
    "checkPage",
    "chooseDefaultAction",
    "confirmFlag",
    "confirmSecondFactorAction",
    "deleteView",
    "deleteWebhookAction",
    "disableAction",
    "discardDraft",
    "endSessionsAction",
    "eraseMessage",
    "extendGuest",
    "linkClaims",
    "markAnswered",
    "markMessageClaim",
    "mergeInto",
    "moveArticle",
    "passSecondFactorAction",
    "readAction",
    "recordTourAction",
    "recordZoneAction",
    "removeFile",
    "removeSecondFactorAction",
    "removeSource",
    "reopenFlagged",
    "resetPasswordAction",
    "resetSecondFactorAction",
    "revokeAction",
    "revokeAuthorLink",
    "revokeGuest",
    "revokeOtherSessionsAction",
    "revokeSessionAction",
    "revokeTokenAction",
    "saveDraft",
    "setDatesAction",
    "setMessageState",
    "setPreferenceAction",
    "setReviewDate",
    "setReviewDates",
    "setSignInPolicyAction",
    "setWebhookStateAction",
    "signOutEverywhereAction",
    "startTourAction",
    "undoMerge",
    "unlinkClaim",
    "unlinkIdentityAction",
    "unschedulePublication",
    "unsubscribeAction",
  ],
  /** It sends an event to another program once more, with an id by which that recognises a repeat; or a test, which stands for nothing. */
  sentAgain: ["redeliverAction", "testWebhookAction"],
  /** What it made before stops working: a repeat is what the person wants who did not see the answer. */
  replaces: [
    "beginSecondFactorAction",
    "renewPasswordAction",
    "renewRecoveryCodesAction",
    "requestLinkAction",
  ],
};

interface ExportedAction {
  name: string;
  /** Its source text. */
  body: string;
}

const actions: ExportedAction[] = globSync("app/**/*.{ts,tsx}")
  .map((file) => readFileSync(file, "utf8"))
  .filter((text) => /^"use server"/.test(text))
  .flatMap((text) =>
    text
      .split(/^(?=export async function )/m)
      .slice(1)
      .map((body) => ({ name: /\w+(?=\()/.exec(body)?.[0] ?? "", body })),
  );

test("each server action is listed, with why a repeat of it is safe", () => {
  const names = [...new Set(actions.map(({ name }) => name))].sort();
  expect(names.length).toBeGreaterThan(50);
  expect(Object.values(SAFE_BY).flat().sort()).toEqual(names);
});

test("those that create something, and no others, are carried out once for each key", () => {
  const keyed = actions.filter(({ body }) => body.includes("asActorOnce"));
  expect([...new Set(keyed.map(({ name }) => name))].sort()).toEqual(SAFE_BY.key);
});

test("the two that have one name are both keyed", () => {
  const uploads = actions.filter(({ name }) => name === "attachFile");
  expect(uploads.map(({ body }) => body.includes("asActorOnce"))).toEqual([true, true]);
});
