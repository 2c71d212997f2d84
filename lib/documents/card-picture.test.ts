import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { err, ok } from "@/lib/result";
import { reportClaim, smallReport } from "@/lib/testing/reports/small-report";
import { cardPicture, forgetCardPictures } from "./card-picture";

vi.mock("@/lib/isolation/run-in-child-process", () => ({ runInChildProcess: vi.fn() }));

const run = vi.mocked(runInChildProcess);
const report = smallReport({
  claims: Array.from({ length: 500 }, (_, index) => reportClaim({ number: index + 1, id: `claim-${index}` })),
});

const draw = async (number: number | null, { id = "a", revision = 0, language = "en" } = {}) => {
  const drawn = await cardPicture({ publication: { id, revision, report }, number, language });
  return drawn.ok ? drawn.value.bytes.toString() : drawn.error.kind;
};

beforeEach(() => {
  forgetCardPictures();
  run.mockReset();
  let cards = 0;
  run.mockImplementation(
    async (_, views) =>
      ok((views as unknown[]).map(() => new TextEncoder().encode(`card ${++cards}`))) as never,
  );
  vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
});

test("equal requests wait for one drawing, and a finished picture is stored", async () => {
  expect(await Promise.all([draw(1), draw(1)])).toEqual(["card 1", "card 1"]);
  expect(await draw(1)).toBe("card 1");
  expect(await draw(null)).toBe("card 2");
  expect(await draw(1, { language: "de" })).toBe("card 3");
  expect(run.mock.calls[0]).toMatchObject(["draw-cards", [{ kind: "claim" }], { queue: "rendering" }]);
});

test("a redaction draws a picture again", async () => {
  expect(await draw(1)).toBe("card 1");
  expect(await draw(1, { revision: 1 })).toBe("card 2");
  // The older one is not in memory any more.
  expect(await draw(1)).toBe("card 3");
});

test("a crawler that asks for 500 pictures at once gets those of some batches, and is asked to come back", async () => {
  const answers = await Promise.all(report.claims.map(({ number }) => draw(number)));
  const busy = answers.filter((answer) => answer === "busy").length;
  const drawn = answers.filter((answer) => answer.startsWith("card")).length;
  expect([drawn, busy]).toEqual([61, 439]);
  // The first one alone, the others together.
  expect(run.mock.calls.map(([, views]) => (views as unknown[]).length)).toEqual([1, 12, 12, 12, 12, 12]);
  expect(await draw(500)).toBe("card 62");
});

test("what can't be drawn does not take the others with it, and is not tried again for a minute", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
  vi.advanceTimersByTime(1000);
  run.mockImplementation(async (_, views) => {
    const names = (views as unknown as { quote: { text: string }[] }[]).map(
      ({ quote }) => quote[0]?.text ?? "",
    );
    return (names.length > 1 ? err({ kind: "crashed" }) : ok([new TextEncoder().encode("card")])) as never;
  });
  expect(await Promise.all([draw(1), draw(2), draw(3)])).toEqual(["card", "card", "card"]);
  run.mockImplementation(async () => err({ kind: "too-slow" }) as never);
  expect(await draw(4)).toBe("too-slow");
  const calls = run.mock.calls.length;
  expect(await draw(4)).toBe("too-slow");
  expect(run).toHaveBeenCalledTimes(calls);
  vi.advanceTimersByTime(60_001);
  expect(await draw(4)).toBe("too-slow");
  expect(run).toHaveBeenCalledTimes(calls + 1);
});

test("there is no picture of a claim that is not in the report", async () => {
  expect(await draw(501)).toBe("no-claim");
  expect(run).not.toHaveBeenCalled();
});
