import { z } from "zod";
import { countStepsIn, readProcessRecord } from "@/lib/db/process-record";
import { findUser, listUsers } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { type ProcessFigures, processFigures } from "@/lib/figures/process-figures";
import type { ProcessRecord } from "@/lib/figures/process-record";
import { isoDay } from "@/lib/input-fields";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

const DAY_MS = 86_400_000;
/** Days of a period at most, and of the usual one. */
const MAX_DAYS = 371;
const USUAL_DAYS = 84;
/** Steps in a period at most. */
const MAX_STEPS = 200_000;
/** A longer record is counted in a process of its own. */
const SHORT_RECORD = 1_000_000;

const t = words("process");

const figuresInput = z.object({
  from: isoDay,
  to: isoDay,
  /** Id of a person; missing or empty for the desk. */
  person: z
    .string()
    .max(100)
    .nullish()
    .transform((id) => id || null),
});

export type FiguresInput = z.input<typeof figuresInput>;

export interface FiguresView {
  /** ISO 8601 days, both included. */
  from: string;
  to: string;
  person: { id: string; name: string } | null;
  figures: ProcessFigures;
  /** People whose figures the actor can see. */
  people: { id: string; name: string }[];
}

/**
 * How the work of the desk, or of one person, went in a period: how long each stage took, what was returned and corrected, and how far reviewers agree.
 * @param unchecked.from ISO 8601 day (UTC), included, as is `to`; the last twelve weeks if one is missing
 * @param unchecked.person whose figures; only for this person, and for editors and administrators
 * @param now the current time
 */
export async function getProcessFigures(
  actor: Actor,
  unchecked: FiguresInput,
  now: Date,
): Promise<Result<FiguresView, Failure>> {
  const allowed = asResult(can(actor, "read", "figures"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(figuresInput, unchecked);
  if (!parsed.ok) return parsed;
  const { person: personId } = parsed.value;
  if (personId !== null) {
    const ofPerson = asResult(can(actor, "read-person", "figures", { id: personId }));
    if (!ofPerson.ok) return ofPerson;
  }
  const to = parsed.value.to ?? now.toISOString().slice(0, 10);
  const from =
    parsed.value.from ?? new Date(Date.parse(to) - (USUAL_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  const period = { from: new Date(from), before: new Date(Date.parse(to) + DAY_MS) };
  const days = (period.before.getTime() - period.from.getTime()) / DAY_MS;
  if (days <= 0) return invalid(t("error.order"), { to: [t("error.order")] });
  if (days > MAX_DAYS) return invalid(t("error.long"), { from: [t("error.long")] });
  if ((await countStepsIn(period, MAX_STEPS)) > MAX_STEPS)
    return invalid(t("error.many", { count: MAX_STEPS }), { from: [t("error.many", { count: MAX_STEPS })] });
  const person = personId === null ? null : await findUser(personId);
  if (personId !== null && person === null) return notFound("person");
  const [people, record] = [
    can(actor, "read-person", "figures", null).allowed ? await listStaff() : [],
    await readProcessRecord(period, personId),
  ];
  const counted = await count(record, period, personId !== null);
  if (!counted.ok) return counted;
  return ok({
    from,
    to,
    person: person && { id: person.id, name: person.name },
    figures: counted.value,
    people: people.length > 0 ? people : [{ id: actor.id, name: actor.name }],
  });
}

async function count(
  json: string,
  { from, before }: { from: Date; before: Date },
  ofPerson: boolean,
): Promise<Result<ProcessFigures, Failure>> {
  const period = { from: from.getTime() / 1000, before: before.getTime() / 1000 };
  if (json.length <= SHORT_RECORD)
    return ok(processFigures(JSON.parse(json) as ProcessRecord, period, ofPerson));
  const counted = await runInChildProcess("process-figures", { json, period, ofPerson });
  return counted.ok
    ? counted
    : err({
        kind: "unavailable",
        message: t("error.failed"),
        cause: counted.error.cause ?? counted.error.kind,
      });
}

/** The people of the newsroom. */
async function listStaff(): Promise<{ id: string; name: string }[]> {
  const users = await listUsers();
  return users.filter((user) => !isGuest(user) && !user.disabled).map(({ id, name }) => ({ id, name }));
}
