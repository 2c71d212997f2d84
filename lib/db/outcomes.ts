import type { Outcome, OutcomeContent, WordingDecision } from "@/lib/claims/outcome";
import type { Prisma } from "./generated/client";
import { clientOf, type Tx } from "./transaction";

const personName = { select: { id: true, name: true } } as const;

/** The relations that an outcome is mapped from. */
const withAnswers = {
  include: {
    givenBy: personName,
    decidedBy: personName,
    answers: { orderBy: [{ at: "asc" }, { id: "asc" }], include: { link: { select: { name: true } } } },
  },
} as const satisfies { include: Prisma.ClaimOutcomeInclude };

type FullRow = Prisma.ClaimOutcomeGetPayload<typeof withAnswers>;

function toOutcome(row: FullRow): Outcome {
  return {
    id: row.id,
    kind: row.kind,
    wording: row.wording,
    question: row.question,
    note: row.note,
    decided: row.decision &&
      row.decidedBy && {
        decision: row.decision,
        by: { id: row.decidedBy.id, name: row.decidedBy.name },
      },
    givenBy: { id: row.givenBy.id, name: row.givenBy.name },
    givenAt: row.givenAt.toISOString(),
    answers: row.answers.map(({ id, decision, text, at, link }) => ({
      id,
      decision,
      text,
      by: link.name,
      at: at.toISOString(),
    })),
  };
}

/** Outcomes by their ids, with the author's answers. */
export async function listOutcomes(ids: readonly string[], tx?: Tx): Promise<Map<string, Outcome>> {
  if (ids.length === 0) return new Map();
  const rows = await clientOf(tx).claimOutcome.findMany({ where: { id: { in: [...ids] } }, ...withAnswers });
  return new Map(rows.map((row) => [row.id, toOutcome(row)]));
}

/** Adds an outcome and makes it the claim's. */
export async function insertOutcome(
  tx: Tx,
  outcome: OutcomeContent & {
    claimId: string;
    givenById: string;
    decision: WordingDecision | null;
    decidedById: string | null;
  },
): Promise<void> {
  const client = clientOf(tx);
  const { id } = await client.claimOutcome.create({ data: outcome, select: { id: true } });
  await client.claim.update({ where: { id: outcome.claimId }, data: { currentOutcomeId: id } });
}

/** Removes the outcome from a claim; its row stays in the history. */
export async function clearOutcome(tx: Tx, claimId: string): Promise<void> {
  await clientOf(tx).claim.update({ where: { id: claimId }, data: { currentOutcomeId: null } });
}

/** How many of some claims ever had a suggested wording accepted. */
export async function countChangedClaims(claimIds: readonly string[]): Promise<number> {
  return clientOf().claim.count({
    where: { id: { in: [...claimIds] }, outcomes: { some: { decision: "accepted" } } },
  });
}
