import { beforeEach, expect, test, vi } from "vitest";
import { Store } from "@/components/article-desk/operations/store";
import { NO_FILTER } from "@/components/claims/claims-panel";
import { buildClaim } from "@/lib/testing/builders";
import { createChoice } from "./choice";

beforeEach(() => {
  vi.stubGlobal("document", { querySelector: () => null });
  return () => vi.unstubAllGlobals();
});

const claims = [
  buildClaim({ id: "a", number: 1, rating: "false" }),
  buildClaim({ id: "b", number: 2, rating: "true" }),
  buildClaim({ id: "c", number: 3, rating: "false" }),
];

function openPage(selected: string | null = null, numbers: readonly number[] | null = null) {
  const editor = {
    revealIfHidden: vi.fn(),
    showAbove: vi.fn(),
    reveal: vi.fn(),
    select: vi.fn(),
    swapEnds: vi.fn(),
    caret: vi.fn(),
  };
  const closeComments = vi.fn();
  const onChosen = vi.fn();
  const choice = createChoice({
    list: new Store<readonly (typeof claims)[number][]>(claims),
    selectedId: new Store(selected),
    editor: { current: { ...editor, selection: () => null, focus: vi.fn(), moveCaret: vi.fn() } },
    numbers,
    closeComments,
    onChosen,
  });
  return { choice, editor, closeComments, onChosen };
}

test.each<[string, string[], string | null, readonly string[] | undefined]>([
  ["one claim", ["a"], "a", undefined],
  ["two claims", ["a", "b"], null, ["a", "b"]],
  ["a claim inside one that is not sent yet", ["unsent:x", "a"], "a", undefined],
])("a click on %s opens %s, or shows what to choose from", (_, ids, opened, offered) => {
  const { choice } = openPage();
  choice.pick([...ids], { x: 0, y: 0 });
  expect(choice.selectedId.get()).toBe(opened);
  expect(choice.picker.get()?.ids).toEqual(offered);
});

test("a click on a claim that is not sent yet closes the comments and moves the focus to its card", () => {
  const page = {
    activeElement: null as object | null,
    querySelector: (query: string) => cards[query] ?? null,
  };
  const card = {
    scrollIntoView: vi.fn(),
    focus() {
      page.activeElement = card;
    },
  };
  const cards: Record<string, object> = { '[data-unsent-card="x"]': card };
  vi.stubGlobal("document", page);
  const { choice, closeComments } = openPage("a");
  choice.pick(["unsent:x"], { x: 0, y: 0 });
  expect(page.activeElement).toBe(card);
  expect(card.scrollIntoView).toHaveBeenCalled();
  expect(closeComments).toHaveBeenCalled();
  expect(choice.selectedId.get()).toBe("a");
});

test.each<[string | null, 1 | -1, string | null]>([
  [null, 1, "a"],
  [null, -1, "c"],
  ["a", 1, "c"],
  ["c", -1, "a"],
  ["c", 1, "c"],
  ["a", -1, "a"],
  // Hidden by the filter.
  ["b", 1, "a"],
])("from %s, a step of %i through the claims rated false opens %s", (from, by, expected) => {
  const { choice } = openPage(from);
  choice.filter.set({ ...NO_FILTER, rating: "false" });
  choice.step(by);
  expect(choice.selectedId.get()).toBe(expected);
  expect(choice.filter.get().rating).toBe("false");
});

test.each<[string, string, 1 | -1, string | null, boolean]>([
  ["a closed card goes on from there", "b", 1, "c", true],
  ["a closed card goes back from there", "b", -1, "a", true],
  ["the last card opens nothing", "c", 1, "a", false],
])("a step with the focus on %s", (_, focused, by, opened, hasStepped) => {
  const { choice } = openPage("a");
  expect(choice.step(by, focused)).toBe(hasStepped);
  expect(choice.selectedId.get()).toBe(opened);
});

test("opening a claim clears a filter that would hide it, and closes the comments", () => {
  const { choice, closeComments } = openPage();
  choice.filter.set({ ...NO_FILTER, rating: "false" });
  choice.goTo("b");
  expect(choice.filter.get()).toEqual(NO_FILTER);
  expect(closeComments).toHaveBeenCalled();
});

test.each<[string[], string | null]>([
  [["a"], "a"],
  [["a", "b"], null],
])("a click on %o opens %s, or the picker", (ids, expected) => {
  const { choice } = openPage();
  choice.pick(ids, { x: 1, y: 2 });
  expect(choice.selectedId.get()).toBe(expected);
  expect(choice.picker.get()).toEqual(expected ? null : { ids, at: { x: 1, y: 2 } });
});

test("a card is closed by opening it again", () => {
  const { choice } = openPage();
  choice.toggle("a");
  expect(choice.selectedId.get()).toBe("a");
  choice.toggle("a");
  expect(choice.selectedId.get()).toBeNull();
});

test.each<[readonly number[] | null, readonly number[] | null]>([
  [null, null],
  [
    [1, 3],
    [1, 3],
  ],
  [
    [3, 99],
    [3, 99],
  ],
  // All of them are gone: the page would be empty.
  [[98, 99], null],
])("a link to the claims %j opens the page with %j", (named, shown) => {
  expect(openPage(null, named).choice.filter.get()).toEqual({ ...NO_FILTER, numbers: shown });
});

test("steps go through the claims that a link named, and opening another one shows all", () => {
  const { choice } = openPage(null, [1, 3]);
  choice.step(1);
  choice.step(1);
  expect(choice.selectedId.get()).toBe("c");
  expect(choice.filter.get().numbers).toEqual([1, 3]);
  choice.goTo("b");
  expect(choice.filter.get()).toEqual(NO_FILTER);
});

test.each<[string, (choice: ReturnType<typeof openPage>["choice"]) => void, number]>([
  ["selecting a claim", (choice) => choice.select("a"), 1],
  ["opening its card", (choice) => choice.toggle("a"), 1],
  ["going to the next one", (choice) => choice.step(1), 1],
  ["being offered several to choose from", (choice) => choice.pick(["a", "b"], { x: 0, y: 0 }), 0],
])("%s is a step of the person: the message about the one before goes", (_, act, times) => {
  const { choice, onChosen } = openPage();
  act(choice);
  expect(onChosen).toHaveBeenCalledTimes(times);
});
