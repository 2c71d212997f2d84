import { expect, it } from "vitest";
import { type Admission, makeAdmission, type Priority } from "./admission";

/** An admission with a clock of its own, and a log of what happened to each request. */
function bench(concurrency: number, initialRate = 50) {
  let time = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const admission: Admission = makeAdmission({
    concurrency,
    maxWait: 2_000,
    initialRate,
    maxTurn: 2_000,
    now: () => time,
    later: (run, milliseconds) => {
      const timer = { at: time + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const log: string[] = [];
  const finish = new Map<string, () => void>();
  return {
    log,
    enter: (name: string, priority: Priority = "desk") => {
      const leave = admission.enter(
        priority,
        () => log.push(`${name} starts`),
        () => log.push(`${name} is refused`),
      );
      finish.set(name, leave);
      return leave;
    },
    finish: (name: string) => finish.get(name)?.(),
    pass(milliseconds: number) {
      time += milliseconds;
      for (const timer of [...timers]) {
        if (timer.at > time) continue;
        timers.delete(timer);
        timer.run();
      }
    },
  };
}

it("admits as many as it works on at once, and the next when one is done", () => {
  const { enter, finish, log } = bench(2);
  enter("a");
  enter("b");
  enter("c");
  expect(log).toEqual(["a starts", "b starts"]);
  finish("a");
  expect(log).toEqual(["a starts", "b starts", "c starts"]);
});

it("lets public documents go first", () => {
  const { enter, finish, log } = bench(2);
  enter("a");
  enter("b");
  enter("desk page");
  enter("public page", "public");
  finish("a");
  expect(log.at(-1)).toBe("public page starts");
});

it("refuses what would wait longer than two seconds", () => {
  const { enter, log } = bench(2, 2);
  for (const name of ["a", "b", "c", "d", "e", "f", "g", "h"]) enter(name);
  // At two a second, four of those that wait are answered in time.
  expect(log).toEqual(["a starts", "b starts", "g is refused", "h is refused"]);
});

it("measures the rate while all turns are taken", () => {
  const { enter, finish, log, pass } = bench(1, 2);
  // One is always running, and each takes a tenth of a second: twenty can wait.
  enter("early 0");
  for (let turn = 0; turn < 100; turn++) {
    enter(`early ${turn + 1}`);
    pass(100);
    finish(`early ${turn}`);
  }
  log.length = 0;
  for (let name = 1; name <= 50; name++) enter(String(name));
  const refused = log.filter((line) => line.endsWith("refused")).length;
  expect(refused).toBeGreaterThanOrEqual(28);
  expect(refused).toBeLessThanOrEqual(32);
});

it("does not take a quiet time for a slow one", () => {
  const { enter, finish, log, pass } = bench(2, 50);
  for (let turn = 0; turn < 5; turn++) {
    enter(`early ${turn}`);
    finish(`early ${turn}`);
    pass(10_000);
  }
  for (let name = 1; name <= 90; name++) enter(String(name));
  expect(log.filter((line) => line.endsWith("refused"))).toEqual([]);
});

it("refuses what has waited too long when its turn comes", () => {
  const { enter, finish, log, pass } = bench(1);
  enter("a");
  enter("b");
  pass(1_999);
  expect(log).toEqual(["a starts"]);
  pass(1);
  // The turn of a is over although it is still running, so b starts.
  expect(log).toEqual(["a starts", "b starts"]);
  enter("c");
  pass(1_000);
  finish("b");
  expect(log.at(-1)).toBe("c starts");
});

it("does not count a request that waits for something else", () => {
  const { enter, log, pass } = bench(1);
  enter("an import that waits for another server");
  pass(2_000);
  enter("a");
  expect(log.at(-1)).toBe("a starts");
});

it("frees the turn or the position of a client that has left", () => {
  const { enter, log } = bench(1);
  const leaveFirst = enter("a");
  const leaveSecond = enter("b");
  leaveSecond();
  leaveFirst();
  enter("c");
  expect(log).toEqual(["a starts", "c starts"]);
});
