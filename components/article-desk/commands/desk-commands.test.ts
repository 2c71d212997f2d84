import { expect, test, vi } from "vitest";
import { defaultScale } from "@/lib/ratings/default-scale";
import { buildClaim } from "@/lib/testing/builders";
import { type CommandHandlers, deskCommands } from "./desk-commands";

const claim = buildClaim({ id: "c" });

/** The commands for the claim at the focus. @param reason why nothing can be done with it; null if everything can */
function commandsWith(reason: string | null) {
  const called = vi.fn();
  const handlers: Partial<CommandHandlers> = {
    ...{ ratings: defaultScale.ratings, adjusted: null, focused: false, links: [], claim },
    whyNot: () => reason,
  };
  const desk = new Proxy(handlers, {
    get: (known, name: keyof CommandHandlers) =>
      name in known ? known[name] : (...rest: unknown[]) => called(name, ...rest),
  }) as CommandHandlers;
  const commands = deskCommands(desk);
  return { press: (keys: string) => commands.find((each) => each.keys === keys)?.run(), commands, called };
}

const KEYS: [string, unknown[]][] = [
  ["e", ["edit", claim]],
  ["b", ["adjust", claim]],
  ["delete", ["remove", claim]],
  ["s", ["submit", claim]],
  ["a", ["approve", claim]],
  ["w", ["acceptWording", claim]],
  ["o", ["toggleFocus", claim]],
  ["1", ["edit", claim, defaultScale.ratings[0]?.key]],
  ["8", ["edit", claim, defaultScale.ratings[7]?.key]],
];

test.each(KEYS)("%s acts on the claim at the focus", (keys, expected) => {
  const { press, called } = commandsWith(null);
  press(keys);
  expect(called.mock.calls).toEqual([expected]);
});

test.each(KEYS)("%s says why it can't act on it", (keys) => {
  const { press, called, commands } = commandsWith("Not now.");
  press(keys);
  expect(called.mock.calls).toEqual([["refuse", "Not now."]]);
  expect(commands.find((each) => each.keys === keys)?.unavailable).toBe(true);
});

test("every key of the page does something where no claim is open", () => {
  const { commands, called } = commandsWith("Open a claim first.");
  for (const { keys, run, id } of commands) {
    if (!keys) continue;
    called.mockClear();
    run();
    expect(called, id).toHaveBeenCalledOnce();
  }
});
