import { z } from "zod";

/** In milliseconds: `gone` is the time after which a silent tab counts as closed, `every` the interval of its messages. */
export const PRESENCE = { gone: 10_000, every: 4_000 } as const;

export const presenceInput = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("here"),
    /** Chosen by the tab when it opens. */
    tabId: z.uuid(),
    articleId: z.uuid(),
    /** The claim open in the tab. */
    claimId: z.uuid().nullable(),
    /** Whether a form is open, on that claim or on a new one. */
    editing: z.boolean(),
  }),
  z.object({ kind: z.literal("left"), tabId: z.uuid() }),
]);

export type PresenceInput = z.output<typeof presenceInput>;

/** A tab that has an article open. */
export interface PresentTab {
  tabId: string;
  userId: string;
  name: string;
  /** A guest reviewer of this article. */
  guest: boolean;
  claimId: string | null;
  editing: boolean;
  /** Milliseconds until it counts as closed if it stays silent. */
  left: number;
}

/** A person who has the article open, and what they have open in it. */
export interface PersonHere {
  userId: string;
  name: string;
  guest: boolean;
  places: { claimId: string | null; editing: boolean }[];
}

/** The other people here, sorted by name, each once. */
export function othersHere(tabs: readonly PresentTab[], me: string): PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const { userId, name, guest, claimId, editing } of tabs) {
    if (userId === me) continue;
    const person = people.get(userId) ?? { userId, name, guest, places: [] };
    if (claimId !== null || editing) person.places.push({ claimId, editing });
    people.set(userId, person);
  }
  return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Who else is at each claim: "Ada is editing", "Ada and Grace are here". Mentions only those who edit, if anyone does. */
export function wordsByClaim(people: readonly PersonHere[]): Map<string, string> {
  // By the person's id: two people can share a name, and one can have several tabs.
  const byClaim = new Map<string, { editing: Map<string, string>; viewing: Map<string, string> }>();
  for (const { userId, name, places } of people)
    for (const { claimId, editing } of places) {
      if (claimId === null) continue;
      const names = byClaim.get(claimId) ?? { editing: new Map(), viewing: new Map() };
      names[editing ? "editing" : "viewing"].set(userId, name);
      byClaim.set(claimId, names);
    }
  return new Map(
    [...byClaim].map(([claimId, { editing, viewing }]) => [
      claimId,
      editing.size > 0 ? `${list([...editing.values()])} editing` : `${list([...viewing.values()])} here`,
    ]),
  );
}

/** Names of the other people who have the form of a claim open, sorted, each person once. */
export function editorsOf(people: readonly PersonHere[], claimId: string | null): string[] {
  return people
    .filter(({ places }) =>
      places.some((each) => each.editing && claimId !== null && each.claimId === claimId),
    )
    .map(({ name }) => name);
}

function list(names: readonly string[]): string {
  const each = [...names];
  const last = each.pop();
  return each.length === 0 ? `${last} is` : `${each.join(", ")} and ${last} are`;
}
