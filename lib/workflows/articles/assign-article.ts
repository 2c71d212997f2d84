import { z } from "zod";
import type { Plan } from "@/lib/board/plan";
import { PRIORITIES } from "@/lib/board/priority";
import { type Article, lockArticle, updateArticle } from "@/lib/db/articles";
import { findAssignable } from "@/lib/db/assignments";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { notify } from "@/lib/workflows/notifications/notify";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** A change to a plan. Missing fields stay unchanged. */
export const planChange = z.object({
  /** Null for no one. */
  leadId: z.string("Choose a lead.").nullish(),
  dueAt: z.iso.datetime({ offset: true, error: "Enter a day and a time." }).nullish(),
  priority: z.enum(PRIORITIES, "Choose a priority.").optional(),
});

const inputSchema = planChange.extend({
  articleId: z.string(),
  /** The Article.revision that the page shows. */
  revision: z.int(),
});

export type AssignArticleInput = z.input<typeof inputSchema>;

/** Sets the lead, due time and priority of an article. A new lead is notified. */
export async function assignArticle(
  actor: Actor,
  input: AssignArticleInput,
): Promise<Result<Article, Failure>> {
  const isStaff = asResult(can(actor, "read", "article"));
  if (!isStaff.ok) return isStaff;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, revision, leadId, dueAt, priority } = parsed.value;
  return inTransaction(async (tx) => {
    const before = await lockArticle(tx, articleId);
    if (!before) return notFound("article");
    const lead = leadId ? await findAssignable(leadId, tx) : leadId === null ? null : before.lead;
    if (leadId && !lead && leadId !== before.lead?.id)
      return invalid("This person can no longer sign in. Choose someone else.", {
        leadId: ["This person can no longer sign in. Choose someone else."],
      });
    const after: Plan = {
      lead: leadId === before.lead?.id ? before.lead : lead,
      dueAt: dueAt === undefined ? before.dueAt : dueAt && new Date(dueAt).toISOString(),
      priority: priority ?? before.priority,
    };
    const changed = differences(before, after);
    const allowed = checkCanChange(actor, changed);
    if (!allowed.ok) return allowed;
    if (before.revision !== revision)
      return err({
        kind: "stale",
        message: "The article was changed in the meantime. Check its lead and due time, then try again.",
        current: before,
      });
    if (Object.keys(changed.to).length === 0) return ok(before);
    const written = await updateArticle(tx, articleId, revision, {
      leadId: after.lead?.id ?? null,
      dueAt: after.dueAt === null ? null : new Date(after.dueAt),
      priority: after.priority,
    });
    if (!written) return notFound("article");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.assign",
      targetType: "article",
      targetId: articleId,
      articleId,
      ...changed,
    });
    if (changed.to.lead)
      await notify(
        tx,
        { kind: "assignment", of: "lead", actorId: actor.id, assigneeId: changed.to.lead.id },
        { eventKey: `lead:${articleId}:${written.revision}`, articleId, claimId: null, commentId: null },
      );
    return ok(written);
  });
}

interface Changed {
  from: Partial<Plan>;
  to: Partial<Plan>;
}

function differences(before: Plan, after: Plan): Changed {
  const from: Partial<Plan> = {};
  const to: Partial<Plan> = {};
  if (before.lead?.id !== after.lead?.id) {
    from.lead = before.lead;
    to.lead = after.lead;
  }
  if (before.dueAt !== after.dueAt) {
    from.dueAt = before.dueAt;
    to.dueAt = after.dueAt;
  }
  if (before.priority !== after.priority) {
    from.priority = before.priority;
    to.priority = after.priority;
  }
  return { from, to };
}

function checkCanChange(actor: Actor, { from, to }: Changed): Result<null, Failure> {
  if ("dueAt" in to || "priority" in to) {
    const allowed = asResult(can(actor, "plan", "assignment"));
    if (!allowed.ok) return allowed;
  }
  return "lead" in to
    ? asResult(can(actor, "lead", "assignment", { fromId: from.lead?.id ?? null, toId: to.lead?.id ?? null }))
    : ok(null);
}
