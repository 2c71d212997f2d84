import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { jobState } from "@/lib/health/job-state";
import { shutDown } from "@/lib/shutdown";
import { keepJobsRunning } from "./keep-jobs-running";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("tries again until the jobs run, with one line in the log, and stops them at shutdown", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const stop = vi.fn(async () => undefined);
  const start = vi.fn(async () => {
    if (start.mock.calls.length < 4) throw new Error("connect ECONNREFUSED");
    return { stop };
  });
  keepJobsRunning("postgresql://localhost", start);
  expect(jobState()).toBe("starting");
  await vi.advanceTimersByTimeAsync(499);
  expect(start).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(start).toHaveBeenCalledTimes(4);
  expect(jobState()).toBe("running");
  expect(log).toHaveBeenCalledTimes(1);
  await shutDown("jobs");
  expect(stop).toHaveBeenCalledTimes(1);
  log.mockRestore();
});

it("does not try again after the shutdown", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const start = vi.fn(async () => {
    throw new Error("connect ECONNREFUSED");
  });
  keepJobsRunning("postgresql://localhost", start);
  await vi.advanceTimersByTimeAsync(10);
  await shutDown("jobs");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(start).toHaveBeenCalledTimes(1);
  log.mockRestore();
});
