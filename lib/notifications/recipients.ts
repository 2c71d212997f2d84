import type { NotificationKind } from "./notification";

/** Something that happened, with who may care. */
export type NotificationTrigger =
  | {
      kind: "comment";
      actorId: string;
      mentionedIds: readonly string[];
      /** Who wrote in the thread before. */
      participantIds: readonly string[];
      /** Whose claim the thread is on; nobody's where it is on none. */
      ownerIds: readonly string[];
    }
  | {
      kind: "comment-edit";
      actorId: string;
      /** Who is mentioned now and was not before. */
      mentionedIds: readonly string[];
    }
  | {
      kind: "claim-step";
      actorId: string;
      step: "returned" | "approved" | "reopened" | "split" | "disputed";
      ownerIds: readonly string[];
    }
  | { kind: "assignment"; actorId: string; of: "lead" | "claims"; assigneeId: string }
  | {
      kind: "publish-failed";
      /** Nobody does it: its time comes. */
      actorId: null;
      plannedById: string;
      leadId: string | null;
    };

export interface Recipient {
  personId: string;
  kind: NotificationKind;
}

/**
 * Who is told of it, and as what. Each person is told once, by what concerns them most, and nobody of what they did themselves.
 */
export function recipientsOf(happening: NotificationTrigger): Recipient[] {
  const told = new Map<string, NotificationKind>();
  const tell = (ids: readonly string[], kind: NotificationKind) => {
    for (const id of ids) if (id !== happening.actorId && !told.has(id)) told.set(id, kind);
  };
  switch (happening.kind) {
    case "comment":
      tell(happening.mentionedIds, "mention");
      tell(happening.participantIds, "reply");
      tell(happening.ownerIds, "claim-comment");
      break;
    case "comment-edit":
      tell(happening.mentionedIds, "mention");
      break;
    case "claim-step":
      tell(happening.ownerIds, `claim-${happening.step}`);
      break;
    case "assignment":
      tell([happening.assigneeId], `${happening.of}-assigned`);
      break;
    case "publish-failed":
      tell([happening.plannedById], "publish-failed");
      if (happening.leadId) tell([happening.leadId], "publish-failed");
      break;
  }
  return [...told].map(([personId, kind]) => ({ personId, kind }));
}
