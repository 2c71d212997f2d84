import { countStepsIn, readProcessRecord } from "../../../lib/db/process-record";
import { listPublicCorrections } from "../../../lib/db/public-corrections";
import {
  countPublishedIn,
  listFirstPublishedIn,
  readCurrentPublications,
} from "../../../lib/db/public-periods";
import { listUnpublications } from "../../../lib/db/public-publications";
import type { Lookup } from "./lookup";

const DAY_MS = 86_400_000;
/** Of what reads every step or check of a period: few ask for it, and how much it is does not grow with the years. */
const PERIOD_TARGET_MS = 250;

/** What the figures of the desk and the evidence pack read of a period. @param person the id of the nth person */
export function periodLookups(now: Date, person: (n: number) => string): Lookup[] {
  /** A period of some days, each time another one of the last two years. */
  const period = (n: number, days: number) => {
    const from = new Date(now.getTime() - ((n * 17) % 600) * DAY_MS - days * DAY_MS);
    return { from, before: new Date(from.getTime() + days * DAY_MS) };
  };
  const instants = (n: number, days: number) => {
    const { from, before } = period(n, days);
    return { from: from.toISOString(), before: before.toISOString() };
  };
  return [
    {
      name: "process figures: steps of twelve weeks, number",
      run: (n) => countStepsIn(period(n, 84), 200_000),
    },
    { name: "process figures: a week", run: (n) => readProcessRecord(period(n, 7), null) },
    {
      name: "process figures: twelve weeks",
      target: PERIOD_TARGET_MS,
      run: (n) => readProcessRecord(period(n, 84), null),
    },
    {
      name: "process figures: twelve weeks of a person",
      target: PERIOD_TARGET_MS,
      run: (n) => readProcessRecord(period(n, 84), person(n)),
    },
    { name: "evidence pack: checks of a quarter", run: (n) => listFirstPublishedIn(instants(n, 91), 5_001) },
    {
      name: "evidence pack: checks of a year",
      target: PERIOD_TARGET_MS,
      run: (n) => listFirstPublishedIn(instants(n, 365), 5_001),
    },
    {
      name: "evidence pack: ten reports",
      run: async (n) => {
        const checks = await listFirstPublishedIn(instants(n, 91), 10);
        return readCurrentPublications(checks.map(({ publicationId }) => publicationId));
      },
    },
    {
      name: "evidence pack: corrections of a quarter, a page",
      run: (n) => listPublicCorrections({ limit: 100, madeIn: instants(n, 91) }),
    },
    {
      name: "evidence pack: unpublished in a quarter",
      run: (n) => listUnpublications(5_000, instants(n, 91)),
    },
    { name: "digest: number published in a quarter", run: (n) => countPublishedIn(instants(n, 91)) },
  ];
}
