import { expect, it } from "vitest";
import { onShutdown, shutDown } from "./shutdown";

it("ends what was registered for a stage, once", async () => {
  const ended: string[] = [];
  onShutdown("streams", () => ended.push("stream"));
  onShutdown("jobs", async () => ended.push("job"));
  const remove = onShutdown("jobs", () => ended.push("removed"));
  remove();
  await shutDown("streams");
  expect(ended).toEqual(["stream"]);
  await shutDown("jobs");
  await shutDown("jobs");
  expect(ended).toEqual(["stream", "job"]);
});

it("ends the others when one fails, and returns the failure", async () => {
  const failure = new Error("stuck");
  let ended = false;
  onShutdown("connections", () => {
    throw failure;
  });
  onShutdown("connections", () => {
    ended = true;
  });
  expect(await shutDown("connections")).toEqual([failure]);
  expect(ended).toBe(true);
});
