import { expect, it } from "vitest";
import { type Checks, readinessOf } from "./health";

const ready: Checks = { databaseAnswers: true, jobs: "running", stopping: false };

it.each<[string, Partial<Checks>, number, string]>([
  ["everything works", {}, 200, '"status":"ok"'],
  ["jobs are off", { jobs: "off" }, 200, '"status":"ok"'],
  ["jobs are starting", { jobs: "starting" }, 200, '"status":"degraded","jobs":"starting"'],
  ["the database does not answer", { databaseAnswers: false }, 503, "The database does not answer"],
  ["it is stopping", { stopping: true }, 503, "This instance is stopping"],
])("when %s", (_, checks, status, body) => {
  const answer = readinessOf({ ...ready, ...checks });
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.body)).toContain(body);
});
