import type { DailyKind, NotificationKind } from "./notification";

/** An event that can notify people, with the people it concerns. */
export type NotificationTrigger =
  | {
      kind: "comment";
      actorId: string;
      mentionedIds: readonly string[];
      /** People who wrote in the thread before. */
      participantIds: readonly string[];
      /** Owners of the claim that the thread is on; empty if it is on none. */
      ownerIds: readonly string[];
    }
  | {
      kind: "comment-edit";
      actorId: string;
      /** People mentioned now but not before. */
      mentionedIds: readonly string[];
    }
  | {
      kind: "claim-step";
      actorId: string;
      step: "returned" | "approved" | "reopened" | "split" | "disputed";
      ownerIds: readonly string[];
    }
  | {
      kind: "submission";
      actorId: string;
      /** Of the article. */
      leadId: string | null;
      /** Of the claim. */
      assigneeId: string | null;
    }
  /** The author of a manuscript, who has no account. */
  | { kind: "author-answer"; actorId: null; askedById: string }
  | { kind: "assignment"; actorId: string; of: "lead" | "claims"; assigneeId: string }
  /** Comments of a file that was imported: one notification, however many they are. */
  | { kind: "comment-import"; actorId: string; peopleIds: readonly string[] }
  | {
      kind: "publish-failed";
      /** A scheduled job, so no one. */
      actorId: null;
      plannedById: string;
      leadId: string | null;
    }
  /** A webhook failed for so long that it was disabled. */
  | { kind: "webhook-disabled"; actorId: null; administratorIds: readonly string[] }
  /** A reader wrote. */
  | { kind: "message"; actorId: null; editorIds: readonly string[] }
  | {
      kind: "flag";
      /** Null if no one caused it. */
      actorId: string | null;
      of: DailyKind;
      personId: string;
    };

export interface Recipient {
  personId: string;
  kind: NotificationKind;
}

/**
 * Who is notified, and with which kind. Each person gets one notification, of the most specific kind; the actor gets none.
 */
export function recipientsOf(trigger: NotificationTrigger): Recipient[] {
  const recipients = new Map<string, NotificationKind>();
  const notify = (ids: readonly string[], kind: NotificationKind) => {
    for (const id of ids) if (id !== trigger.actorId && !recipients.has(id)) recipients.set(id, kind);
  };
  switch (trigger.kind) {
    case "comment":
      notify(trigger.mentionedIds, "mention");
      notify(trigger.participantIds, "reply");
      notify(trigger.ownerIds, "claim-comment");
      break;
    case "comment-edit":
      notify(trigger.mentionedIds, "mention");
      break;
    case "claim-step":
      notify(trigger.ownerIds, `claim-${trigger.step}`);
      break;
    case "submission":
      notify(
        [trigger.leadId, trigger.assigneeId].filter((id) => id !== null),
        "claims-submitted",
      );
      break;
    case "author-answer":
      notify([trigger.askedById], "author-answered");
      break;
    case "assignment":
      notify([trigger.assigneeId], `${trigger.of}-assigned`);
      break;
    case "comment-import":
      notify(trigger.peopleIds, "comments-imported");
      break;
    case "publish-failed":
      notify([trigger.plannedById], "publish-failed");
      if (trigger.leadId) notify([trigger.leadId], "publish-failed");
      break;
    case "webhook-disabled":
      notify(trigger.administratorIds, "webhook-disabled");
      break;
    case "message":
      notify(trigger.editorIds, "message-received");
      break;
    case "flag":
      notify([trigger.personId], trigger.of);
      break;
  }
  return [...recipients].map(([personId, kind]) => ({ personId, kind }));
}
